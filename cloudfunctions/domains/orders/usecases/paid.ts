import type { Tx, World } from '../../registry';
import { findOrderById } from '../store/find';

/** What an order came to, in fen; null when there is no such order. */
export async function paidFenOf(
  { shop }: Pick<World, 'shop'>,
  tx: Tx,
  orderId: string,
): Promise<number | null> {
  return (await findOrderById(tx, shop.shopId, orderId))?.payableFen ?? null;
}
