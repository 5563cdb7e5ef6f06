import type { Tx, World } from '../../registry';
import { addStoredRefund, listStoredRefunds, returnSpent } from '../store';

/**
 * A refund of an order returns stored value that had paid, principal and gift each their own part, once per refund. The
 * principal is money that went back, and is noted as such.
 */
export async function returnStored(
  { shop, nowMs }: Pick<World, 'shop' | 'nowMs'>,
  tx: Tx,
  back: {
    refundId: string;
    orderId: string;
    memberId: string;
    principalFen: number;
    giftFen: number;
  },
): Promise<void> {
  const { refundId, orderId, memberId, principalFen, giftFen } = back;
  if (principalFen === 0 && giftFen === 0) return;
  const { shopId } = shop;
  await returnSpent(tx, { shopId, memberId }, { refundId, principalFen, giftFen, nowMs });
  if (principalFen === 0) return;
  await addStoredRefund(tx, { shopId, refundId, orderId, amountFen: principalFen, doneAt: nowMs });
}

/** Principal that refunds of an order returned, the oldest first; in fen. */
export async function storedRefundsOf({ db, shop }: Pick<World, 'db' | 'shop'>, orderId: string) {
  return listStoredRefunds(db, shop.shopId, orderId);
}
