import type { Queries } from '../../../platform/database';
import type { Tables, World } from '../../registry';
import { levelAmong } from '../rules/levels';
import { findAccount } from '../store/accounts';

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
