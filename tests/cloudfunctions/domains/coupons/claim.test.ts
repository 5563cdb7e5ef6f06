import { sql } from 'kysely';
import { giveCoupon } from '../../../../cloudfunctions/domains/coupons/usecases/give';
import { claimMine } from '../../../../cloudfunctions/domains/coupons/usecases/mine';
import type { Context, StaffContext } from '../../../../cloudfunctions/domains/registry';
import { Refused } from '../../../../cloudfunctions/kit/refusal';
import { day, hour } from '../../../../cloudfunctions/kit/time';
import { newId } from '../../../../cloudfunctions/platform/ids';
import { testDatabase } from '../../../support/database';
import { addOrder, makeBatch } from '../../../support/offers';
import { refusalOf } from '../../../support/refusal-of';
import { noon, smallShop, type SmallShop } from '../../../support/small-shop';
import { rowCounts } from '../../entries/purchase';

const database = testDatabase();
let small: SmallShop;
let manager: StaffContext;
let shopper: Context;
beforeEach(async () => {
  small = await smallShop(database.db);
  manager = small.staff(small.manager);
  shopper = await small.shopper();
});

/** The shop's midnight that ends the day of `noon`. */
const midnight = noon + 12 * hour;

/** That a claim is refused by `code` and changes no row. */
async function refused(context: Context, batchId: string, code: string) {
  const before = [await rowCounts(database.db), await counts(batchId)];
  expect(await refusalOf(claimMine(context, { batchId }))).toMatchObject({ code });
  expect([await rowCounts(database.db), await counts(batchId)]).toEqual(before);
}

/** What was given of a batch, by all that counts it. */
async function counts(batchId: string) {
  const { rows } = await sql<{ tally: number; members: number; most: number; coupons: number }>`
    select (select claimed from coupon_tallies where batch_id = ${batchId}) as tally,
      (select coalesce(sum(claimed), 0)::int from coupon_members where batch_id = ${batchId}) as members,
      (select coalesce(max(claimed), 0)::int from coupon_members where batch_id = ${batchId}) as most,
      (select count(*)::int from coupons where batch_id = ${batchId}) as coupons`.execute(
    database.db,
  );
  return rows[0];
}

