import { insist, present } from '../../../kit/refusal';
import { transact } from '../../../platform/database';
import { announce } from '../../../platform/outbox';
import { putBack } from '../../catalogue/usecases/sku-facts';
import type { Context, Tx, World } from '../../registry';
import { refuse } from '../refusals';
import { isOverdue, whyNotCancel } from '../rules/steps';
import type { CancelOrder } from '../schema';
import { lockOrder, returnDues, saveClosed, type Closing } from '../store/close';
import { findOrder, listLines } from '../store/find';
import { endOrderPayment } from './pay';

/** The shopper takes back an unpaid order: it closes, and all that it took returns where it came from. */
export async function cancelOrder(
  context: Context,
  { orderId, reason }: CancelOrder,
): Promise<{ done: true }> {
  const { db, shop, caller, nowMs } = context;
  const mine = present(
    await findOrder(db, shop.shopId, caller.memberId, orderId),
    refuse('no_such_order'),
  );
  await transact(db, async (tx) => {
    const order = present(await lockOrder(tx, shop.shopId, mine.orderId), refuse('no_such_order'));
    insist(whyNotCancel(order));
    await close(context, tx, order, {
      step: 'cancel',
      from: order.state,
      actor: 'shopper',
      actorId: caller.memberId,
      reason,
      nowMs,
    });
  });
  await endOrderPayment(context, mine.number);
  return { done: true };
}

/** Closes an unpaid order whose time is over; answers whether it was still open. */
export async function expireOrder(world: World, orderId: string): Promise<boolean> {
  const { db, shop, nowMs } = world;
  return transact(db, async (tx) => {
    const order = await lockOrder(tx, shop.shopId, orderId);
    if (order === undefined || !isOverdue(order, nowMs)) return false;
    await close(world, tx, order, {
      step: 'expire',
      from: order.state,
      actor: 'timer',
      actorId: null,
      reason: '',
      nowMs,
    });
    return true;
  });
}

async function close(
  world: World,
  tx: Tx,
  order: NonNullable<Awaited<ReturnType<typeof lockOrder>>>,
  closing: Closing,
): Promise<void> {
  const { shop, nowMs } = world;
  const { shopId } = shop;
  await saveClosed(tx, { shopId, orderId: order.orderId }, closing);
  await returnDues(tx, { ...order, shopId }, shop.settings.points.returnLivesMs, nowMs);
  await putBack(world, tx, await listLines(tx, shopId, [order.orderId]));
  const payload = { orderId: order.orderId, memberId: order.memberId, step: closing.step };
  await announce(tx, { shopId, name: 'orders.closed', payload, nowMs });
}
