import { day, hour, minute, startOfDay } from '../../../kit/time';
import type { Chance } from './random';

/** The demo shop's zone: China, minutes east of UTC. */
export const offsetMinutes = 480;

/** Monday to Sunday. */
const weekdays = [0.78, 0.76, 0.8, 0.86, 1.05, 1.32, 1.28];
/** Midnight to 23 o'clock: quiet nights, a little at noon, most in the evening. */
const hours = [
  0.16, 0.08, 0.04, 0.03, 0.03, 0.06, 0.16, 0.34, 0.5, 0.62, 0.72, 0.78, 0.92, 0.8, 0.66, 0.64,
  0.66, 0.7, 0.8, 1, 1.28, 1.36, 1.1, 0.5,
];
/** Days on which everybody buys, as MM-DD. */
const feasts: Readonly<Record<string, number>> = {
  '06-16': 1.3,
  '06-17': 1.4,
  '06-18': 1.9,
  '11-10': 1.4,
  '11-11': 2.1,
  '12-12': 1.6,
  '01-01': 1.4,
  '02-14': 1.5,
  '03-08': 1.5,
  '05-01': 1.4,
  '10-01': 1.5,
};
const most = 1.32 * 1.36 * 2.1;

/** How busy the shop is at an instant, as a share of its busiest. */
function busyness(atMs: number): number {
  const local = new Date(atMs + offsetMinutes * minute);
  const [month, date] = [local.getUTCMonth() + 1, local.getUTCDate()];
  const feast = feasts[`${two(month)}-${two(date)}`] ?? 1;
  const weekday = weekdays[(local.getUTCDay() + 6) % 7] ?? 1;
  return (weekday * (hours[local.getUTCHours()] ?? 1) * feast) / most;
}

function two(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}

/** An instant between two, more likely when people shop: evenings, weekends, feasts. */
export function busyMoment(chance: Chance, fromMs: number, toMs: number): number {
  let moment = fromMs;
  for (let tries = 0; tries < 40; tries += 1) {
    moment = Math.floor(fromMs + chance.next() * Math.max(1, toMs - fromMs));
    if (chance.next() < busyness(moment) * 1.6) break;
  }
  return moment;
}

/** An instant of the day of `nowMs`, `share` of the way from its midnight to now. */
export function earlierToday(nowMs: number, share: number): number {
  const from = startOfDay(nowMs, offsetMinutes);
  return Math.floor(from + (nowMs - from) * share);
}

/** `days` before, at a given hour of that day in the shop's zone; never after `nowMs`. */
export function daysAgo(nowMs: number, days: number, atHour: number): number {
  const moment = startOfDay(nowMs, offsetMinutes) - days * day + atHour * hour;
  return Math.min(Math.floor(moment), nowMs - minute);
}
