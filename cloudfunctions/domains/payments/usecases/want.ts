import { insist, present } from '../../../kit/refusal';
import { newId } from '../../../platform/ids';
import type { Tx, World } from '../../registry';
import { refuse } from '../refusals';
import { addRefund, lockPaymentOf, sumRefunds } from '../store/refunds';

/** WeChat Pay takes so many refunds of one payment. */
const mostRefunds = 50;

/**
 * Wants `amountFen` of what an order was paid with by WeChat Pay back, as part of the caller's transaction; the
 * jobs send it. Answers the ids of the refunds: one, since an order has one payment by WeChat Pay, and none for 0.
 * Refuses more than is left of it. `reason` is the shop's own word, such as `after_sale`. Locks the payment, which
 * stands behind the order in the order of locks.
 */
export async function wantRefunds(
  { shop, nowMs }: Pick<World, 'shop' | 'nowMs'>,
  tx: Tx,
  { orderId, amountFen, reason }: { orderId: string; amountFen: number; reason: string },
): Promise<string[]> {
  if (amountFen === 0) return [];
  const { shopId } = shop;
  const payment = present(await lockPaymentOf(tx, shopId, orderId), refuse('nothing_paid'));
  const { transactionId, number } = payment;
  const before = await sumRefunds(tx, shopId, transactionId);
  const leftFen = payment.amountFen - before.refundedFen;
  insist(amountFen > leftFen || amountFen < 0 ? refuse('over_paid', { leftFen }) : null);
  insist(before.count >= mostRefunds ? refuse('too_many_refunds') : null);
  const refundId = newId();
  await addRefund(tx, {
    ...{ shopId, refundId, orderId, transactionId, amountFen, reason, nowMs },
    number: `R${number}-${before.count + 1}`,
  });
  return [refundId];
}
