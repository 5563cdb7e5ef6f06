import type { PointsFacts } from '../facts';

/** How far points pay: step 5. */
export interface Purse {
  /** Points that are there and wanted; 0 when none. */
  wanted: number;
  /** Points that are there. */
  there: number;
  pointFen: number;
  mostBp: number;
}

/** What is left in the purse after 积分兑换; a balance below nothing pays nothing. */
export function purseOf(points: PointsFacts, wanted: number, exchanged: number): Purse {
  const there = Math.max(0, points.balance - exchanged);
  const { pointFen, mostBp } = points;
  return { there, wanted: Math.max(0, Math.min(wanted, there)), pointFen, mostBp };
}

/** The most points that may pay for goods of this amount, in whole points, of those that are there. */
export function mostPoints({ there, pointFen, mostBp }: Purse, goodsFen: number): number {
  return Math.min(there, Math.floor((goodsFen * mostBp) / (10_000 * pointFen)));
}

/** The points that will pay for goods of this amount. */
export function pointsFor(purse: Purse, goodsFen: number): number {
  return Math.min(purse.wanted, mostPoints(purse, goodsFen));
}

/**
 * The least that is left to pay of goods of this amount or more, in fen. Whole points make what is left jump
 * down at times as goods grow; without them it only grows, and is never more.
 */
export function leastLeft({ wanted, pointFen, mostBp }: Purse, goodsFen: number): number {
  const share = Math.floor((goodsFen * mostBp) / 10_000);
  return goodsFen - Math.min(wanted * pointFen, share);
}
