import { clockText } from '../../../cloudfunctions/kit/time';

/** The shop's zone, east of UTC. */
const shopOffsetMinutes = 480;

/** `11/22` for a day `YYYY-MM-DD`. */
export function shortDayText(day: string): string {
  const [, month = '', date = ''] = day.split('-');
  return `${Number(month)}/${Number(date)}`;
}

/** `15:04` within a window of one day, `11-20 15:04` within a longer one. */
export function rowTimeText(atMs: number, window: 'today' | 'month'): string {
  return clockText(atMs, shopOffsetMinutes).slice(window === 'today' ? 11 : 5);
}
