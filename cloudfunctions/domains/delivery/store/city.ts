import { sql } from 'kysely';
import type { Queries } from '../../../platform/database';
import type { Tables } from '../../registry';

type Db = Queries<Tables>;
type Run = { shopId: string; orderId: string };

/** The promise of an order that travels within the city. */
export async function findRun(db: Db, shopId: string, orderId: string) {
  return db
    .selectFrom('cityRuns')
    .selectAll()
    .where('shopId', '=', shopId)
    .where('orderId', '=', orderId)
    .executeTakeFirst();
}

/** Fixes by when goods are promised, once. */
export async function savePromise(db: Db, { shopId, orderId }: Run, by: number): Promise<void> {
  await db
    .updateTable('cityRuns')
    .set({ promisedBy: by })
    .where('shopId', '=', shopId)
    .where('orderId', '=', orderId)
    .where('promisedBy', 'is', null)
    .execute();
}

/** Notes that goods left their store. */
export async function saveSent(
  db: Db,
  { shopId, orderId }: Run,
  by: { staffId: string; nowMs: number },
): Promise<void> {
  await db
    .updateTable('cityRuns')
    .set({ sentAt: by.nowMs, sentBy: by.staffId })
    .where('shopId', '=', shopId)
    .where('orderId', '=', orderId)
    .where('sentAt', 'is', null)
    .execute();
}

/** Notes that goods are at their door, and whether they came too late; answers whether that is news. */
export async function saveDelivered(
  db: Db,
  { shopId, orderId }: Run,
  by: { staffId: string; nowMs: number },
): Promise<boolean> {
  const saved = await db
    .updateTable('cityRuns')
    .set({ deliveredAt: by.nowMs, deliveredBy: by.staffId })
    .set({
      breachedAt: sql`case when promised_by < ${by.nowMs}::bigint then coalesce(breached_at, ${by.nowMs}::bigint)
        else breached_at end`,
    })
    .where('shopId', '=', shopId)
    .where('orderId', '=', orderId)
    .where('sentAt', 'is not', null)
    .where('deliveredAt', 'is', null)
    .executeTakeFirst();
  return saved.numUpdatedRows === 1n;
}

/** Marks promises that are broken by now, at most `limit`; how many. Orders that closed promise nothing any more. */
export async function markBreaches(
  db: Db,
  { shopId, nowMs, limit }: { shopId: string; nowMs: number; limit: number },
): Promise<number> {
  const { numAffectedRows } =
    await sql`update city_runs set breached_at = ${nowMs} where (shop_id, order_id) in (
    select r.shop_id, r.order_id from city_runs r
    join orders o on o.shop_id = r.shop_id and o.order_id = r.order_id
    where r.shop_id = ${shopId} and r.delivered_at is null and r.promised_by < ${nowMs} and r.breached_at is null
      and o.state in ('paid', 'shipped')
    order by r.promised_by limit ${limit} for update of r skip locked)`.execute(db);
  return Number(numAffectedRows ?? 0n);
}
