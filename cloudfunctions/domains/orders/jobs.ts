import { day } from '../../kit/time';
import { countSold } from '../catalogue/usecases/sku-facts';
import { tellMember } from '../members/usecases/profile';
import { bindByOrder } from '../referral/usecases/bind';
import type { Events, Tx, World } from '../registry';
import { findLastServed, findOrderById, findOverdue, forgetKeys, listLines } from './store/find';
import { findEnding } from './store/life';
import { expireOrder } from './usecases/cancel';
import { completeOrder } from './usecases/complete';
import { endOrderPayment } from './usecases/pay';
import { receiveOverdue } from './usecases/receive';

const batch = 50;
const mostEnding = 200;
const keysLiveMs = 7 * day;

/**
 * Closes unpaid orders whose time is over; answers how many. WeChat Pay is asked to close first, so that
 * money on its way is found; when it does not answer, the order closes all the same and late money is late.
 */
export async function closeOverdue(world: World): Promise<number> {
  const { db, shop, nowMs, log } = world;
  const overdue = await findOverdue(db, shop.shopId, nowMs, batch);
  let closed = 0;
  for (const { orderId, number } of overdue) {
    try {
      if ((await endOrderPayment(world, number)) && (await expireOrder(world, orderId)))
        closed += 1;
    } catch (fault) {
      // An order that cannot be closed keeps none of the others open.
      const reason = fault instanceof Error ? fault.message : String(fault);
      log.error('order.not_closed', { order: orderId, reason });
    }
  }
  return closed;
}

/** Confirms receipts whose time has come; answers how many. */
export async function confirmOverdue(world: World): Promise<number> {
  return endDue(world, 'confirm', receiveOverdue);
}

/** Completes orders whose after-sale window is over; answers how many. */
export async function completeDue(world: World): Promise<number> {
  return endDue(world, 'complete', completeOrder);
}

/** Works through what is due, order by order; one that fails keeps none of the others waiting. */
async function endDue(
  world: World,
  due: 'confirm' | 'complete',
  work: (world: World, orderId: string) => Promise<boolean>,
): Promise<number> {
  const { db, shop, nowMs, log } = world;
  let done = 0;
  for (const orderId of await findEnding(db, shop.shopId, due, { nowMs, limit: mostEnding })) {
    try {
      if (await work(world, orderId)) done += 1;
    } catch (fault) {
      const reason = fault instanceof Error ? fault.message : String(fault);
      log.error('order.not_ended', { order: orderId, due, reason });
    }
  }
  return done;
}

/** Forgets idempotency keys that nobody can be waiting for any more. */
export async function forgetOldKeys({ db, shop, nowMs }: World): Promise<void> {
  await forgetKeys(db, shop.shopId, nowMs - keysLiveMs, 1_000);
}

/** An order was paid: the buyer may be bound to its guide, what sold is counted, and she is told. */
export async function afterPaid(
  world: World,
  tx: Tx,
  { orderId, memberId }: Events['orders.paid'],
  reopened: boolean,
): Promise<void> {
  const { shop } = world;
  const order = await findOrderById(tx, shop.shopId, orderId);
  if (order === undefined) return;
  const { credit, placedAt } = order;
  if (credit.guideId !== null && credit.evidence.touchId !== null) {
    await bindByOrder(world, tx, {
      orderId,
      memberId,
      placedAt,
      guideId: credit.guideId,
      storeId: credit.storeId,
      touchId: credit.evidence.touchId,
      ownerServedAt: (ownerId) =>
        findLastServed(tx, { shopId: shop.shopId, memberId, guideId: ownerId, beforeMs: placedAt }),
    });
  }
  await countSold(world, tx, await listLines(tx, shop.shopId, [orderId]));
  const body = reopened
    ? '订单关闭后收到了您的付款，商品还有库存，订单已恢复，正在为您备货'
    : '我们已收到您的付款，正在为您备货';
  await tellMember(world, tx, {
    memberId,
    orderId,
    kind: 'paid',
    title: reopened ? '订单已恢复' : '付款成功',
    body,
  });
}

/** An order closed: a shopper who did not close it herself is told. */
export async function afterClosed(
  world: World,
  tx: Tx,
  { orderId, memberId, step }: Events['orders.closed'],
): Promise<void> {
  if (step !== 'expire') return;
  await tellMember(world, tx, {
    memberId,
    orderId,
    kind: 'closed',
    title: '订单已关闭',
    body: '超时未支付，订单已自动关闭，商品已放回货架',
  });
}

/** Money came too late and the goods are gone: she is told that it comes back. */
export async function afterLatePayment(
  world: World,
  tx: Tx,
  { orderId, memberId }: Events['payments.late'],
): Promise<void> {
  await tellMember(world, tx, {
    memberId,
    orderId,
    kind: 'late',
    title: '付款将原路退回',
    body: '订单关闭后收到了您的付款，商品已售出，款项会全额原路退回',
  });
}

/** All of an order is on its way: she is told, unless she holds it in her hands. */
export async function afterShipped(
  world: World,
  tx: Tx,
  { orderId, memberId }: Events['orders.shipped'],
): Promise<void> {
  const order = await findOrderById(tx, world.shop.shopId, orderId);
  if (order?.delivery === 'pickup') return;
  await tellMember(world, tx, {
    memberId,
    orderId,
    kind: 'shipped',
    title: '商品已发出',
    body: '您的商品已全部发出，可以在订单里查看物流',
  });
}

/** Receipt was confirmed: a shopper who did not do so herself is told. */
export async function afterReceived(
  world: World,
  tx: Tx,
  { orderId, memberId, actor }: Events['orders.received'],
): Promise<void> {
  if (actor !== 'timer') return;
  await tellMember(world, tx, {
    memberId,
    orderId,
    kind: 'received',
    title: '已自动确认收货',
    body: '收货时间已到，订单已自动确认收货；如有问题，可以在售后期内申请售后',
  });
}