describe('claiming a coupon', () => {
  it('gives it for some days of the shop after today, and writes the step', async () => {
    const batchId = await makeBatch(manager);
    const coupon = await claimMine(shopper, { batchId });
    expect(coupon).toMatchObject({
      ...{
        batchId,
        name: '满百减十',
        terms: { kind: 'fixed', offFen: 1_000 },
        thresholdFen: 10_000,
      },
      ...{ state: 'available', startsAt: noon, endsAt: midnight + 7 * day },
    });
    const steps = database.db.selectFrom('couponSteps').select(['step', 'orderId', 'happenedAt']);
    expect(await steps.where('couponId', '=', coupon.couponId).execute()).toEqual([
      { step: 'give', orderId: null, happenedAt: noon },
    ]);
  });

  it('a moment before the shop’s midnight ends a day sooner than a moment after it', async () => {
    const batchId = await makeBatch(manager, { validity: { by: 'days', days: 1 } });
    const [before, after] = [midnight - 1, midnight];
    const first = await claimMine(small.at(shopper, before), { batchId });
    const second = await claimMine(await small.shopper(after), { batchId });
    expect([first.endsAt, second.endsAt]).toEqual([midnight + day, midnight + 2 * day]);
  });

  it('keeps to the dates that the batch says', async () => {
    const validity = { by: 'dates', fromAt: noon + day, untilAt: noon + 9 * day };
    const batchId = await makeBatch(manager, { validity });
    expect(await claimMine(shopper, { batchId })).toMatchObject({
      startsAt: noon + day,
      endsAt: noon + 9 * day,
    });
  });

  it('twice is refused when one is all; with the key of before it is the same coupon', async () => {
    const batchId = await makeBatch(manager);
    const key = 'claim-key-1';
    const first = await claimMine(shopper, { batchId, key });
    expect(await claimMine(shopper, { batchId, key })).toEqual(first);
    await refused(shopper, batchId, 'limit_reached');
    expect(await counts(batchId)).toEqual({ tally: 1, members: 1, most: 1, coupons: 1 });
  });

  it('the same key sent 16 times at once gives one', async () => {
    const batchId = await makeBatch(manager, { perMember: 9 });
    const context = { ...shopper, db: database.open(16) };
    const claim = () => claimMine(context, { batchId, key: 'claim-key-2' });
    const given = await Promise.all(Array.from({ length: 16 }, claim));
    expect(new Set(given.map(({ couponId }) => couponId)).size).toBe(1);
    expect(await counts(batchId)).toEqual({ tally: 1, members: 1, most: 1, coupons: 1 });
  });

  it('is limited by day of the shop, and by member over all days', async () => {
    const batchId = await makeBatch(manager, { perMember: 3, perDay: 2 });
    const claim = (nowMs: number) => claimMine(small.at(shopper, nowMs), { batchId });
    await claim(noon);
    await claim(midnight - 1);
    await refused(small.at(shopper, midnight - 1), batchId, 'day_limit');
    await claim(midnight);
    await refused(small.at(shopper, midnight + day), batchId, 'limit_reached');
    expect(await counts(batchId)).toEqual({ tally: 3, members: 3, most: 3, coupons: 3 });
  });

  it('waits for the batch to open and ends with it', async () => {
    const batchId = await makeBatch(manager, { opensAt: noon + hour });
    await refused(shopper, batchId, 'not_open');
    await refused(small.at(shopper, noon + 3 * day), batchId, 'closed');
    await claimMine(small.at(shopper, noon + hour), { batchId });
  });

  it('ends when the budget is reached', async () => {
    const batchId = await makeBatch(manager, { budgetFen: 5_000, perMember: 2 });
    await claimMine(shopper, { batchId });
    const spend = (fen: number) =>
      sql`update coupon_tallies set spent_fen = ${fen} where batch_id = ${batchId}`.execute(
        database.db,
      );
    await spend(4_999);
    await claimMine(shopper, { batchId });
    await spend(5_000);
    await refused(await small.shopper(), batchId, 'budget_reached');
  });

  it('is for its audience only: new buyers, levels, tags, and the store of her guide', async () => {
    const { shopId } = small.shop;
    const { memberId } = shopper.caller;
    const bought = await small.shopper();
    await addOrder(database.db, { shopId, memberId: bought.caller.memberId, payableFen: 1 });
    const unpaid = { shopId, memberId, payableFen: 1, paidAt: null };
    await addOrder(database.db, unpaid);
    const newBuyers = await makeBatch(manager, { audience: { newBuyers: true } });
    await claimMine(shopper, { batchId: newBuyers });
    await refused(bought, newBuyers, 'not_for_you');

    const leveled = await makeBatch(manager, { audience: { levels: [1, 2] } });
    await refused(shopper, leveled, 'not_for_you');
    await sql`insert into points_accounts (shop_id, member_id, level) values (${shopId}, ${memberId}, 2)`.execute(
      database.db,
    );
    await claimMine(shopper, { batchId: leveled });

    const tagged = await makeBatch(manager, { audience: { tags: ['跑者'] } });
    await refused(shopper, tagged, 'not_for_you');
    const tag = { shopId, memberId, tag: '跑者', madeAt: noon };
    await database.db.insertInto('memberTags').values(tag).execute();
    await claimMine(shopper, { batchId: tagged });

    const local = await makeBatch(manager, { audience: { storeIds: [small.storeId] } });
    await refused(shopper, local, 'not_for_you');
    await bind(memberId, noon - 366 * day);
    await refused(shopper, local, 'not_for_you');
    await bind(memberId, noon - 1, 2);
    await claimMine(shopper, { batchId: local });
  });

  it('answers alike for missing batches, another shop’s, and those that are given otherwise', async () => {
    const other = await smallShop(database.db);
    const foreign = await makeBatch(other.staff(other.manager));
    const targeted = await makeBatch(manager, { giving: { by: 'targeted' } });
    for (const batchId of [newId(), foreign, targeted])
      await refused(shopper, batchId, 'no_such_batch');
  });
});

async function bind(memberId: string, boundAt: number, turn = 1) {
  const { shopId } = small.shop;
  const [{ staffId: guideId }] = small.guides;
  const row = { shopId, memberId, turn, guideId, storeId: small.storeId, reason: 'first_touch' };
  const of = { beforeId: null, touchId: null, orderId: null };
  await database.db
    .insertInto('bindings')
    .values({ ...row, ...of, boundAt })
    .execute();
}

