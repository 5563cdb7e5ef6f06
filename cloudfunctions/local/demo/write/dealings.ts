import type { Dealings, Person } from '../world/types';
import { insertRows, type Pen } from './insert';

/** Which rows stand in which table, in the order in which tables point to each other. */
const tables: readonly (readonly [keyof Dealings, string])[] = [
  ['tags', 'member_tags'],
  ['accounts', 'points_accounts'],
  ['buckets', 'points_buckets'],
  ['pointsEntries', 'points_entries'],
  ['growth', 'growth_entries'],
  ['levelChanges', 'level_changes'],
  ['signIns', 'sign_ins'],
  ['wallets', 'wallets'],
  ['walletEntries', 'wallet_entries'],
  ['recharges', 'recharges'],
  ['coupons', 'coupons'],
  ['couponMembers', 'coupon_members'],
  ['couponSteps', 'coupon_steps'],
  ['codes', 'coupon_codes'],
  ['packets', 'coupon_packets'],
  ['promotionUses', 'promotion_uses'],
  ['promotionMembers', 'promotion_members'],
];

/** Writes what members have besides orders; the members and the shop's offers must be there. */
export async function writeDealings(pen: Pen, people: readonly Person[]): Promise<void> {
  for (const [key, table] of tables) {
    const rows = people.flatMap(({ dealings }): readonly object[] => dealings[key]);
    await insertRows(pen, table, rows);
  }
}
