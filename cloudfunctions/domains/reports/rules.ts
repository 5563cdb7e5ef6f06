import type { Stretch } from './schema';
import { day, startOfDay } from '../../kit/time';

const monthDays = 30;

/** What a window means at `nowMs`: today so far, or the last 30 days with today. */
export function windowStretch(
  window: 'today' | 'month',
  nowMs: number,
  offsetMinutes: number,
): Stretch {
  const today = startOfDay(nowMs, offsetMinutes);
  return { fromMs: window === 'today' ? today : today - (monthDays - 1) * day, toMs: nowMs + 1 };
}

/** The stretch to compare with: the same weekday a week ago up to the same hour, or the 30 days before. */
export function stretchBefore(window: 'today' | 'month', now: Stretch): Stretch {
  const back = (window === 'today' ? 7 : monthDays) * day;
  return { fromMs: now.fromMs - back, toMs: now.toMs - back };
}

/** A share in bp (1/10 000), rounded half up; 0 of nothing is 0. */
export function shareBp(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part * 10_000) / whole);
}

/** The first instants of the days of a stretch, in the shop's zone. */
export function daysOf({ fromMs, toMs }: Stretch, offsetMinutes: number): number[] {
  const days: number[] = [];
  for (let at = startOfDay(fromMs, offsetMinutes); at < toMs && days.length < 400; at += day)
    days.push(at);
  return days;
}
