import { createPromotion } from '../../../../cloudfunctions/domains/promotions/usecases/create';
import { stopPromotion } from '../../../../cloudfunctions/domains/promotions/usecases/stop';
import { showPromotion } from '../../../../cloudfunctions/domains/promotions/usecases/watch';
import {
  CreatePromotion,
  type PromotionDraft,
} from '../../../../cloudfunctions/domains/promotions/schema/promotion';
import type { StaffContext } from '../../../../cloudfunctions/domains/registry';
import { day } from '../../../../cloudfunctions/kit/time';
import { newId } from '../../../../cloudfunctions/platform/ids';
import { testDatabase } from '../../../support/database';
import { flashDraft, promotionDraft } from '../../../support/offers';
import { refusalOf } from '../../../support/refusal-of';
import { noon, smallShop, type SmallShop } from '../../../support/small-shop';
import { rowCounts } from '../../entries/purchase';

const database = testDatabase();
let small: SmallShop;
let manager: StaffContext;
beforeEach(async () => {
  small = await smallShop(database.db);
  manager = small.staff(small.manager);
});

let keys = 0;
function create(draft: PromotionDraft, context = manager) {
  keys += 1;
  return createPromotion(context, { key: `promotion-${keys}`, draft });
}

async function versionNow(): Promise<number> {
  const row = await database.db
    .selectFrom('promotionVersions')
    .select('version')
    .where('shopId', '=', small.shop.shopId)
    .executeTakeFirst();
  return row?.version ?? 0;
}

/** That a draft is refused by `code` and writes nothing. */
async function refused(draft: PromotionDraft, code: string, details?: object) {
  const before = await rowCounts(database.db);
  const refusal = await refusalOf(create(draft));
  expect(refusal.code).toBe(code);
  if (details !== undefined) expect(refusal.details).toMatchObject(details);
  expect(await rowCounts(database.db)).toBe(before);
}

const off = { kind: 'off', by: 'amount', tiers: [{ atLeast: 20_000, offFen: 2_000 }] };

describe('making a promotion', () => {
  it('writes what was said, and managers see it running', async () => {
    const limits = { budgetFen: 100_000, uses: 50, usesPerMember: 1 };
    const audience = { levels: [0, 1], storeIds: [small.storeId], tags: ['老客'] };
    const { promotionId } = await create(promotionDraft(off, { limits, audience }));
    expect(await showPromotion(manager, { promotionId })).toMatchObject({
      name: '周末活动',
      state: 'running',
      limits,
      audience,
      withCoupons: true,
      terms: { ...off, repeats: false },
      ...{ uses: 0, spentFen: 0, broughtFen: 0, goods: [] },
    });
    const tally = await database.db
      .selectFrom('promotionTallies')
      .selectAll()
      .where('promotionId', '=', promotionId)
      .execute();
    expect(tally).toEqual([{ shopId: small.shop.shopId, promotionId, spentFen: 0, uses: 0 }]);
  });

  it('counts nothing for a promotion without limits in all', async () => {
    const { promotionId } = await create(promotionDraft(off, { limits: { usesPerMember: 2 } }));
    const tallies = database.db.selectFrom('promotionTallies').selectAll();
    expect(await tallies.where('promotionId', '=', promotionId).execute()).toEqual([]);
  });

  it('lets goods of 秒杀 take no coupon unless it says so', async () => {
    const [a, b] = small.skus;
    const plain = await create(flashDraft([a]));
    const open = await create(flashDraft([b], { withCoupons: true }));
    expect((await showPromotion(manager, plain)).withCoupons).toBe(false);
    expect((await showPromotion(manager, open)).withCoupons).toBe(true);
  });

  it('gives the same answer to the same key, even when by now the draft would be refused', async () => {
    const input = { key: 'one-key-twice', draft: flashDraft([small.skus[0]]) };
    const first = await createPromotion(manager, input);
    const later = { ...manager, nowMs: noon + 30 * day };
    expect(await createPromotion(later, input)).toEqual(first);
    const other = { ...input, draft: promotionDraft(off) };
    expect(await refusalOf(createPromotion(manager, other))).toMatchObject({ code: 'key_reused' });
  });

  it('counts the version up, and so does stopping; a refusal does not', async () => {
    expect(await versionNow()).toBe(0);
    const made = await create(promotionDraft(off));
    const first = await versionNow();
    expect(first).toBeGreaterThan(0);
    await refused(promotionDraft(off, { endsAt: noon }), 'over_already');
    expect(await versionNow()).toBe(first);
    await stopPromotion(manager, made);
    expect(await versionNow()).toBeGreaterThan(first);
  });
});

