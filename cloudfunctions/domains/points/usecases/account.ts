import type { Queries } from '../../../platform/database';
import type { Tables, World } from '../../registry';
import { levelAmong } from '../rules/levels';
import { findAccount } from '../store/accounts';
import { findGiven } from '../store/ledger';

/**
 * What a member can spend and what her level is. Points that ended are not among them; below zero a refund took
 * more than she had.
 */
export async function accountOf(
  { shop, nowMs }: Pick<World, 'shop' | 'nowMs'>,
  db: Queries<Tables>,
  memberId: string,
) {
  const account = await findAccount(db, { shopId: shop.shopId, memberId }, nowMs);
  return { ...account, level: levelAmong(account.level, shop.settings.levels) };
}

/** Points that an order's goods earned when it completed; 0 when they earned none. */
export async function givenForOrder(
  db: Queries<Tables>,
  whose: { shopId: string; memberId: string },
  orderId: string,
): Promise<number> {
  return findGiven(db, whose, { cause: 'order', causeId: orderId });
}
