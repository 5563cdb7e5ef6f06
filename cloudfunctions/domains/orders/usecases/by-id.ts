import type { World } from '../../registry';
import { findByNumber, findOrdersById, listLines } from '../store/find';

/** Orders by id with their lines, for rooms whose rows are about them; unknown ids are not among them. */
export async function ordersById(
  { db, shop }: Pick<World, 'db' | 'shop'>,
  orderIds: readonly string[],
) {
  const ids = [...new Set(orderIds)];
  const [orders, lines] = await Promise.all([
    findOrdersById(db, shop.shopId, ids),
    listLines(db, shop.shopId, ids),
  ]);
  return orders.map((order) => ({
    ...order,
    lines: lines.filter(({ orderId }) => orderId === order.orderId),
  }));
}

/** The id of the order with a number; undefined when there is none. */
export async function orderNumbered(
  { db, shop }: Pick<World, 'db' | 'shop'>,
  number: string,
): Promise<string | undefined> {
  return (await findByNumber(db, shop.shopId, number))?.orderId;
}
