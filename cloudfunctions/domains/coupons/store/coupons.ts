import { sql } from 'kysely';
import type { Place } from '../../../kit/cursor';
import type { Queries } from '../../../platform/database';
import { newId } from '../../../platform/ids';
import type { Tables } from '../../registry';
import type { WhyNotGive } from '../refusals';
import type { CouponState, ListMyCoupons } from '../schema';

type Db = Queries<Tables>;

/** What `claim_coupon` takes; `day` is the shop's, instants and spans in ms. */
export interface CouponClaim {
  shopId: string;
  batchId: string;
  memberId: string;
  source: string;
  cause: string;
  couponId: string;
  stepId: string;
  packetId: string | null;
  code: string | null;
  nowMs: number;
  day: string;
  offsetMinutes: number;
  remindBeforeMs: number;
}

/** What became of a claim: a coupon, now or before, or why there is none. */
export type Claimed =
  | {
      outcome: 'given' | 'already';
      couponId: string;
      state: CouponState;
      startsAt: number;
      endsAt: number;
    }
  | { outcome: 'not'; code: WhyNotGive };

/** Gives a coupon in one call, or says why not; a refusal leaves nothing behind. */
export async function claimCoupon(db: Db, claim: CouponClaim): Promise<Claimed> {
  const { rows } = await sql<{
    claimed: Claimed;
  }>`select claim_coupon(${JSON.stringify(claim)}::jsonb) as claimed`.execute(db);
  const [row] = rows;
  if (row === undefined) throw new Error('claim_coupon answered nothing');
  return row.claimed;
}

/** The coupon that a cause gave a member of a batch. */
export async function findGiven(
  db: Db,
  given: { shopId: string; batchId: string; memberId: string; source: string; cause: string },
) {
  return db
    .selectFrom('coupons')
    .select(['couponId', 'state', 'startsAt', 'endsAt'])
    .where('shopId', '=', given.shopId)
    .where('batchId', '=', given.batchId)
    .where('memberId', '=', given.memberId)
    .where('source', '=', given.source)
    .where('cause', '=', given.cause)
    .executeTakeFirst();
}

/** Which of a member's coupons a list shows. */
export interface CouponFilter {
  shopId: string;
  memberId: string;
  which: ListMyCoupons['which'];
  nowMs: number;
  after?: Place | undefined;
  limit: number;
}

/** What can still be used, the one that ends first first; what is used or over, the latest given first. */
export async function listCouponRows(db: Db, filter: CouponFilter) {
  const { shopId, memberId, which, nowMs, after, limit } = filter;
  const rising = which === 'available';
  const column = rising ? 'c.endsAt' : 'c.givenAt';
  const place = sql`(${after?.value ?? 0}::bigint, ${after?.id ?? ''}::uuid)`;
  const row = sql`(${sql.ref(column)}, c.coupon_id)`;
  return db
    .selectFrom('coupons as c')
    .innerJoin('couponBatches as b', (join) =>
      join.onRef('b.shopId', '=', 'c.shopId').onRef('b.batchId', '=', 'c.batchId'),
    )
    .select([
      'c.couponId',
      'c.batchId',
      'c.state',
      'c.source',
      'c.startsAt',
      'c.endsAt',
      'c.givenAt',
    ])
    .select(['b.name', 'b.terms', 'b.thresholdFen', 'b.scope'])
    .where('c.shopId', '=', shopId)
    .where('c.memberId', '=', memberId)
    .where(standing(which, nowMs))
    .$if(after !== undefined, (query) =>
      query.where(rising ? sql<boolean>`${row} > ${place}` : sql<boolean>`${row} < ${place}`),
    )
    .orderBy(column, rising ? 'asc' : 'desc')
    .orderBy('c.couponId', rising ? 'asc' : 'desc')
    .limit(limit)
    .execute();
}

/** A coupon whose time is over is over, whether or not the timer has been there; one that an order holds waits for it. */
function standing(which: ListMyCoupons['which'], nowMs: number) {
  const good = sql`(c.state = 'held' or c.state = 'available' and c.ends_at > ${nowMs}::bigint)`;
  if (which === 'available') return sql<boolean>`c.state in ('available', 'held') and ${good}`;
  return which === 'used'
    ? sql<boolean>`c.state = 'used'`
    : sql<boolean>`c.state <> 'used' and not ${good}`;
}

