import { dayOf } from '../../../kit/time';
import type { StaffContext } from '../../registry';
import { windowStretch } from '../rules';
import { countDesk } from '../store';

/** My numbers of today: what is credited to me, what it earns, who came by my cards. */
export async function showDesk({ db, shop, caller, nowMs }: StaffContext) {
  const counted = await countDesk(
    db,
    shop.shopId,
    caller.staff.staffId,
    windowStretch('today', nowMs, shop.offsetMinutes),
  );
  return {
    day: dayOf(nowMs, shop.offsetMinutes),
    creditedOrders: counted.orders,
    creditedFen: counted.baseFen,
    commissionTodayFen: counted.commissionFen,
    pendingFen: counted.pendingFen,
    visitsToday: counted.visits,
    visitorsToday: counted.visitors,
  };
}
