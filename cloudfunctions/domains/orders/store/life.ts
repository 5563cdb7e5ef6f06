import { sql, type Updateable } from 'kysely';
import type { Queries } from '../../../platform/database';
import { newId } from '../../../platform/ids';
import type { Tables } from '../../registry';
import type { OrderState, OrderStep } from '../flow';
import type { OrderTables } from '../tables';

type Db = Queries<Tables>;

/** Who takes a step of an order. */
export interface Actor {
  actor: OrderTables['orderEvents']['actor'];
  actorId: string | null;
}

/**
 * Locks all that an order's buyer has, then the order, and answers it whole with its lines. Whose an order is never
 * changes, so that may be read before the lock.
 */
export async function lockWhole(db: Db, shopId: string, orderId: string) {
  await sql`select lock_member_accounts(o.shop_id, o.member_id) from orders o
    where o.shop_id = ${shopId} and o.order_id = ${orderId}`.execute(db);
  return lockWithLines(db, shopId, orderId);
}

/** Locks an order alone, for steps that move nothing of what its buyer has, and answers it with its lines. */
export async function lockWithLines(db: Db, shopId: string, orderId: string) {
  return findWhole(db, shopId, orderId, true);
}

/** An order with its lines as they stand; what decides about a step is read with the `lock`. */
export async function findWhole(db: Db, shopId: string, orderId: string, lock = false) {
  const order = await db
    .selectFrom('orders')
    .selectAll()
    .where('shopId', '=', shopId)
    .where('orderId', '=', orderId)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst();
  if (order === undefined) return null;
  const lines = await db
    .selectFrom('orderLines')
    .selectAll()
    .where('shopId', '=', shopId)
    .where('orderId', '=', orderId)
    .orderBy('line')
    .execute();
  return { order, lines };
}

/** An order under its lock. */
export type LockedOrder = NonNullable<Awaited<ReturnType<typeof lockWithLines>>>;

/** A step that was taken, with what it changes of the order. */
export interface Taken extends Actor {
  step: OrderStep;
  from: OrderState;
  to: OrderState;
  reason: string;
  nowMs: number;
  changes?: Updateable<OrderTables['orders']>;
}

/** Moves an order to its next state and records the step. */
export async function saveStep(
  db: Db,
  order: { shopId: string; orderId: string },
  taken: Taken,
): Promise<void> {
  const { shopId, orderId } = order;
  const { step, from, to, actor, actorId, reason, nowMs, changes } = taken;
  await saveOrder(db, order, { state: to, ...changes });
  const event = { step, fromState: from, toState: to, actor, actorId, reason };
  await db
    .insertInto('orderEvents')
    .values({ shopId, orderId, eventId: newId(), ...event, happenedAt: nowMs })
    .execute();
}

/** Records something that happened to an order without moving it. */
export async function addNote(
  db: Db,
  order: { shopId: string; orderId: string; state: OrderState },
  note: Actor & { step: string; reason: string; nowMs: number },
): Promise<void> {
  const { shopId, orderId, state } = order;
  const { nowMs, ...said } = note;
  await db
    .insertInto('orderEvents')
    .values({
      shopId,
      orderId,
      eventId: newId(),
      fromState: state,
      toState: state,
      happenedAt: nowMs,
      ...said,
    })
    .execute();
}

/** Changes an order that is locked. */
export async function saveOrder(
  db: Db,
  { shopId, orderId }: { shopId: string; orderId: string },
  changes: Updateable<OrderTables['orders']>,
): Promise<void> {
  await db
    .updateTable('orders')
    .set(changes)
    .where('shopId', '=', shopId)
    .where('orderId', '=', orderId)
    .execute();
}

/** Counts after-sales of a locked order that are not ended; the table refuses fewer than none. */
export async function countClaims(
  db: Db,
  { shopId, orderId }: { shopId: string; orderId: string },
  more: 1 | -1,
): Promise<void> {
  await db
    .updateTable('orders')
    .set({ openClaims: sql`open_claims + ${more}` })
    .where('shopId', '=', shopId)
    .where('orderId', '=', orderId)
    .execute();
}

/** What is added to the counts of one line of a locked order. */
export interface LineChange {
  line: number;
  shipped?: number;
  cancelled?: number;
  asked?: number;
  refunded?: number;
  refundedFen?: number;
}

/** Adds to the counts of lines of a locked order; the table refuses more than there is. */
export async function saveLines(
  db: Db,
  { shopId, orderId }: { shopId: string; orderId: string },
  changes: readonly LineChange[],
): Promise<void> {
  for (const change of changes) {
    const { shipped = 0, cancelled = 0, asked = 0, refunded = 0, refundedFen = 0 } = change;
    await db
      .updateTable('orderLines')
      .set({
        shippedQuantity: sql`shipped_quantity + ${shipped}`,
        cancelledQuantity: sql`cancelled_quantity + ${cancelled}`,
        askedQuantity: sql`asked_quantity + ${asked}`,
        refundedQuantity: sql`refunded_quantity + ${refunded}`,
        refundedFen: sql`refunded_fen + ${refundedFen}`,
      })
      .where('shopId', '=', shopId)
      .where('orderId', '=', orderId)
      .where('line', '=', change.line)
      .execute();
  }
}

/** Orders whose receipt is to be confirmed by itself, or whose after-sale window is over; the oldest first. */
export async function findEnding(
  db: Db,
  shopId: string,
  due: 'confirm' | 'complete',
  { nowMs, limit }: { nowMs: number; limit: number },
): Promise<string[]> {
  const [state, column] =
    due === 'confirm'
      ? (['shipped', 'confirmBy'] as const)
      : (['received', 'windowEndsAt'] as const);
  const rows = await db
    .selectFrom('orders')
    .select('orderId')
    .where('shopId', '=', shopId)
    .where('state', '=', state)
    .where(column, '<=', nowMs)
    .$if(due === 'complete', (query) => query.where('openClaims', '=', 0))
    .orderBy(column)
    .limit(limit)
    .execute();
  return rows.map(({ orderId }) => orderId);
}
