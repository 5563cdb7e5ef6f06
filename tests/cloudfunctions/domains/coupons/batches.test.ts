import { sql } from 'kysely';
import { CreateBatch, type CouponDraft } from '../../../../cloudfunctions/domains/coupons/schema';
import {
  createBatch,
  stopBatch,
} from '../../../../cloudfunctions/domains/coupons/usecases/batches';
import { claimMine } from '../../../../cloudfunctions/domains/coupons/usecases/mine';
import { listBatches, showBatch } from '../../../../cloudfunctions/domains/coupons/usecases/watch';
import type { StaffContext } from '../../../../cloudfunctions/domains/registry';
import { day, hour } from '../../../../cloudfunctions/kit/time';
import { newId } from '../../../../cloudfunctions/platform/ids';
import { testDatabase } from '../../../support/database';
import { addOrder, couponDraft, makeBatch } from '../../../support/offers';
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

const create = (draft: CouponDraft, context = manager) =>
  createBatch(context, { key: newId(), draft });

/** That a draft is refused by `code` and writes nothing. */
async function refused(more: object, code: string) {
  const before = await rowCounts(database.db);
  expect(await refusalOf(create(couponDraft(more)))).toMatchObject({ code });
  expect(await rowCounts(database.db)).toBe(before);
}

describe('making a batch', () => {
  it('writes what was said, and managers see it running', async () => {
    const draft = couponDraft({
      audience: { levels: [1], newBuyers: true },
      ...{ perMember: 3, perDay: 2, budgetFen: 50_000 },
    });
    const batch = await create(draft);
    expect(await showBatch(manager, batch)).toEqual({
      ...{ ...draft, ...batch, state: 'running', madeAt: noon },
      ...{ claimed: 0, used: 0, spentFen: 0, broughtFen: 0 },
    });
  });

  it('gives the same answer to the same key, and refuses another body', async () => {
    const input = { key: 'batch-key-1', draft: couponDraft() };
    const first = await createBatch(manager, input);
    expect(await createBatch({ ...manager, nowMs: noon + 9 * day }, input)).toEqual(first);
    const other = createBatch(manager, { ...input, draft: couponDraft({ total: 21 }) });
    expect(await refusalOf(other)).toMatchObject({ code: 'key_reused' });
  });

  it('makes one of one key sent 8 times at once', async () => {
    const context = { ...manager, db: database.open(8) };
    const input = { key: 'batch-key-2', draft: couponDraft() };
    const made = await Promise.all(Array.from({ length: 8 }, () => createBatch(context, input)));
    expect(new Set(made.map(({ batchId }) => batchId)).size).toBe(1);
  });
});

describe('a batch is refused', () => {
  it.each<[string, object]>([
    ['ends_before_start', { opensAt: noon, closesAt: noon }],
    ['over_already', { closesAt: noon }],
    ['too_long', { opensAt: noon, closesAt: noon + 367 * day }],
    ['too_far', { opensAt: noon + 367 * day, closesAt: noon + 368 * day }],
    ['no_scope', { scope: { not: { tags: ['特价'] } } }],
    ['no_such_level', { audience: { levels: [4] } }],
    ['no_such_level', { giving: { by: 'event', event: { on: 'level_up', level: 4 } } }],
    ['limits_too_high', { total: 2, perMember: 3 }],
    ['limits_too_high', { total: 4, giving: { by: 'packet', pieces: 5 } }],
    ['day_above_member', { perMember: 2, perDay: 3 }],
    ['off_above_threshold', { thresholdFen: 999 }],
    ['ends_while_open', { validity: dates(noon, noon + 3 * day - 1) }],
    ['ends_while_open', { validity: dates(noon + 5 * day, noon + 4 * day) }],
    ['ends_too_far', { validity: dates(noon, noon + 800 * day) }],
  ])('with %s', async (code, more) => {
    await refused(more, code);
  });

  it('for goods and stores that this shop does not have', async () => {
    const other = await smallShop(database.db);
    await refused({ scope: { productIds: [other.productId] } }, 'no_such_goods');
    await refused({ scope: { categoryIds: [newId()] } }, 'no_such_goods');
    await refused({ audience: { storeIds: [other.storeId] } }, 'no_such_store');
  });

  it('as the 201st that is not over', async () => {
    await database.db
      .insertInto('couponBatches')
      .values(Array.from({ length: 200 }, () => rowOf(couponDraft())))
      .execute();
    await refused({}, 'too_many_batches');
  });

  it('may take off more than nothing when it asks for nothing', async () => {
    expect(await makeBatch(manager, { thresholdFen: 0 })).toMatch(/^[0-9a-f-]{36}$/);
  });

  it.each<[string, object]>([
    ['an amount of 0', { terms: { kind: 'fixed', offFen: 0 } }],
    ['a negative amount', { terms: { kind: 'fixed', offFen: -100 } }],
    ['half a fen', { terms: { kind: 'fixed', offFen: 0.5 } }],
    ['an amount beyond all', { terms: { kind: 'fixed', offFen: 1e12 } }],
    ['NaN', { terms: { kind: 'fixed', offFen: Number.NaN } }],
    ['a text', { terms: { kind: 'fixed', offFen: '1000' } }],
    ['a rate of everything', { terms: { kind: 'percent', paysBp: 10_000 } }],
    ['no coupons', { total: 0 }],
    ['part of a coupon', { total: 1.5 }],
    ['no days', { validity: { by: 'days', days: 0 } }],
    ['a packet of one', { giving: { by: 'packet', pieces: 1 } }],
    ['a name of nothing', { name: '\u200b' }],
    ['an unknown way of giving', { giving: { by: 'mail' } }],
  ])('at the door with %s', (_what, more) => {
    const draft = { ...couponDraft(), ...more };
    expect(CreateBatch.safeParse({ key: 'some-key-1', draft }).success).toBe(false);
  });
});

