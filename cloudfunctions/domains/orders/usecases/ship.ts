import { insist, present } from '../../../kit/refusal';
import { announce } from '../../../platform/outbox';
import type { Tx, World } from '../../registry';
import { refuse } from '../refusals';
import { isAllSent, whyNotShip } from '../rules/life';
import type { Units } from '../rules/refund';
import {
  addNote,
  lockWithLines,
  saveLines,
  saveStep,
  type Actor,
  type LockedOrder,
} from '../store/life';

/** Units that leave the shop, who sends them, and what the timeline says of it. */
export interface Sending extends Actor {
  orderId: string;
  units: readonly Units[];
  /** The parcel in words, such as 顺丰 SF1234; empty for goods handed over. */
  reason: string;
}

/**
 * Counts units of a paid order as sent, in the transaction that writes their parcel. With the last of them the order
 * is shipped and the time to confirm receipt begins. Refuses units that are sent, refunded, or asked back.
 */
export async function shipUnits(world: World, tx: Tx, sending: Sending): Promise<LockedOrder> {
  const { shop, nowMs } = world;
  const { orderId, units, actor, actorId, reason } = sending;
  const found = present(await lockWithLines(tx, shop.shopId, orderId), refuse('no_such_order'));
  insist(whyNotShip(found.order, found.lines, units));
  const changes = units.map(({ line, quantity }) => ({ line, shipped: quantity }));
  await saveLines(tx, { shopId: shop.shopId, orderId }, changes);
  const lines = found.lines.map((line) => ({
    ...line,
    shippedQuantity:
      line.shippedQuantity +
      units
        .filter((one) => one.line === line.line)
        .reduce((sum, { quantity }) => sum + quantity, 0),
  }));
  const sent = { order: found.order, lines };
  const by = { actor, actorId };
  if (isAllSent(lines))
    return { ...sent, order: await closeSending(world, tx, sent, { ...by, reason }) };
  await addNote(tx, sent.order, { step: 'part', ...by, reason, nowMs });
  return sent;
}

/**
 * All that is left of an order is on its way: it becomes shipped. Also when what had not been sent was refunded.
 */
export async function closeSending(
  world: World,
  tx: Tx,
  { order }: LockedOrder,
  by: Actor & { reason: string },
): Promise<LockedOrder['order']> {
  const { shop, nowMs } = world;
  const { shopId, orderId, memberId } = order;
  const changes = { shippedAt: nowMs, confirmBy: nowMs + shop.settings.orders.confirmReceiptMs };
  await saveStep(tx, order, {
    step: 'ship',
    from: order.state,
    to: 'shipped',
    ...by,
    nowMs,
    changes,
  });
  const payload = { orderId, memberId };
  await announce(tx, { shopId, name: 'orders.shipped', payload, nowMs });
  return { ...order, state: 'shipped', ...changes };
}
