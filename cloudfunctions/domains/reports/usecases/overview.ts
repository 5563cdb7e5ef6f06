import { day, dayOf, minute } from '../../../kit/time';
import type { StaffContext } from '../../registry';
import { daysOf, shareBp, stretchBefore, windowStretch } from '../rules';
import type { Numbers, ShowNumbers, Stretch } from '../schema';
import { countDays, countNumbers } from '../store';

/** The shop in numbers: a window, the stretch before it, and the last 30 days one by one. */
export async function showOverview(context: StaffContext, { window }: ShowNumbers) {
  const { db, shop, nowMs } = context;
  const offset = shop.offsetMinutes;
  const stretch = windowStretch(window, nowMs, offset);
  const month = windowStretch('month', nowMs, offset);
  const [now, before, counted] = await Promise.all([
    numbersOf(context, stretch),
    numbersOf(context, stretchBefore(window, stretch)),
    countDays(db, shop.shopId, month, offset),
  ]);
  const byDay = new Map(counted.map((row) => [row.dayNumber, row]));
  const days = daysOf(month, offset).map((at) => {
    const row = byDay.get(Math.floor((at + offset * minute) / day));
    return {
      day: dayOf(at, offset),
      netFen: row?.netFen ?? 0,
      orders: row?.orders ?? 0,
      visitors: row?.visitors ?? 0,
    };
  });
  return {
    window,
    fromDay: dayOf(stretch.fromMs, offset),
    toDay: dayOf(nowMs, offset),
    now,
    before,
    days,
  };
}

async function numbersOf({ db, shop }: StaffContext, stretch: Stretch): Promise<Numbers> {
  const counted = await countNumbers(db, shop.shopId, stretch);
  return { ...counted, conversionBp: shareBp(counted.buyers, counted.visitors) };
}
