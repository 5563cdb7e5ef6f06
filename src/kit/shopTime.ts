import { clockText, dayOf } from '../../cloudfunctions/kit/time';

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
