import { sql } from 'kysely';
import type { Queries } from '../../../platform/database';
import type { Tables } from '../../registry';

type Db = Queries<Tables>;

/** The pick-up of an order, if it is picked up and was paid. */
export async function findPickup(db: Db, shopId: string, orderId: string) {
  return db
    .selectFrom('pickups')
    .selectAll()
    .where('shopId', '=', shopId)
    .where('orderId', '=', orderId)
    .executeTakeFirst();
}

/**
 * Gives an order a code under which it waits at its store; answers whether it has one now. False means that the code
 * means another order: try again with a new one.
 */
export async function addPickup(
  db: Db,
  pickup: { shopId: string; orderId: string; storeId: string; code: string; nowMs: number },
): Promise<boolean> {
  const { nowMs, ...row } = pickup;
  const added = await db
    .insertInto('pickups')
    .values({ ...row, state: 'waiting', madeAt: nowMs, ...untouched })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (added.numInsertedOrUpdatedRows === 1n) return true;
  return (await findPickup(db, row.shopId, row.orderId)) !== undefined;
}

const untouched = { readyAt: null, readyBy: null, handedAt: null, handedBy: null };

/** The order that waits under a code at a store. */
export async function findWaiting(db: Db, shopId: string, storeId: string, code: string) {
  return db
    .selectFrom('pickups')
    .select(['orderId', 'readyAt'])
    .where('shopId', '=', shopId)
    .where('storeId', '=', storeId)
    .where('code', '=', code)
    .where('state', '=', 'waiting')
    .executeTakeFirst();
}

/** Notes that goods lie ready; answers whether that is news. */
export async function saveReady(
  db: Db,
  { shopId, orderId }: { shopId: string; orderId: string },
  by: { staffId: string; nowMs: number },
): Promise<boolean> {
  const saved = await db
    .updateTable('pickups')
    .set({ readyAt: by.nowMs, readyBy: by.staffId })
    .where('shopId', '=', shopId)
    .where('orderId', '=', orderId)
    .where('state', '=', 'waiting')
    .where('readyAt', 'is', null)
    .executeTakeFirst();
  return saved.numUpdatedRows === 1n;
}

/** Notes that goods were handed over; answers whether they waited until now. */
export async function saveHanded(
  db: Db,
  { shopId, orderId }: { shopId: string; orderId: string },
  by: { staffId: string; nowMs: number },
): Promise<boolean> {
  const saved = await db
    .updateTable('pickups')
    .set({ state: 'handed', handedAt: by.nowMs, handedBy: by.staffId })
    .where('shopId', '=', shopId)
    .where('orderId', '=', orderId)
    .where('state', '=', 'waiting')
    .executeTakeFirst();
  return saved.numUpdatedRows === 1n;
}

/** Ends codes of orders that will never be picked up any more, at most `limit`; how many. */
export async function voidPickups(db: Db, shopId: string, limit: number): Promise<number> {
  const { numAffectedRows } =
    await sql`update pickups set state = 'void' where (shop_id, order_id) in (
    select p.shop_id, p.order_id from pickups p
    join orders o on o.shop_id = p.shop_id and o.order_id = p.order_id
    where p.shop_id = ${shopId} and p.state = 'waiting' and o.state = 'closed'
    order by p.made_at limit ${limit} for update of p skip locked)`.execute(db);
  return Number(numAffectedRows ?? 0n);
}

/** Counts one more guess of somebody at codes; how many she made since her minute began. */
export async function countGuess(
  db: Db,
  guess: { shopId: string; staffId: string; nowMs: number; windowMs: number },
): Promise<number> {
  const { shopId, staffId, nowMs, windowMs } = guess;
  const { rows } = await sql<{ guesses: number }>`insert into pickup_guesses as g
      (shop_id, staff_id, began_at, guesses) values (${shopId}, ${staffId}, ${nowMs}, 1)
    on conflict (shop_id, staff_id) do update set
      guesses = case when g.began_at <= ${nowMs - windowMs} then 1 else g.guesses + 1 end,
      began_at = case when g.began_at <= ${nowMs - windowMs} then ${nowMs} else g.began_at end
    returning guesses`.execute(db);
  return rows[0]?.guesses ?? 0;
}

/** A guess was right: it does not count. */
export async function forgiveGuess(db: Db, shopId: string, staffId: string): Promise<void> {
  await db
    .updateTable('pickupGuesses')
    .set({ guesses: sql`greatest(0, guesses - 1)` })
    .where('shopId', '=', shopId)
    .where('staffId', '=', staffId)
    .execute();
}
