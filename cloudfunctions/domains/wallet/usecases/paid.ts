import type { World } from '../../registry';
import { listPaidRecharges } from '../store';

/**
 * Money that came for recharges: whatever was paid from `fromMs` up to, not including, `toMs` by WeChat's clock, and
 * whatever has one of these numbers of WeChat's.
 */
export async function paidRecharges(
  { db, shop }: Pick<World, 'db' | 'shop'>,
  wanted: { fromMs: number; toMs: number; transactionIds: readonly string[] },
) {
  return listPaidRecharges(db, shop.shopId, wanted);
}
