import { sql } from 'kysely';
import type { Place } from '../../../kit/cursor';
import type { Queries } from '../../../platform/database';
import type { Tables } from '../../registry';
import type { Giving } from '../schema';
import type { CouponTables } from '../tables';

type Db = Queries<Tables>;
type Batch = CouponTables['couponBatches'];

/** One batch; foreign and missing ids are not found. */
export async function findBatch(db: Db, shopId: string, batchId: string) {
  return db
    .selectFrom('couponBatches')
    .selectAll()
    .where('shopId', '=', shopId)
    .where('batchId', '=', batchId)
    .executeTakeFirst();
}

/** Adds a batch, of which nothing is given yet. */
export async function addBatch(db: Db, row: Omit<Batch, 'stoppedAt'>): Promise<void> {
  const { shopId, batchId } = row;
  await db
    .insertInto('couponBatches')
    .values({ ...row, stoppedAt: null })
    .execute();
  await db
    .insertInto('couponTallies')
    .values({ shopId, batchId, claimed: 0, spentFen: 0 })
    .execute();
}

/** How many batches of the shop are open or to come; whoever asks next waits until this transaction ends. */
export async function countLiveBatches(db: Db, shopId: string, nowMs: number): Promise<number> {
  await sql`select from shops where shop_id = ${shopId} for no key update`.execute(db);
  const row = await db
    .selectFrom('couponBatches')
    .select(sql<number>`count(*)::int`.as('live'))
    .where('shopId', '=', shopId)
    .where('stoppedAt', 'is', null)
    .where('closesAt', '>', nowMs)
    .executeTakeFirst();
  return row?.live ?? 0;
}

/** Marks a batch as stopped; coupons that were given stay good. */
export async function markBatchStopped(
  db: Db,
  shopId: string,
  batchId: string,
  nowMs: number,
): Promise<void> {
  await db
    .updateTable('couponBatches')
    .set({ stoppedAt: nowMs })
    .where('shopId', '=', shopId)
    .where('batchId', '=', batchId)
    .where('stoppedAt', 'is', null)
    .execute();
}

/** Which batches a list is about: those that are open or to come, or those that are over. */
export interface BatchFilter {
  shopId: string;
  over: boolean;
  nowMs: number;
  after?: Place | undefined;
  limit: number;
}

/** Batches, the latest made first, from a place on. */
export async function listBatchRows(db: Db, filter: BatchFilter) {
  const { shopId, over, nowMs, after, limit } = filter;
  const live = sql<boolean>`(stopped_at is null and closes_at > ${nowMs}::bigint)`;
  return db
    .selectFrom('couponBatches')
    .selectAll()
    .where('shopId', '=', shopId)
    .where(over ? sql<boolean>`not ${live}` : live)
    .$if(after !== undefined, (query) =>
      query.where(
        sql<boolean>`(made_at, batch_id) < (${after?.value ?? 0}::bigint, ${after?.id ?? ''}::uuid)`,
      ),
    )
    .orderBy('madeAt', 'desc')
    .orderBy('batchId', 'desc')
    .limit(limit)
    .execute();
}

/** What batches came to, as `batch_watch` counts it; amounts in fen. */
export async function watchBatches(db: Db, shopId: string, batchIds: readonly string[]) {
  const { rows } = await sql<{
    batchId: string;
    claimed: number;
    used: number;
    spentFen: number;
    broughtFen: number;
  }>`select * from batch_watch(${shopId}, ${[...batchIds]}::uuid[])`.execute(db);
  return rows;
}

/** Batches that are open at `nowMs` and given in one way, in the order of their ids, in which they are locked. */
export async function listOpenBatches(db: Db, shopId: string, by: Giving['by'], nowMs: number) {
  return db
    .selectFrom('couponBatches')
    .selectAll()
    .where('shopId', '=', shopId)
    .where('stoppedAt', 'is', null)
    .where('closesAt', '>', nowMs)
    .where('opensAt', '<=', nowMs)
    .where(sql<boolean>`giving->>'by' = ${by}`)
    .orderBy('batchId')
    .limit(200)
    .execute();
}

/** What was given of batches: to all, to one member and on her latest day; and what she has and can use. */
export async function listGiven(
  db: Db,
  asked: { shopId: string; memberId: string | null; batchIds: readonly string[] },
  nowMs: number,
) {
  if (asked.batchIds.length === 0) return [];
  const { shopId, memberId, batchIds } = asked;
  return db
    .selectFrom('couponTallies as t')
    .leftJoin('couponMembers as m', (join) =>
      join
        .onRef('m.shopId', '=', 't.shopId')
        .onRef('m.batchId', '=', 't.batchId')
        .on('m.memberId', '=', memberId),
    )
    .select([
      't.batchId',
      't.claimed',
      't.spentFen',
      'm.claimed as hers',
      'm.day',
      'm.onDay',
      sql<number>`(select count(*) from coupons c where c.shop_id = t.shop_id and c.batch_id = t.batch_id
        and c.member_id = ${memberId}::uuid and c.state = 'available' and c.ends_at > ${nowMs}::bigint)::int`.as(
        'mine',
      ),
    ])
    .where('t.shopId', '=', shopId)
    .where('t.batchId', 'in', [...batchIds])
    .execute();
}

/** How far a batch's birthdays were gone through: which day's, and of that day up to whom. */
export async function findBirthdays(db: Db, shopId: string, batchId: string) {
  return db
    .selectFrom('couponBirthdays')
    .select(['day', 'afterId', 'done'])
    .where('shopId', '=', shopId)
    .where('batchId', '=', batchId)
    .executeTakeFirst();
}

/** Saves how far a batch's birthdays of a day were gone through. */
export async function saveBirthdays(db: Db, row: CouponTables['couponBirthdays']): Promise<void> {
  const { shopId: _shop, batchId: _batch, ...changed } = row;
  await db
    .insertInto('couponBirthdays')
    .values(row)
    .onConflict((conflict) => conflict.columns(['shopId', 'batchId']).doUpdateSet(changed))
    .execute();
}

/** Adds to what the coupons of a batch have given, in fen. */
export async function addSpent(
  db: Db,
  shopId: string,
  batchId: string,
  fen: number,
): Promise<void> {
  await db
    .updateTable('couponTallies')
    .set({ spentFen: sql`spent_fen + ${fen}` })
    .where('shopId', '=', shopId)
    .where('batchId', '=', batchId)
    .execute();
}