/** How many coupons a member can use, now or later, and how many of them end before an instant (ms). */
export async function countMine(
  db: Db,
  mine: { shopId: string; memberId: string },
  nowMs: number,
  soonMs: number,
) {
  const row = await db
    .selectFrom('coupons')
    .select([
      sql<number>`count(*)::int`.as('available'),
      sql<number>`(count(*) filter (where ends_at <= ${soonMs}::bigint))::int`.as('endingSoon'),
    ])
    .where('shopId', '=', mine.shopId)
    .where('memberId', '=', mine.memberId)
    .where('state', '=', 'available')
    .where('endsAt', '>', nowMs)
    .executeTakeFirst();
  return row ?? { available: 0, endingSoon: 0 };
}

/** Expires up to `limit` coupons whose time is over and writes the step; those that somebody holds wait. */
export async function expireRows(
  db: Db,
  shopId: string,
  nowMs: number,
  limit: number,
): Promise<number> {
  const due = await db
    .selectFrom('coupons')
    .select('couponId')
    .where('shopId', '=', shopId)
    .where('state', '=', 'available')
    .where('endsAt', '<=', nowMs)
    .orderBy('endsAt')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();
  if (due.length === 0) return 0;
  const couponIds = due.map(({ couponId }) => couponId);
  await db
    .updateTable('coupons')
    .set({ state: 'expired' })
    .where('shopId', '=', shopId)
    .where('couponId', 'in', couponIds)
    .execute();
  const steps = couponIds.map((couponId) => ({
    ...{ shopId, stepId: newId(), couponId, orderId: null },
    ...{ step: 'expire' as const, happenedAt: nowMs },
  }));
  await db.insertInto('couponSteps').values(steps).execute();
  return due.length;
}

/** Up to `limit` members with coupons that end between now and `soonMs` and were not told of it. */
export async function findToRemind(
  db: Db,
  shopId: string,
  { nowMs, soonMs, limit }: { nowMs: number; soonMs: number; limit: number },
): Promise<string[]> {
  const rows = await db
    .selectFrom('coupons')
    .select('memberId')
    .where('shopId', '=', shopId)
    .where('state', '=', 'available')
    .where('remindedAt', 'is', null)
    .where('endsAt', '>', nowMs)
    .where('endsAt', '<=', soonMs)
    .orderBy('endsAt')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();
  return [...new Set(rows.map(({ memberId }) => memberId))].sort();
}

/** Marks what a member has that ends until `untilMs` as told; how many, and when the first ends. */
export async function markReminded(
  db: Db,
  mine: { shopId: string; memberId: string },
  { nowMs, untilMs }: { nowMs: number; untilMs: number },
) {
  const rows = await db
    .updateTable('coupons')
    .set({ remindedAt: nowMs })
    .where('shopId', '=', mine.shopId)
    .where('memberId', '=', mine.memberId)
    .where('state', '=', 'available')
    .where('remindedAt', 'is', null)
    .where('endsAt', '>', nowMs)
    .where('endsAt', '<=', untilMs)
    .returning('endsAt')
    .execute();
  return { coupons: rows.length, firstEndsAt: Math.min(...rows.map(({ endsAt }) => endsAt)) };
}

/** Returns coupons that an order had used, in the order of their ids, and records the step of each. */
export async function returnCoupons(
  db: Db,
  shopId: string,
  back: { orderId: string; couponIds: readonly string[]; nowMs: number },
): Promise<void> {
  const { orderId, couponIds, nowMs } = back;
  for (const couponId of couponIds) {
    const coupon = await db
      .updateTable('coupons')
      .set({
        state: sql<CouponState>`case when ends_at > ${nowMs} then 'available' else 'expired' end`,
        orderId: null,
      })
      .where('shopId', '=', shopId)
      .where('couponId', '=', couponId)
      .where('orderId', '=', orderId)
      .where('state', '=', 'used')
      .returning('state')
      .executeTakeFirst();
    if (coupon === undefined) continue;
    const step = coupon.state === 'available' ? ('return' as const) : ('expire' as const);
    const row = { shopId, stepId: newId(), couponId, step, orderId, happenedAt: nowMs };
    await db.insertInto('couponSteps').values(row).execute();
  }
}
