import { sql } from 'kysely';
import type { Queries } from '../../../platform/database';
import { newId } from '../../../platform/ids';
import type { Tables } from '../../registry';
import type { OrderState, OrderStep } from '../flow';
import type { OrderTables } from '../tables';

type Db = Queries<Tables>;

/** Locks what a member gave to an order from her accounts, then the order, and reads what decides about it. */
export async function lockOrder(db: Db, shopId: string, orderId: string) {
  // An order never changes whose it is nor what it took, so both may be read before the lock.
  await sql`select lock_accounts(o.shop_id, o.member_id, o.dues) from orders o
    where o.shop_id = ${shopId} and o.order_id = ${orderId} and o.dues <> '{}'`.execute(db);
  return db
    .selectFrom('orders')
    .select(['orderId', 'memberId', 'number', 'state', 'expiresAt', 'dues'])
    .where('shopId', '=', shopId)
    .where('orderId', '=', orderId)
    .forUpdate()
    .executeTakeFirst();
}

/** A step that closes an order: who took it, when and why. */
export interface Closing {
  step: OrderStep;
  from: OrderState;
  actor: OrderTables['orderEvents']['actor'];
  actorId: string | null;
  reason: string;
  nowMs: number;
}

/** Closes an order and records the step. */
export async function saveClosed(
  db: Db,
  order: { shopId: string; orderId: string },
  closing: Closing,
): Promise<void> {
  const { shopId, orderId } = order;
  const { step, from, actor, actorId, reason, nowMs } = closing;
  await db
    .updateTable('orders')
    .set({
      state: 'closed',
      closedAt: nowMs,
      closeReason: step === 'expire' ? 'timeout' : 'cancelled',
    })
    .where('shopId', '=', shopId)
    .where('orderId', '=', orderId)
    .execute();
  const event = {
    shopId,
    orderId,
    eventId: newId(),
    step,
    fromState: from,
    toState: 'closed' as const,
    actor,
    actorId,
    reason,
    happenedAt: nowMs,
  };
  await db.insertInto('orderEvents').values(event).execute();
}

/** Gives back what an order had taken besides stock; points then live `livesMs` longer at least. */
export async function returnDues(
  db: Db,
  order: Pick<OrderTables['orders'], 'shopId' | 'orderId' | 'memberId' | 'dues'>,
  livesMs: number,
  nowMs: number,
): Promise<void> {
  const { shopId, orderId, memberId, dues } = order;
  if (Object.keys(dues).length === 0) return;
  await sql`select return_dues(${shopId}, ${memberId}, ${orderId}, ${JSON.stringify(dues)}::jsonb, ${livesMs},
    ${nowMs})`.execute(db);
}
