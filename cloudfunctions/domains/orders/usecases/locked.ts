import { present } from '../../../kit/refusal';
import type { Tx, World } from '../../registry';
import { refuse } from '../refusals';
import { findWhole, lockWhole, type LockedOrder } from '../store/life';

/** Locks all that an order's buyer has, then the order, for rooms whose steps may refund it. Refuses missing ids. */
export async function lockedOrder(
  { shop }: Pick<World, 'shop'>,
  tx: Tx,
  orderId: string,
): Promise<LockedOrder> {
  return present(await lockWhole(tx, shop.shopId, orderId), refuse('no_such_order'));
}

/** An order with its lines as it stands, for whoever only looks: nothing is decided by it. Refuses missing ids. */
export async function seenOrder(
  { db, shop }: Pick<World, 'db' | 'shop'>,
  orderId: string,
): Promise<LockedOrder> {
  return present(await findWhole(db, shop.shopId, orderId), refuse('no_such_order'));
}
