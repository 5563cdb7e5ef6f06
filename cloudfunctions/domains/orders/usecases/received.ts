import { present } from '../../../kit/refusal';
import type { Context } from '../../registry';
import { refuse } from '../refusals';
import { findOrder, listLines, listReceived } from '../store/find';

/** One line of an order of mine, with when it was received; foreign and missing ones are refused alike. */
export async function myLine(
  { db, shop, caller }: Context,
  { orderId, line }: { orderId: string; line: number },
) {
  const missing = refuse('no_such_order');
  const order = present(await findOrder(db, shop.shopId, caller.memberId, orderId), missing);
  const lines = await listLines(db, shop.shopId, [orderId]);
  const found = present(
    lines.find((one) => one.line === line),
    refuse('no_such_line'),
  );
  return { ...found, receivedAt: order.receivedAt };
}

/** Lines that I received since `fromMs` and kept, the latest first; gifts are not among them. */
export async function receivedLines(
  { db, shop, caller }: Context,
  { fromMs, most }: { fromMs: number; most: number },
) {
  return listReceived(db, { shopId: shop.shopId, memberId: caller.memberId, fromMs }, most);
}
