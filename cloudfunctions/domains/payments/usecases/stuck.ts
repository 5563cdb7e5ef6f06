import { pageOf, placeBehind } from '../../../kit/cursor';
import { hour } from '../../../kit/time';
import type { StaffContext } from '../../registry';
import { mendingOf } from '../rules/refunds';
import type { ListStuck } from '../schema';
import { listStuck } from '../store/refunds';

const pageSize = 20;

/** Refunds that failed, or are older than an hour and not back; the longest waiting first. */
export async function listStuckRefunds({ db, shop, nowMs }: StaffContext, { cursor }: ListStuck) {
  const filter = { shopId: shop.shopId, beforeMs: nowMs - hour };
  const found = await listStuck(db, filter, placeBehind(cursor), pageSize + 1);
  const { rows, next } = pageOf(found, pageSize, (row) => ({
    value: row.wantedAt,
    id: row.refundId,
  }));
  const items = rows.map((row) => ({ ...row, mending: mendingOf(row) ?? 'again' }));
  return { items, nowMs, next };
}
