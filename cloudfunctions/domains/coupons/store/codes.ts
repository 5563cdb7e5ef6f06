import { sql } from 'kysely';
import type { Queries } from '../../../platform/database';
import type { Tables } from '../../registry';

type Db = Queries<Tables>;

/** How many codes a batch has; whoever makes more of them waits until this transaction ends. */
export async function countCodes(db: Db, shopId: string, batchId: string): Promise<number> {
  await sql`select from coupon_tallies where shop_id = ${shopId} and batch_id = ${batchId} for update`.execute(
    db,
  );
  const row = await db
    .selectFrom('couponCodes')
    .select(sql<number>`count(*)::int`.as('codes'))
    .where('shopId', '=', shopId)
    .where('batchId', '=', batchId)
    .executeTakeFirst();
  return row?.codes ?? 0;
}

/** Adds a lot of codes to a batch. */
export async function addCodes(
  db: Db,
  lot: { shopId: string; batchId: string; lotId: string; madeAt: number },
  codes: readonly string[],
): Promise<void> {
  const rows = codes.map((code) => ({ ...lot, code, couponId: null }));
  await db.insertInto('couponCodes').values(rows).execute();
}

/** The codes of a lot. */
export async function listLot(db: Db, shopId: string, lotId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('couponCodes')
    .select('code')
    .where('shopId', '=', shopId)
    .where('lotId', '=', lotId)
    .orderBy('code')
    .limit(1_000)
    .execute();
  return rows.map(({ code }) => code);
}

/** A code, and whose coupon it became; both are null while nobody used it. */
export async function findCode(db: Db, shopId: string, code: string) {
  return db
    .selectFrom('couponCodes as k')
    .leftJoin('coupons as c', (join) =>
      join.onRef('c.shopId', '=', 'k.shopId').onRef('c.couponId', '=', 'k.couponId'),
    )
    .select(['k.batchId', 'k.couponId', 'c.memberId'])
    .where('k.shopId', '=', shopId)
    .where('k.code', '=', code)
    .executeTakeFirst();
}

/** How many wrong codes a member tried after an instant (ms); her next try waits until this transaction ends. */
export async function lockTries(
  db: Db,
  who: { shopId: string; memberId: string },
  afterMs: number,
): Promise<number> {
  const { rows } = await sql<{ tries: number }>`
    insert into coupon_code_tries as t (shop_id, member_id, tried_at) values (${who.shopId}, ${who.memberId}, '{}')
    on conflict (shop_id, member_id) do update
    set tried_at = array(select at from unnest(t.tried_at) at where at > ${afterMs}::bigint)
    returning cardinality(tried_at) as tries`.execute(db);
  return rows[0]?.tries ?? 0;
}

/** Counts one more wrong code. */
export async function addTry(
  db: Db,
  who: { shopId: string; memberId: string },
  nowMs: number,
): Promise<void> {
  await sql`update coupon_code_tries set tried_at = tried_at || ${nowMs}::bigint
    where shop_id = ${who.shopId} and member_id = ${who.memberId}`.execute(db);
}
