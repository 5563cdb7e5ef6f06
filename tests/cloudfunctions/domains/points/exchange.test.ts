import { sql } from 'kysely';
import {
  exchangeCoupon,
  showShop,
} from '../../../../cloudfunctions/domains/points/usecases/exchange';
import { listEntries, showMine } from '../../../../cloudfunctions/domains/points/usecases/mine';
import { createPromotion } from '../../../../cloudfunctions/domains/promotions/usecases/create';
import type { Context, StaffContext } from '../../../../cloudfunctions/domains/registry';
import { newId } from '../../../../cloudfunctions/platform/ids';
import { testDatabase } from '../../../support/database';
import { ledgerFaults } from '../../../support/data-faults';
import { makeBatch, promotionDraft } from '../../../support/offers';
import { refusalOf } from '../../../support/refusal-of';
import { noon, smallShop, type SmallShop } from '../../../support/small-shop';
import { addPoints } from '../../../support/wealth';
import { rowCounts } from '../../entries/purchase';

const database = testDatabase();
let small: SmallShop;
let manager: StaffContext;
beforeEach(async () => {
  small = await smallShop(database.db);
  manager = small.staff(small.manager);
});
afterEach(async () => {
  expect(await ledgerFaults(database.db)).toEqual([]);
});

/** Somebody with so many points. */
async function rich(points: number): Promise<Context> {
  const context = await small.shopper();
  await addPoints(context, points);
  return context;
}

const batchFor = (points: number, more = {}) =>
  makeBatch(manager, { giving: { by: 'points', points }, perMember: 9, ...more });
const couponsOf = async ({ caller }: Context) =>
  (
    await database.db
      .selectFrom('coupons')
      .select('state')
      .where('memberId', '=', caller.memberId)
      .execute()
  ).length;

