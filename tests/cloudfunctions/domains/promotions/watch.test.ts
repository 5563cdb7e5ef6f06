import { sql } from 'kysely';
import { createPromotion } from '../../../../cloudfunctions/domains/promotions/usecases/create';
import { stopPromotion } from '../../../../cloudfunctions/domains/promotions/usecases/stop';
import {
  listPromotions,
  showPromotion,
} from '../../../../cloudfunctions/domains/promotions/usecases/watch';
import type { StaffContext } from '../../../../cloudfunctions/domains/registry';
import { day } from '../../../../cloudfunctions/kit/time';
import { newId } from '../../../../cloudfunctions/platform/ids';
import { testDatabase } from '../../../support/database';
import { addOrder, flashDraft, promotionDraft } from '../../../support/offers';
import { refusalOf } from '../../../support/refusal-of';
import { noon, smallShop, type SmallShop } from '../../../support/small-shop';

const database = testDatabase();
let small: SmallShop;
let manager: StaffContext;
beforeEach(async () => {
  small = await smallShop(database.db);
  manager = small.staff(small.manager);
});

const off = { kind: 'off', by: 'amount', tiers: [{ atLeast: 20_000, offFen: 2_000 }] };

let keys = 0;
function create(draft = promotionDraft(off), nowMs = noon) {
  keys += 1;
  return createPromotion({ ...manager, nowMs }, { key: `watched-${keys}`, draft });
}

describe('what a promotion did', () => {
  it('is the sum over orders that are placed and not closed', async () => {
    const { promotionId } = await create();
    const { shopId } = small.shop;
    const { memberId } = (await small.shopper()).caller;
    for (const [state, fen, payableFen] of [
      ['held', 2_000, 18_000],
      ['used', 1_500, 30_001],
      ['returned', 700, 9_000],
    ] as const) {
      const orderId = await addOrder(database.db, { shopId, memberId, payableFen });
      const use = { shopId, orderId, promotionId, memberId, fen, state, usedAt: noon };
      await database.db.insertInto('promotionUses').values(use).execute();
    }
    const numbers = { uses: 2, spentFen: 3_500, broughtFen: 48_001 };
    expect(await showPromotion(manager, { promotionId })).toMatchObject(numbers);
    const { items } = await listPromotions(manager, { which: 'now' });
    expect(items).toEqual([await showPromotion(manager, { promotionId })]);
  });

  it('tells of its goods what went, held and sold', async () => {
    const [a] = small.skus;
    const { promotionId } = await create(flashDraft([a]));
    await sql`update promotion_goods set held = 1, sold = 3 where promotion_id = ${promotionId}`.execute(
      database.db,
    );
    const { goods } = await showPromotion(manager, { promotionId });
    expect(goods).toEqual([
      {
        ...{ skuId: a, title: '轻云跑步鞋', specText: '38', pictureUrl: '/p.webp' },
        ...{ priceFen: 100, pieces: 10, taken: 4 },
      },
    ]);
  });

  it('names a gift of several tiers once', async () => {
    const [, skuId] = small.skus;
    const tiers = [1, 2].map((times) => ({ atLeast: 10_000 * times, skuId, quantity: times }));
    const gift = await create(promotionDraft({ kind: 'gift', by: 'amount', tiers }));
    expect((await showPromotion(manager, gift)).goods).toMatchObject([
      { skuId, priceFen: 0, pieces: null, taken: 0 },
    ]);
  });
});

describe('the list', () => {
  it('tells running and coming ones from those that are over or stopped', async () => {
    const ids = async (which: 'now' | 'over', nowMs = noon) =>
      (await listPromotions({ ...manager, nowMs }, { which })).items.map((one) => [
        one.promotionId,
        one.state,
      ]);
    const running = await create(promotionDraft(off), noon - 3);
    const coming = await create(promotionDraft(off, { startsAt: noon + 1 }), noon - 2);
    const stopped = await create(promotionDraft(off), noon - 1);
    await stopPromotion(manager, stopped);
    expect(await ids('now')).toEqual([
      [coming.promotionId, 'coming'],
      [running.promotionId, 'running'],
    ]);
    expect(await ids('over')).toEqual([[stopped.promotionId, 'stopped']]);
    expect(await ids('now', noon + 3 * day)).toEqual([]);
    expect(await ids('over', noon + 3 * day)).toEqual([
      [stopped.promotionId, 'stopped'],
      [coming.promotionId, 'over'],
      [running.promotionId, 'over'],
    ]);
  });

  it('comes in pages, the latest made first, each once', async () => {
    const made: string[] = [];
    for (let turn = 0; turn < 23; turn += 1) made.unshift((await create()).promotionId);
    const first = await listPromotions(manager, { which: 'now' });
    expect(first.items).toHaveLength(20);
    const rest = await listPromotions(manager, { which: 'now', cursor: first.next ?? '' });
    expect(rest.next).toBeNull();
    const seen = [...first.items, ...rest.items].map(({ promotionId }) => promotionId);
    expect(seen).toEqual([...made].sort().reverse());
  });

  it('shows nothing of another shop', async () => {
    const made = await create();
    const other = await smallShop(database.db);
    const stranger = other.staff(other.manager);
    expect((await listPromotions(stranger, { which: 'now' })).items).toEqual([]);
    expect(await refusalOf(showPromotion(stranger, made))).toEqual(
      await refusalOf(showPromotion(stranger, { promotionId: newId() })),
    );
  });
});
