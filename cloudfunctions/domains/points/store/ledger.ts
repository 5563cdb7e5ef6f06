import { sql } from 'kysely';
import type { Place } from '../../../kit/cursor';
import { faultCode, type Queries } from '../../../platform/database';
import type { Tables } from '../../registry';
import type { Whose } from './accounts';

type Db = Queries<Tables>;

const tooFewPoints = 'SK003';

/** Why points or growth move: each cause once per id. */
export interface Cause {
  cause: string;
  causeId: string;
}

/** Locks a member's account and lets end what is over; the balance that is left. */
export async function settleEnded(db: Db, whose: Whose, nowMs: number): Promise<number> {
  const { shopId, memberId } = whose;
  const { rows } = await sql<{
    points: number;
  }>`select points_expire(${shopId}, ${memberId}, ${nowMs}) as points`.execute(db);
  return rows[0]?.points ?? 0;
}

/** Gives points that end at `endsAt`; false when this cause gave them before, or there is nothing to give. */
export async function givePoints(
  db: Db,
  { shopId, memberId }: Whose,
  given: Cause & { points: number; endsAt: number; nowMs: number },
): Promise<boolean> {
  const { points, endsAt, cause, causeId, nowMs } = given;
  const { rows } = await sql<{
    given: boolean;
  }>`select points_give(${shopId}, ${memberId}, ${points}, ${endsAt}, ${cause}, ${causeId}, ${nowMs}) as given`.execute(
    db,
  );
  return rows[0]?.given ?? false;
}

/** Takes points back, below zero if need be; false when this cause took them before. */
export async function takePoints(
  db: Db,
  { shopId, memberId }: Whose,
  taken: Cause & { points: number; nowMs: number },
): Promise<boolean> {
  const { points, cause, causeId, nowMs } = taken;
  const { rows } = await sql<{
    taken: boolean;
  }>`select points_take(${shopId}, ${memberId}, ${points}, ${cause}, ${causeId}, ${nowMs}) as taken`.execute(
    db,
  );
  return rows[0]?.taken ?? false;
}

/** Returns points that an order spent to their buckets, once per refund; see `points_return`. */
export async function returnPoints(
  db: Db,
  { shopId, memberId }: Whose,
  back: { points: number; orderId: string; refundId: string; livesMs: number; nowMs: number },
): Promise<void> {
  const { points, orderId, refundId, livesMs, nowMs } = back;
  await sql`select points_return(${shopId}, ${memberId}, ${points}, ${orderId}::text, ${refundId}::text, ${livesMs},
    ${nowMs})`.execute(db);
}

/** Points that a cause gave a member; 0 when it gave none. */
export async function findGiven(
  db: Db,
  { shopId, memberId }: Whose,
  { cause, causeId }: Cause,
): Promise<number> {
  const row = await db
    .selectFrom('pointsEntries')
    .select(sql<number>`coalesce(sum(points), 0)::int`.as('points'))
    .where('shopId', '=', shopId)
    .where('memberId', '=', memberId)
    .where('causeId', '=', causeId)
    .where('cause', '=', cause)
    .where('fromAccount', '=', 'shop')
    .executeTakeFirst();
  return row?.points ?? 0;
}

/** Pays with points, those that end first before others; false when she has fewer, which ends the transaction's use. */
export async function payPoints(
  db: Db,
  { shopId, memberId }: Whose,
  paid: Cause & { points: number; nowMs: number },
): Promise<boolean> {
  const { points, cause, causeId, nowMs } = paid;
  try {
    await sql`select points_hold(${shopId}, ${memberId}, ${points}, ${cause}, ${causeId}, ${nowMs})`.execute(
      db,
    );
  } catch (fault) {
    if (faultCode(fault) === tooFewPoints) return false;
    throw fault;
  }
  await sql`select points_spend(${shopId}, ${memberId}, ${cause}, ${causeId}, ${nowMs})`.execute(
    db,
  );
  return true;
}

/** Gives growth, once per cause. */
export async function giveGrowth(
  db: Db,
  { shopId, memberId }: Whose,
  given: Cause & { growth: number; nowMs: number },
): Promise<void> {
  const { growth, cause, causeId, nowMs } = given;
  await sql`select growth_give(${shopId}, ${memberId}, ${growth}, ${cause}, ${causeId}, ${nowMs})`.execute(
    db,
  );
}

/** Whether anybody of the shop was given points for referring a member. */
export async function wasReferred(db: Db, shopId: string, memberId: string): Promise<boolean> {
  const row = await db
    .selectFrom('pointsEntries')
    .select('entryId')
    .where('shopId', '=', shopId)
    .where('cause', '=', 'referral')
    .where('causeId', '=', memberId)
    .executeTakeFirst();
  return row !== undefined;
}

/** How often a cause gave a member points since `fromMs`. */
export async function countGiven(
  db: Db,
  { shopId, memberId }: Whose,
  { cause, fromMs }: { cause: string; fromMs: number },
): Promise<number> {
  const row = await db
    .selectFrom('pointsEntries')
    .select(sql<number>`count(*)::int`.as('times'))
    .where('shopId', '=', shopId)
    .where('memberId', '=', memberId)
    .where('cause', '=', cause)
    .where('madeAt', '>=', fromMs)
    .executeTakeFirst();
  return row?.times ?? 0;
}

/** A line of a member's points: what one deed moved, however many buckets it went through. */
interface Line {
  entryId: string;
  points: number;
  fromAccount: string;
  toAccount: string;
  cause: string;
  madeAt: number;
  endsAt: number | null;
}

/**
 * What moved a member's points, newest first, from a place on. What one deed did to several buckets is one line,
 * and so is all that ended at one time. `endsAt` is when given points end.
 */
export async function listMovements(
  db: Db,
  { shopId, memberId }: Whose,
  { after, limit }: { after: Place | undefined; limit: number },
): Promise<Line[]> {
  const { rows } = await sql<Line>`
    select min(e.entry_id::text) as "entryId",
      sum(case when e.to_account = 'member' then e.points else -e.points end)::bigint as points,
      e.from_account as "fromAccount", e.to_account as "toAccount", e.cause, e.made_at as "madeAt",
      max(b.ends_at) filter (where e.from_account = 'shop') as "endsAt"
    from points_entries e
    left join points_buckets b on b.shop_id = e.shop_id and b.bucket_id = e.bucket_id
    where e.shop_id = ${shopId} and e.member_id = ${memberId}
      and (e.from_account = 'member' or e.to_account = 'member')
      and e.made_at <= ${after?.value ?? Number.MAX_SAFE_INTEGER}
    group by e.made_at, e.cause, e.from_account, e.to_account,
      case when e.cause = 'expired' then '' else e.cause_id end
    having ${after === undefined} or (e.made_at, min(e.entry_id::text)) < (${after?.value ?? 0}::bigint, ${after?.id ?? ''})
    order by e.made_at desc, min(e.entry_id::text) desc
    limit ${limit}
  `.execute(db);
  return rows;
}
