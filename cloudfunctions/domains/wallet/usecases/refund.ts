import type { Tx, World } from '../../registry';
import { returnSpent } from '../store';

/** A refund returns stored value that had paid, principal and gift each their own part, once per refund. */
export async function returnStored(
  { shop, nowMs }: Pick<World, 'shop' | 'nowMs'>,
  tx: Tx,
  back: { refundId: string; memberId: string; principalFen: number; giftFen: number },
): Promise<void> {
  const { refundId, memberId, principalFen, giftFen } = back;
  if (principalFen === 0 && giftFen === 0) return;
  await returnSpent(
    tx,
    { shopId: shop.shopId, memberId },
    { refundId, principalFen, giftFen, nowMs },
  );
}
