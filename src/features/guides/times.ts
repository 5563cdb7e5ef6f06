import { clockText, day as dayMs, dayOf, minute } from '../../../cloudfunctions/kit/time';

/** The shop's zone, east of UTC. */
const shopOffsetMinutes = 480;

/**
 * When something was, as people say it: 刚刚, 今天 15:04, 昨天 15:04, 11-20, 2025-11-20.
 * `today` is the shop's day `YYYY-MM-DD`; `nowMs` is the phone's time, which only decides 刚刚.
 */
export function whenText(atMs: number, today: string, nowMs: number): string {
  const [day = '', clock = ''] = clockText(atMs, shopOffsetMinutes).split(' ');
  if (day === today) {
    const ago = nowMs - atMs;
    return ago >= 0 && ago < minute ? '刚刚' : `今天 ${clock}`;
  }
  if (day === dayBefore(today)) return `昨天 ${clock}`;
  return day.slice(0, 4) === today.slice(0, 4) ? day.slice(5) : day;
}

function dayBefore(day: string): string {
  return dayOf(Date.parse(`${day}T00:00:00Z`) - dayMs, 0);
}