function dates(fromAt: number, untilAt: number) {
  return { by: 'dates', fromAt, untilAt };
}

function rowOf(draft: CouponDraft) {
  const { staffId } = small.manager;
  const made = { madeBy: staffId, madeAt: noon, stoppedAt: null };
  return { shopId: small.shop.shopId, batchId: newId(), ...draft, ...made };
}

describe('stopping a batch', () => {
  it('gives none any more, keeps those given, and may be repeated', async () => {
    const batchId = await makeBatch(manager);
    const [early, late] = [await small.shopper(), await small.shopper()];
    const coupon = await claimMine(early, { batchId });
    await stopBatch(manager, { batchId });
    await stopBatch(manager, { batchId });
    const before = await rowCounts(database.db);
    expect(await refusalOf(claimMine(late, { batchId }))).toMatchObject({ code: 'stopped' });
    expect(await rowCounts(database.db)).toBe(before);
    const { state } = await database.db
      .selectFrom('coupons')
      .select('state')
      .where('couponId', '=', coupon.couponId)
      .executeTakeFirstOrThrow();
    expect(state).toBe('available');
    expect(await showBatch(manager, { batchId })).toMatchObject({ state: 'stopped', claimed: 1 });
  });

  it('is refused when it is over, and for foreign and missing ids alike', async () => {
    const batchId = await makeBatch(manager);
    const late = { ...manager, nowMs: noon + 3 * day };
    expect(await refusalOf(stopBatch(late, { batchId }))).toMatchObject({ code: 'over' });
    const other = await smallShop(database.db);
    const stranger = other.staff(other.manager);
    for (const deed of [stopBatch, showBatch])
      expect(await refusalOf(deed(stranger, { batchId }))).toEqual(
        await refusalOf(deed(stranger, { batchId: newId() })),
      );
  });
});

describe('what a batch came to', () => {
  it('is what was given, what was used, and the orders that used it', async () => {
    const batchId = await makeBatch(manager, { perMember: 3 });
    const shopper = await small.shopper();
    const { memberId } = shopper.caller;
    const { shopId } = small.shop;
    const given = [];
    for (let turn = 0; turn < 3; turn += 1) given.push(await claimMine(shopper, { batchId }));
    const orderId = await addOrder(database.db, { shopId, memberId, payableFen: 12_345 });
    await sql`update coupons set state = 'used', order_id = ${orderId}
      where coupon_id = ${given[0]?.couponId}`.execute(database.db);
    await sql`update coupon_tallies set spent_fen = 1000 where batch_id = ${batchId}`.execute(
      database.db,
    );
    const numbers = { claimed: 3, used: 1, spentFen: 1_000, broughtFen: 12_345 };
    expect(await showBatch(manager, { batchId })).toMatchObject(numbers);
  });

  it('is listed apart for open and coming ones and for those that are over, in pages', async () => {
    const made: string[] = [];
    for (let turn = 0; turn < 22; turn += 1) made.push(await makeBatch(manager));
    const coming = await makeBatch({ ...manager, nowMs: noon - 1 }, { opensAt: noon + hour });
    const stopped = made.pop() ?? '';
    await stopBatch(manager, { batchId: stopped });
    const first = await listBatches(manager, { which: 'now' });
    const rest = await listBatches(manager, { which: 'now', cursor: first.next ?? '' });
    const seen = [...first.items, ...rest.items].map((item) => item.batchId);
    expect(seen).toEqual([...made.sort().reverse(), coming]);
    expect(rest.items.at(-1)).toMatchObject({ state: 'coming' });
    expect((await listBatches(manager, { which: 'over' })).items).toMatchObject([
      { batchId: stopped, state: 'stopped' },
    ]);
    const later = { ...manager, nowMs: noon + 3 * day };
    expect((await listBatches(later, { which: 'now' })).items).toEqual([]);
  });
});
