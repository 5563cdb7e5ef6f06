import { newId } from '../../../platform/ids';
import type { Tx, World } from '../../registry';
import { addRefund, findPaidBy } from '../store';

/**
 * Wants `amountFen` of what an order was paid with by WeChat Pay back, in the open transaction; the jobs send it.
 * Answers the ids of the refunds, none for 0.
 */
export async function wantRefunds(
  { shop, nowMs }: Pick<World, 'shop' | 'nowMs'>,
  tx: Tx,
  { orderId, amountFen, reason }: { orderId: string; amountFen: number; reason: string },
): Promise<string[]> {
  if (amountFen === 0) return [];
  const paid = await findPaidBy(tx, shop.shopId, orderId);
  if (paid === undefined) throw new Error('an order without a payment is refunded');
  const refundId = newId();
  const { transactionId } = paid;
  await addRefund(tx, {
    ...{ shopId: shop.shopId, refundId, orderId, transactionId, amountFen, reason },
    ...{ number: `R${refundId.replaceAll('-', '')}`, state: 'wanted', tries: 0 },
    ...{ nextTryAt: nowMs, wantedAt: nowMs, doneAt: null },
  });
  return [refundId];
}
