import { insist, present } from '../../../kit/refusal';
import { transact } from '../../../platform/database';
import { announce } from '../../../platform/outbox';
import type { Context, Tx, World } from '../../registry';
import { refuse } from '../refusals';
import { whyNotExtend, whyNotReceive } from '../rules/life';
import type { OrderId } from '../schema';
import { findOrder } from '../store/find';
import {
  addNote,
  lockWithLines,
  saveOrder,
  saveStep,
  type Actor,
  type LockedOrder,
} from '../store/life';

/** The shopper has her goods: the after-sale window begins. */
export async function confirmReceipt(
  context: Context,
  { orderId }: OrderId,
): Promise<{ done: true }> {
  const { db, caller } = context;
  await mine(context, orderId);
  await transact(db, async (tx) => {
    await receive(context, tx, { orderId, actor: 'shopper', actorId: caller.memberId, reason: '' });
  });
  return { done: true };
}

/** The shopper puts the confirmation off, once. */
export async function extendReceipt(
  context: Context,
  { orderId }: OrderId,
): Promise<{ confirmBy: number }> {
  const { db, shop, caller, nowMs } = context;
  await mine(context, orderId);
  return transact(db, async (tx) => {
    const found = present(await lockWithLines(tx, shop.shopId, orderId), refuse('no_such_order'));
    const { order } = found;
    insist(whyNotExtend(order));
    const confirmBy = (order.confirmBy ?? nowMs) + shop.settings.orders.extendReceiptMs;
    await saveOrder(tx, order, { extended: true, confirmBy });
    const by = { actor: 'shopper' as const, actorId: caller.memberId };
    await addNote(tx, order, { step: 'extend', ...by, reason: '', nowMs });
    return { confirmBy };
  });
}

/** Confirms receipt of a shipped order, in a transaction that is open; refuses one that is not on its way. */
export async function receive(
  world: World,
  tx: Tx,
  receipt: Actor & { orderId: string; reason: string },
): Promise<LockedOrder> {
  const { shop } = world;
  const { orderId } = receipt;
  const found = present(await lockWithLines(tx, shop.shopId, orderId), refuse('no_such_order'));
  insist(whyNotReceive(found.order));
  await saveReceipt(world, tx, found, receipt);
  return found;
}

/** Confirms the receipt of an order by itself when its time has come; answers whether it had. */
export async function receiveOverdue(world: World, orderId: string): Promise<boolean> {
  const { db, shop, nowMs } = world;
  return transact(db, async (tx) => {
    const found = await lockWithLines(tx, shop.shopId, orderId);
    if (found === null || found.order.state !== 'shipped') return false;
    if (found.order.confirmBy === null || found.order.confirmBy > nowMs) return false;
    await saveReceipt(world, tx, found, { actor: 'timer', actorId: null, reason: '' });
    return true;
  });
}

async function saveReceipt(
  world: World,
  tx: Tx,
  { order }: LockedOrder,
  { actor, actorId, reason }: Actor & { reason: string },
): Promise<void> {
  const { shop, nowMs } = world;
  const { shopId, orderId, memberId } = order;
  const changes = { receivedAt: nowMs, windowEndsAt: nowMs + shop.settings.orders.afterSaleMs };
  const by = { actor, actorId, reason };
  await saveStep(tx, order, {
    step: 'receive',
    from: order.state,
    to: 'received',
    ...by,
    nowMs,
    changes,
  });
  const payload = { orderId, memberId, actor };
  await announce(tx, { shopId, name: 'orders.received', payload, nowMs });
}

/** Foreign and missing ids are refused alike. */
async function mine({ db, shop, caller }: Context, orderId: string): Promise<void> {
  present(await findOrder(db, shop.shopId, caller.memberId, orderId), refuse('no_such_order'));
}