describe('giving', () => {
  it('by the same source and cause gives once, and by another cause once more', async () => {
    const batchId = await makeBatch(manager, { giving: { by: 'points', points: 9 }, perMember: 2 });
    const { memberId } = shopper.caller;
    const give = (cause: string) =>
      database.db
        .transaction()
        .execute((tx) => giveCoupon(shopper, tx, { batchId, memberId, source: 'points', cause }));
    const first = await give('one');
    expect(first).toMatchObject({ outcome: 'given' });
    expect(await give('one')).toEqual({ ...first, outcome: 'already' });
    expect(await give('two')).toMatchObject({ outcome: 'given' });
    expect(await give('three')).toMatchObject({
      outcome: 'not',
      whyNot: { code: 'limit_reached' },
    });
    expect(await give('one')).toEqual({ ...first, outcome: 'already' });
  });

  it('says what was given before even when by now she is nobody it is for', async () => {
    const audience = { newBuyers: true };
    const batchId = await makeBatch(manager, { audience });
    const { memberId } = shopper.caller;
    const wanted = { batchId, memberId, source: 'claim' as const, cause: 'once' };
    const first = await giveCoupon(shopper, database.db, wanted);
    await addOrder(database.db, { shopId: small.shop.shopId, memberId, payableFen: 1 });
    expect(await giveCoupon(shopper, database.db, wanted)).toEqual({
      ...first,
      outcome: 'already',
    });
    const again = await giveCoupon(shopper, database.db, { ...wanted, cause: 'twice' });
    expect(again).toMatchObject({ whyNot: { code: 'not_for_you' } });
  });

  it('leaves the transaction around it whole when it says no', async () => {
    const batchId = await makeBatch(manager);
    await claimMine(shopper, { batchId });
    const { memberId } = shopper.caller;
    const { shopId } = small.shop;
    await database.db.transaction().execute(async (tx) => {
      const wanted = { batchId, memberId, source: 'claim' as const, cause: 'more' };
      expect(await giveCoupon(shopper, tx, wanted)).toMatchObject({ outcome: 'not' });
      await tx
        .insertInto('memberTags')
        .values({ shopId, memberId, tag: '之后', madeAt: noon })
        .execute();
    });
    const tags = database.db.selectFrom('memberTags').select('tag');
    expect(await tags.where('memberId', '=', memberId).execute()).toEqual([{ tag: '之后' }]);
  });
});

describe('many at once', () => {
  it('take the last 20: of 200 members 20 have one, and 180 are told that all are gone', async () => {
    const db = database.open(32);
    const batchId = await makeBatch(manager);
    const members = await Promise.all(Array.from({ length: 200 }, () => small.shopper()));
    const outcomes = await Promise.allSettled(
      members.map((member) => claimMine({ ...member, db }, { batchId })),
    );
    const codes = outcomes.flatMap((one) =>
      one.status === 'rejected' ? [codeOf(one.reason)] : [],
    );
    expect(outcomes.filter((one) => one.status === 'fulfilled')).toHaveLength(20);
    expect(codes).toEqual(Array.from({ length: 180 }, () => 'all_gone'));
    expect(await counts(batchId)).toEqual({ tally: 20, members: 20, most: 1, coupons: 20 });
  });

  it('of few members keep each to her limits', async () => {
    const db = database.open(32);
    const batchId = await makeBatch(manager, { total: 50, perMember: 4, perDay: 3 });
    const members = await Promise.all(Array.from({ length: 10 }, () => small.shopper()));
    const outcomes = await Promise.allSettled(
      Array.from({ length: 200 }, (_, turn) =>
        claimMine({ ...(members[turn % 10] ?? shopper), db }, { batchId }),
      ),
    );
    const codes = outcomes.flatMap((one) =>
      one.status === 'rejected' ? [codeOf(one.reason)] : [],
    );
    expect(codes).toEqual(Array.from({ length: 170 }, () => 'day_limit'));
    expect(await counts(batchId)).toEqual({ tally: 30, members: 30, most: 3, coupons: 30 });
  });
});

function codeOf(fault: unknown): string {
  return fault instanceof Refused ? fault.refusal.code : String(fault);
}
