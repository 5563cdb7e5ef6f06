import { transact } from '../../../platform/database';
import { receive } from '../../orders/usecases/receive';
import type { World } from '../../registry';
import { lockOrder } from '../store/parcels';
import { findByPayment } from '../store/uploads';

/**
 * WeChat says that a buyer, or its own timer, confirmed the receipt of a payment's goods. Safe to hear twice; of
 * payments that are not this shop's, and of orders that are not on their way, only the log is told. Answers whether
 * an order was received by it.
 */
export async function receiptFromWeChat(
  world: World,
  { atMs, ...named }: ({ transactionId: string } | { number: string }) & { atMs: number },
): Promise<boolean> {
  const { db, shop, log } = world;
  const found = await findByPayment(db, shop.shopId, named);
  if (found === undefined) {
    log.warn('receipt.unknown_payment', {});
    return false;
  }
  const { orderId } = found;
  const received = await transact(db, async (tx) => {
    const order = await lockOrder(tx, shop.shopId, orderId);
    if (order?.state !== 'shipped') return false;
    const by = { actor: 'wechat' as const, actorId: null };
    await receive(world, tx, { orderId, ...by, reason: '' });
    return true;
  });
  log.info(received ? 'receipt.from_wechat' : 'receipt.passed_over', { order: orderId, atMs });
  return received;
}
