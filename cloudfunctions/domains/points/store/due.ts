import { sql } from 'kysely';
import type { Queries } from '../../../platform/database';
import type { Tables } from '../../registry';

type Db = Queries<Tables>;

/** Buckets looked at for one batch of members: a year's end has many of each. */
const bucketsAtOnce = 2_000;

/** Locks those of these accounts that nobody else works on; their members. */
export async function lockAccounts(
  db: Db,
  shopId: string,
  memberIds: readonly string[],
): Promise<string[]> {
  if (memberIds.length === 0) return [];
  const rows = await db
    .selectFrom('pointsAccounts')
    .select('memberId')
    .where('shopId', '=', shopId)
    .where('memberId', 'in', [...memberIds])
    .orderBy('memberId')
    .forUpdate()
    .skipLocked()
    .execute();
  return rows.map(({ memberId }) => memberId);
}

/** Members who have points that are over. */
export async function findEnded(db: Db, shopId: string, nowMs: number, limit: number) {
  const { rows } = await sql<{ memberId: string }>`
    select distinct member_id as "memberId" from (
      select member_id from points_buckets where shop_id = ${shopId} and remaining > 0 and ends_at <= ${nowMs}
      order by ends_at limit ${bucketsAtOnce}
    ) ended limit ${limit}`.execute(db);
  return rows.map(({ memberId }) => memberId);
}

/** Members who have points that end until `untilMs` and were not told so. */
export async function findUntold(
  db: Db,
  shopId: string,
  { nowMs, untilMs }: { nowMs: number; untilMs: number },
  limit: number,
) {
  const { rows } = await sql<{ memberId: string }>`
    select distinct member_id as "memberId" from (
      select member_id from points_buckets where shop_id = ${shopId} and remaining > 0 and ends_at > ${nowMs}
        and ends_at <= ${untilMs} and reminded_at is null
      order by ends_at limit ${bucketsAtOnce}
    ) untold limit ${limit}`.execute(db);
  return rows.map(({ memberId }) => memberId);
}

/** Marks a member's points that end until `untilMs` as told; how many they are and when the first of them ends. */
export async function markTold(
  db: Db,
  { shopId, memberId }: { shopId: string; memberId: string },
  { nowMs, untilMs }: { nowMs: number; untilMs: number },
) {
  const rows = await db
    .updateTable('pointsBuckets')
    .set({ remindedAt: nowMs })
    .where('shopId', '=', shopId)
    .where('memberId', '=', memberId)
    .where('remaining', '>', 0)
    .where('endsAt', '>', nowMs)
    .where('endsAt', '<=', untilMs)
    .where('remindedAt', 'is', null)
    .returning(['remaining', 'endsAt'])
    .execute();
  const points = rows.reduce((sum, { remaining }) => sum + remaining, 0);
  return { points, endsAt: Math.min(...rows.map(({ endsAt }) => endsAt)) };
}

/** Members whose level's life is over. */
export async function findLevelsOver(db: Db, shopId: string, nowMs: number, limit: number) {
  const rows = await db
    .selectFrom('pointsAccounts')
    .select('memberId')
    .where('shopId', '=', shopId)
    .where('levelUntil', '<=', nowMs)
    .orderBy('levelUntil')
    .limit(limit)
    .execute();
  return rows.map(({ memberId }) => memberId);
}

/** Members to whom a birthday is owed, and their level. */
export async function findBirthdays(
  db: Db,
  shopId: string,
  due: {
    days: readonly { number: number; year: string }[];
    levels: readonly number[];
    top: number;
  },
  limit: number,
) {
  const days = due.days.map(({ number }) => number);
  const years = due.days.map(({ year }) => year);
  const { rows } = await sql<{ memberId: string; level: number; year: string }>`
    select member_id as "memberId", level, year
    from birthdays_due(${shopId}, ${days}, ${years}, ${[...due.levels]}, ${due.top}, ${limit})`.execute(
    db,
  );
  return rows;
}
