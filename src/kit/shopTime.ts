import { clockText, day, dayOf } from '../../cloudfunctions/kit/time';

/** The shop's zone, east of UTC. */
const shopOffsetMinutes = 480;

/** The day `2026-11-22` of an instant in ms, by the shop's clock. */
export function shopDay(atMs: number): string {
  return dayOf(atMs, shopOffsetMinutes);
}

/** `2026-11-22 15:04` of an instant in ms, by the shop's clock. */
export function shopTime(atMs: number): string {
  return clockText(atMs, shopOffsetMinutes);
}

/** The last day of something that ends at `endsAtMs`: what ends at midnight was good on the day before. */
export function lastDay(endsAtMs: number): string {
  return shopDay(endsAtMs - 1);
}

/** An instant to come as people say it: `今天 20:00`, `明天 10:00`, `11月28日 10:00`; in ms, by the shop's clock. */
export function soonText(atMs: number, nowMs: number): string {
  const clock = shopTime(atMs).slice(-5);
  const at = shopDay(atMs);
  if (at === shopDay(nowMs)) return `今天 ${clock}`;
  if (at === shopDay(nowMs + day)) return `明天 ${clock}`;
  const [, month = '', date = ''] = at.split('-');
  return `${Number(month)}月${Number(date)}日 ${clock}`;
}
