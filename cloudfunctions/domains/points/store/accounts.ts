import { sql } from 'kysely';
import type { Queries } from '../../../platform/database';
import type { Tables } from '../../registry';
import type { PointsTables } from '../tables';

type Db = Queries<Tables>;

/** A member of a shop. */
export interface Whose {
  shopId: string;
  memberId: string;
}

/** What a member has; points that ended are not counted, whether the timer saw them or not. */
export async function findAccount(db: Db, { shopId, memberId }: Whose, nowMs: number) {
  const { rows } = await sql<{
    points: number;
    growth: number;
    level: number;
    levelUntil: number | null;
  }>`select a.points - coalesce((select sum(b.remaining) from points_buckets b where b.shop_id = a.shop_id
      and b.member_id = a.member_id and b.remaining > 0 and b.ends_at <= ${nowMs}), 0)::bigint as points,
      a.growth, a.level, a.level_until as "levelUntil"
    from points_accounts a where a.shop_id = ${shopId} and a.member_id = ${memberId}`.execute(db);
  return rows[0] ?? { points: 0, growth: 0, level: 0, levelUntil: null };
}

/** A member's level and until when it is kept, on the row that everything about her points locks. */
export async function lockLevel(db: Db, { shopId, memberId }: Whose) {
  return db
    .selectFrom('pointsAccounts')
    .select(['level', 'levelUntil'])
    .where('shopId', '=', shopId)
    .where('memberId', '=', memberId)
    .forUpdate()
    .executeTakeFirst();
}

/** Changes a member's level, or only how long it is kept. */
export async function saveLevel(
  db: Db,
  { shopId, memberId }: Whose,
  level: { level: number; levelUntil: number | null },
): Promise<void> {
  await db
    .updateTable('pointsAccounts')
    .set(level)
    .where('shopId', '=', shopId)
    .where('memberId', '=', memberId)
    .execute();
}

/** Writes down a change of level. */
export async function addLevelChange(db: Db, row: PointsTables['levelChanges']): Promise<void> {
  await db.insertInto('levelChanges').values(row).execute();
}

/** The growth that a member earned after `fromMs` and until `untilMs`. */
export async function sumGrowth(
  db: Db,
  { shopId, memberId }: Whose,
  { fromMs, untilMs }: { fromMs: number; untilMs: number },
): Promise<number> {
  const row = await db
    .selectFrom('growthEntries')
    .select((select) => select.fn.sum<string | null>('growth').as('growth'))
    .where('shopId', '=', shopId)
    .where('memberId', '=', memberId)
    .where('madeAt', '>', fromMs)
    .where('madeAt', '<=', untilMs)
    .executeTakeFirst();
  return Number(row?.growth ?? 0);
}

/** The points of a member that end next, by `untilMs` at the latest; undefined when none do. */
export async function findEnding(
  db: Db,
  { shopId, memberId }: Whose,
  { nowMs, untilMs }: { nowMs: number; untilMs: number },
) {
  const row = await db
    .selectFrom('pointsBuckets')
    .select(['endsAt', sql<number>`sum(remaining)::bigint`.as('points')])
    .where('shopId', '=', shopId)
    .where('memberId', '=', memberId)
    .where('remaining', '>', 0)
    .where('endsAt', '>', nowMs)
    .where('endsAt', '<=', untilMs)
    .groupBy('endsAt')
    .orderBy('endsAt')
    .limit(1)
    .executeTakeFirst();
  return row;
}
