import type { StaffContext } from '../../registry';
import { shareBp, windowStretch } from '../rules';
import type { ShowNumbers } from '../schema';
import { countGuides } from '../store';

/** Guides, ranked by how many of their buyers bought again, then by net revenue; never by members added. */
export async function showLeaders({ db, shop, nowMs }: StaffContext, { window }: ShowNumbers) {
  const rows = await countGuides(
    db,
    shop.shopId,
    windowStretch(window, nowMs, shop.offsetMinutes),
    shop.offsetMinutes,
  );
  const items = rows.map(({ again, ...row }) => ({
    ...row,
    repurchaseBp: shareBp(again, row.buyers),
  }));
  items.sort(
    (a, b) =>
      b.repurchaseBp - a.repurchaseBp || b.netFen - a.netFen || (a.guideId < b.guideId ? -1 : 1),
  );
  return { items };
}
