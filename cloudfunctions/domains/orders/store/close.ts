import type { Queries } from '../../../platform/database';
import { newId } from '../../../platform/ids';
import type { Tables } from '../../registry';
import type { OrderState, OrderStep } from '../flow';
import type { OrderTables } from '../tables';

type Db = Queries<Tables>;

/** Locks one order and reads what decides about it. */
export async function lockOrder(db: Db, shopId: string, orderId: string) {
  return db
    .selectFrom('orders')
    .select(['orderId', 'memberId', 'number', 'state', 'expiresAt'])
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
