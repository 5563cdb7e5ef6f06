import type { Tx, World } from '../../registry';
import { returnCoupons } from '../store/coupons';

/**
 * Coupons of an order all of whose goods were refunded are the member's again; one whose time is over meanwhile is
 * expired. Once: a coupon that is not used any more stays as it is.
 */
export async function returnUsed(
  { shop, nowMs }: Pick<World, 'shop' | 'nowMs'>,
  tx: Tx,
  { orderId, couponIds }: { orderId: string; couponIds: readonly string[] },
): Promise<void> {
  await returnCoupons(tx, shop.shopId, { orderId, couponIds: [...couponIds].sort(), nowMs });
}
