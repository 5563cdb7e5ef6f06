import type { Tx, World } from '../../registry';
import { findOrderById } from '../store/find';

/** What an order came to and what coupons gave it, in fen; null when there is no such order. */
export async function offersOfPaid({ shop }: Pick<World, 'shop'>, tx: Tx, orderId: string) {
  const order = await findOrderById(tx, shop.shopId, orderId);
  if (order === undefined) return null;
  return { paidFen: order.payableFen, coupons: order.quote.coupons };
}
