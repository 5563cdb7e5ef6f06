import type { Queries } from '../../../platform/database';
import type { Tables, World } from '../../registry';
import { findOrderById, listLines } from '../store/find';

/**
 * What a message may say of an order: its number, its goods in a few words, what it came to. Null when there is
 * no such order. `db` may be an open transaction.
 */
export async function orderInWords(
  { shop }: Pick<World, 'shop'>,
  db: Queries<Tables>,
  orderId: string,
) {
  const order = await findOrderById(db, shop.shopId, orderId);
  if (order === undefined) return null;
  const { memberId, number, payableFen, placedAt, paidAt, guideId, storeId } = order;
  const lines = await listLines(db, shop.shopId, [orderId]);
  const [first] = lines;
  const goods = `${first?.title ?? '商品'}${lines.length > 1 ? ` 等 ${lines.length} 件` : ''}`;
  return { memberId, number, goods, payableFen, placedAt, paidAt, guideId, storeId };
}
