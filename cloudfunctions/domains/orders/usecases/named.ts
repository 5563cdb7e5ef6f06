import type { World } from '../../registry';
import { listLines } from '../store/find';

/** A line of an order. */
interface Which {
  orderId: string;
  line: number;
}

/** Titles and pictures of lines of orders, as a look-up; nothing is told of a line that is not there. */
export async function linesNamed(
  { db, shop }: Pick<World, 'db' | 'shop'>,
  wanted: readonly Which[],
) {
  const orderIds = [...new Set(wanted.map(({ orderId }) => orderId))];
  const lines = await listLines(db, shop.shopId, orderIds);
  return ({ orderId, line }: Which) => {
    const found = lines.find((one) => one.orderId === orderId && one.line === line);
    return { title: found?.title ?? '', pictureUrl: found?.pictureUrl ?? '' };
  };
}