describe('a promotion is refused', () => {
  it.each<[string, object]>([
    ['ends_before_start', { startsAt: noon + day, endsAt: noon + day }],
    ['over_already', { startsAt: noon - day, endsAt: noon }],
    ['too_long', { startsAt: noon, endsAt: noon + 366 * day + 1 }],
    ['too_far', { startsAt: noon + 366 * day + 1, endsAt: noon + 367 * day }],
    ['no_scope', { scope: {} }],
    ['no_such_level', { audience: { levels: [0, 4] } }],
  ])('with %s', async (code, more) => {
    await refused(promotionDraft(off, more), code);
  });

  it('for goods, categories and stores that this shop does not have, foreign or missing alike', async () => {
    const other = await smallShop(database.db);
    const ask = async (more: object) => (await refusalOf(create(promotionDraft(off, more)))).say;
    for (const [field, foreign] of [
      ['productIds', other.productId],
      ['categoryIds', await categoryOf(other.productId)],
    ] as const) {
      const said = await ask({ scope: { [field]: [foreign] } });
      expect(said).toBe(await ask({ scope: { [field]: [newId()] } }));
      await refused(promotionDraft(off, { scope: { [field]: [foreign] } }), 'no_such_goods');
      const not = { all: true, not: { [field]: [foreign] } };
      await refused(promotionDraft(off, { scope: not }), 'no_such_goods');
    }
    for (const storeId of [other.storeId, newId()])
      await refused(
        promotionDraft(off, { audience: { storeIds: [small.storeId, storeId] } }),
        'no_such_store',
        { storeId },
      );
    for (const skuId of [other.skus[0], newId()])
      await refused(flashDraft([small.skus[0], skuId]), 'no_such_goods', { skuId });
    const items = [small.productId, other.productId].map((id) => ({ productId: id, quantity: 1 }));
    const bundle = { kind: 'bundle', items, priceFen: 100 };
    await refused(promotionDraft(bundle, { scope: {} }), 'no_such_goods');
  });

  it('when a price of its own is above the list price', async () => {
    const [, cheap] = small.skus;
    const good = { skuId: cheap, priceFen: 551, pieces: 1 };
    const above = { skuId: cheap, listFen: 550 };
    await refused(promotionDraft({ kind: 'flash', goods: [good] }), 'price_above_list', above);
    const exchange = { kind: 'exchange', goods: [{ ...good, points: 1 }] };
    await refused(promotionDraft(exchange), 'price_above_list', above);
    const addOn = {
      ...{ kind: 'add_on', by: 'amount', atLeast: 1 },
      goods: [{ skuId: cheap, priceFen: 551, most: 1 }],
    };
    await refused(promotionDraft(addOn), 'price_above_list', above);
    const equal = { kind: 'flash', goods: [{ ...good, priceFen: 550 }] };
    await create(promotionDraft(equal));
  });

  it('when gifts or 加价购 goods are not on sale', async () => {
    const [skuId] = small.skus;
    const goods = database.db.updateTable('skus').set({ onSale: false });
    await goods.where('skuId', '=', skuId).execute();
    const gift = { kind: 'gift', by: 'pieces', tiers: [{ atLeast: 2, skuId, quantity: 1 }] };
    await refused(promotionDraft(gift), 'goods_off_sale', { skuId });
    const addOn = {
      ...{ kind: 'add_on', by: 'amount', atLeast: 1 },
      goods: [{ skuId, priceFen: 1, most: 1 }],
    };
    await refused(promotionDraft(addOn), 'goods_off_sale', { skuId });
  });

  it('when one SKU or level is named twice', async () => {
    const [a] = small.skus;
    await refused(flashDraft([a, a]), 'goods_twice');
    const rates = [{ level: 1, paysBp: 9_000 }];
    const draft = (more: object[]) =>
      promotionDraft({ kind: 'member', rates: [...rates, ...more] });
    await refused(draft([{ level: 1, paysBp: 8_000 }]), 'level_twice');
    await refused(draft([{ level: 4, paysBp: 8_000 }]), 'no_such_level');
  });

  const [low, high] = [{ atLeast: 10_000 }, { atLeast: 20_000 }];
  const sku = '0193a5c0-0000-7000-8000-000000000001';
  it.each<[string, object]>([
    ['equal thresholds', { kind: 'off', by: 'amount', tiers: [low, low].map(offOf) }],
    ['falling thresholds', { kind: 'off', by: 'amount', tiers: [high, low].map(offOf) }],
    [
      'an amount that stays',
      { kind: 'off', by: 'amount', tiers: [low, high].map((tier) => offOf(tier, 4)) },
    ],
    [
      'a rate that stays',
      {
        kind: 'rate',
        by: 'amount',
        tiers: [low, high].map((tier) => ({ ...tier, paysBp: 9_000 })),
      },
    ],
    [
      'a gift that shrinks',
      {
        ...{ kind: 'gift', by: 'amount' },
        tiers: [
          { ...low, skuId: sku, quantity: 2 },
          { ...high, skuId: sku, quantity: 1 },
        ],
      },
    ],
  ])('when its tiers have %s', async (_what, terms) => {
    await refused(promotionDraft(terms), 'tiers_not_rising');
  });

  it('when it takes off more than it asks for', async () => {
    const tiers = [{ atLeast: 1_000, offFen: 1_001 }];
    await refused(promotionDraft({ kind: 'off', by: 'amount', tiers }), 'off_above_threshold');
    await create(
      promotionDraft({ kind: 'off', by: 'pieces', tiers: [{ atLeast: 2, offFen: 500 }] }),
    );
  });

  it('as the 61st that is not over', async () => {
    for (let made = 0; made < 60; made += 1) await create(promotionDraft(off));
    await refused(promotionDraft(off), 'too_many_promotions');
    await create(promotionDraft(off, later), { ...manager, nowMs: noon + 3 * day });
  });

  const later = { startsAt: noon + 3 * day, endsAt: noon + 4 * day };

  it.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 1e15, '100', null])(
    'at the door when its price is %p',
    (priceFen) => {
      const goods = [{ skuId: sku, priceFen, pieces: 1 }];
      const draft = { ...promotionDraft(off), terms: { kind: 'flash', goods } };
      const read = CreatePromotion.safeParse({ key: 'some-key-1', draft });
      expect(read.success).toBe(false);
    },
  );
});

function offOf(tier: { atLeast: number }, index: number) {
  return { ...tier, offFen: 100 * (index === 4 ? 1 : index + 1) };
}

async function categoryOf(productId: string): Promise<string> {
  const { categoryId } = await database.db
    .selectFrom('products')
    .select('categoryId')
    .where('productId', '=', productId)
    .executeTakeFirstOrThrow();
  return categoryId;
}
