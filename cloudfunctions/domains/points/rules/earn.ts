import type { ShopSettings } from '../../settings';
import { termsOf } from './levels';

/** More than anybody earns at once, and little enough for the ledger's columns. */
const mostAtOnce = 1_000_000_000;

/** Points for each paid yuan of goods that a level earns, in bp, rounded down: 10 000 is one point. */
export function earnBpOf(settings: ShopSettings, level: number): number {
  const { pointsBp } = termsOf(level, settings.levels);
  return Math.floor((settings.points.earnBp * pointsBp) / 10_000);
}

/** Points that goods earn which were paid with so many fen, rounded down once over the whole order. */
export function pointsEarned(goodsPaidFen: number, earnBp: number): number {
  const points = (BigInt(goodsPaidFen) * BigInt(earnBp)) / 1_000_000n;
  return Number(points > BigInt(mostAtOnce) ? BigInt(mostAtOnce) : points);
}

/** Growth for goods that were paid with so many fen: the whole yuan. */
export function growthEarned(goodsPaidFen: number): number {
  return Math.min(mostAtOnce, Math.floor(goodsPaidFen / 100));
}

/** What quotes need to know of points: how many, what they pay, how much of the goods, and what is earned. */
export function pointsFacts(settings: ShopSettings, account: { points: number; level: number }) {
  const { pointFen, mostBp } = settings.points;
  return {
    balance: account.points,
    pointFen,
    mostBp,
    earnBp: earnBpOf(settings, account.level),
  };
}
