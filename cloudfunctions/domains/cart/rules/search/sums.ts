import { splitFen } from '../../../../kit/money';
import type { Promotion } from '../../../promotions/schema/promotion';
import type { Measured } from '../../../promotions/rules/measure';
import type { CartLine } from '../unit-prices';

/** What one promotion of steps 2 and 3 takes off, in fen, and the share of each line. */
export interface Applied {
  promotion: Promotion;
  offFen: number;
  shares: readonly number[];
  /** The lines that it makes cheaper. */
  weighs: readonly number[];
}

/**
 * What steps 2 and 3 have left so far; each list has a place for each line of the cart. Never changed: a step
 * makes new sums.
 */
export interface Sums {
  /** What lines still cost, in fen. */
  stillFen: readonly number[];
  totalFen: number;
  /** Units that no set has taken. */
  open: readonly number[];
  /** Lines that a set or order promotion makes cheaper: what does not go together with others leaves them alone. */
  touched: readonly boolean[];
  /** Lines that take no further set or order promotion. */
  closed: readonly boolean[];
  /** Lines that take no coupon. */
  barred: readonly boolean[];
  applied: readonly Applied[];
}

/** Before step 2: unit price × quantity, and what the unit price allows. */
export function firstSums(lines: readonly CartLine[]): Sums {
  const stillFen = lines.map(({ unitFen, goods }) => unitFen * goods.quantity);
  return {
    stillFen,
    totalFen: stillFen.reduce((sum, each) => sum + each, 0),
    open: lines.map(({ goods }) => goods.quantity),
    touched: lines.map(() => false),
    closed: lines.map((line) => !line.takesPromotions),
    barred: lines.map((line) => !line.takesCoupons),
    applied: [],
  };
}

/**
 * Spreads what a promotion takes off over lines in proportion to `weights`, by largest remainder, ties to the
 * earlier line. The lines that weigh something are those that it makes cheaper: where it does not go together
 * with others (`withPromotions`, `withCoupons`) they are closed or barred from here on.
 */
export function spread(
  sums: Sums,
  promotion: Promotion,
  offFen: number,
  weights: readonly number[],
): Sums {
  const shares = shareOut(offFen, weights);
  const weighs = (at: number) => (weights[at] ?? 0) > 0;
  const places = weights.flatMap((weight, at) => (weight > 0 ? [at] : []));
  const mark = (list: readonly boolean[]) => list.map((was, at) => was || weighs(at));
  return {
    stillFen: sums.stillFen.map((still, at) => still - (shares[at] ?? 0)),
    totalFen: sums.totalFen - offFen,
    open: sums.open,
    touched: mark(sums.touched),
    closed: promotion.withPromotions ? sums.closed : mark(sums.closed),
    barred: promotion.withCoupons ? sums.barred : mark(sums.barred),
    applied: [...sums.applied, { promotion, offFen, shares, weighs: places }],
  };
}

/** An amount split over all lines, of which those that weigh nothing get nothing. */
export function shareOut(offFen: number, weights: readonly number[]): number[] {
  const places = weights.flatMap((weight, at) => (weight > 0 ? [at] : []));
  const parts = splitFen(
    offFen,
    places.map((at) => weights[at] ?? 0),
  );
  const shares = new Array<number>(weights.length).fill(0);
  places.forEach((at, n) => {
    shares[at] = parts[n] ?? 0;
  });
  return shares;
}

/** What the lines at these places come to. */
export function measure(
  lines: readonly CartLine[],
  stillFen: readonly number[],
  places: readonly number[],
): Measured {
  let amountFen = 0;
  let pieces = 0;
  for (const at of places) {
    amountFen += stillFen[at] ?? 0;
    pieces += lines[at]?.goods.quantity ?? 0;
  }
  return { amountFen, pieces };
}