describe('a coupon for points', () => {
  it('is given and paid, once per key', async () => {
    const fang = await rich(100);
    const batchId = await batchFor(30);
    const wanted = { key: 'exchange-1', batchId };
    const had = await exchangeCoupon(fang, wanted);
    expect(had).toMatchObject({ points: 30 });
    expect(await exchangeCoupon(fang, wanted)).toEqual(had);
    expect([await couponsOf(fang), (await showMine(fang)).points]).toEqual([1, 70]);
    expect((await listEntries(fang, {})).items).toContainEqual(
      expect.objectContaining({ say: '积分兑换', points: -30, endsAt: null }),
    );
    await exchangeCoupon(fang, { key: 'exchange-2', batchId });
    expect([await couponsOf(fang), (await showMine(fang)).points]).toEqual([2, 40]);
  });

  it('is given once to one key, also when 16 phones ask at once', async () => {
    const fang = { ...(await rich(100)), db: database.open(16) };
    const batchId = await batchFor(30);
    const had = await Promise.all(
      Array.from({ length: 16 }, () => exchangeCoupon(fang, { key: 'the-same-key', batchId })),
    );
    expect(new Set(had.map(({ couponId }) => couponId)).size).toBe(1);
    expect([await couponsOf(fang), (await showMine(fang)).points]).toEqual([1, 70]);
  });

  it('goes to exactly one of many who have points for one', async () => {
    const fang = { ...(await rich(30)), db: database.open(16) };
    const batchId = await batchFor(30);
    const said = await Promise.allSettled(
      Array.from({ length: 16 }, (_, turn) =>
        exchangeCoupon(fang, { key: `another-key-${turn}`, batchId }),
      ),
    );
    expect(said.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect([await couponsOf(fang), (await showMine(fang)).points]).toEqual([1, 0]);
  });

  it('is not given without enough points, below zero least of all, and nothing is written', async () => {
    const batchId = await batchFor(30);
    const poor = await rich(29);
    await small.shopper();
    const before = await rowCounts(database.db);
    const wanted = { key: 'exchange-1', batchId };
    expect(await refusalOf(exchangeCoupon(poor, wanted))).toMatchObject({ code: 'too_few_points' });
    expect(await rowCounts(database.db)).toBe(before);
    await addPoints(poor, 1);
    expect(await exchangeCoupon(poor, wanted)).toMatchObject({ points: 30 });
  });

  it('is not given when the batch says no: its points stay', async () => {
    const fang = await rich(100);
    const once = await batchFor(10, { perMember: 1 });
    await exchangeCoupon(fang, { key: 'exchange-1', batchId: once });
    const claimed = await makeBatch(manager, { giving: { by: 'claim' } });
    for (const [batchId, code] of [
      [once, 'limit_reached'],
      [claimed, 'no_such_batch'],
      [newId(), 'no_such_batch'],
    ] as const) {
      const key = `no-${batchId}`;
      expect(await refusalOf(exchangeCoupon(fang, { key, batchId }))).toMatchObject({ code });
    }
    expect((await showMine(fang)).points).toBe(90);
  });

  it('refuses a key that was used for another coupon', async () => {
    const fang = await rich(100);
    const [one, other] = [await batchFor(10), await batchFor(10)];
    await exchangeCoupon(fang, { key: 'the-same-key', batchId: one });
    const again = exchangeCoupon(fang, { key: 'the-same-key', batchId: other });
    expect(await refusalOf(again)).toMatchObject({ code: 'key_reused' });
    expect((await showMine(fang)).points).toBe(90);
  });
});

describe('the points shop', () => {
  const goodsOf = (skuIds: readonly string[], more: object = {}) =>
    createPromotion(manager, {
      key: newId(),
      draft: promotionDraft(
        {
          kind: 'exchange',
          goods: skuIds.map((skuId) => ({ skuId, points: 200, priceFen: 500, pieces: 10 })),
          mostPerMember: 2,
        },
        more,
      ),
    });

  it('shows coupons for points, and goods with what is left of them in all and for her', async () => {
    const fang = await rich(120);
    const batchId = await batchFor(30);
    await makeBatch(manager, { giving: { by: 'claim' } });
    const { promotionId } = await goodsOf(small.skus);
    await sql`update promotion_goods set held = 3, sold = 4`.execute(database.db);
    await sql`insert into promotion_members (shop_id, promotion_id, member_id, pieces)
      values (${small.shop.shopId}, ${promotionId}, ${fang.caller.memberId}, 1)`.execute(
      database.db,
    );
    await small.stock(small.skus[1], 2);
    const shown = await showShop(fang);
    expect(shown).toMatchObject({ points: 120, coupons: [{ batchId, points: 30, whyNot: null }] });
    const good = {
      promotionId,
      productId: small.productId,
      title: '轻云跑步鞋',
      points: 200,
      priceFen: 500,
    };
    expect(shown.goods).toHaveLength(2);
    expect(shown.goods).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          ...good,
          skuId: small.skus[0],
          specText: '38',
          listFen: 39_900,
          left: 3,
          mineLeft: 1,
        }),
        expect.objectContaining({
          ...good,
          skuId: small.skus[1],
          specText: '39',
          listFen: 550,
          left: 2,
          mineLeft: 1,
        }),
      ]),
    );
  });

  it('shows no goods that are over, stopped, for others, or off sale', async () => {
    const fang = await small.shopper();
    const { promotionId } = await goodsOf([small.skus[0]], { audience: { levels: [0] } });
    const goods = async (nowMs = noon) => (await showShop(small.at(fang, nowMs))).goods.length;
    const set = (change: string) => sql.raw(change).execute(database.db);
    const here = `where promotion_id = '${promotionId}'`;
    expect(await goods()).toBe(1);
    expect(await goods(noon + 4 * 86_400_000)).toBe(0);
    await set(`update promotions set audience = jsonb_set(audience, '{levels}', '[1]') ${here}`);
    expect(await goods()).toBe(0);
    await set(`update promotions set audience = jsonb_set(audience, '{levels}', '[]') ${here}`);
    await set(
      `update promotions set audience = jsonb_set(audience, '{tags}', '["老朋友"]') ${here}`,
    );
    expect(await goods()).toBe(0);
    await set(`insert into member_tags select shop_id, member_id, '老朋友', 0 from members
      where member_id = '${fang.caller.memberId}'`);
    expect(await goods()).toBe(1);
    await set(`update products set state = 'off' where product_id = '${small.productId}'`);
    expect(await goods()).toBe(0);
    await set(`update products set state = 'on' where product_id = '${small.productId}'`);
    await set(`update promotions set stopped_at = 1 ${here}`);
    expect(await goods()).toBe(0);
  });
});
