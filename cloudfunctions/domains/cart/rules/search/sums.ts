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

/** Lines and what each weighs when a discount is spread over them; the places in the order of lines. */
export interface Weights {
  places: readonly number[];
  weights: readonly number[];
}

/**
 * Spreads what a promotion takes off over lines in proportion to their weights, by largest remainder, ties to
 * the earlier line. Lines that weigh something are those that it makes cheaper: where it does not go together
 * with others (`withPromotions`, `withCoupons`) they are closed or barred from here on.
 */
export function spread(sums: Sums, promotion: Promotion, offFen: number, over: Weights): Sums {
  const weighs = over.places.filter((_, n) => (over.weights[n] ?? 0) > 0);
  const shares = shareOut(offFen, over, sums.stillFen.length);
  const stillFen = [...sums.stillFen];
  for (const at of weighs) stillFen[at] = (stillFen[at] ?? 0) - (shares[at] ?? 0);
  return {
    stillFen,
    totalFen: sums.totalFen - offFen,
    open: sums.open,
    touched: marked(sums.touched, weighs),
    closed: promotion.withPromotions ? sums.closed : marked(sums.closed, weighs),
    barred: promotion.withCoupons ? sums.barred : marked(sums.barred, weighs),
    applied: [...sums.applied, { promotion, offFen, shares, weighs }],
  };
}

function marked(list: readonly boolean[], places: readonly number[]): boolean[] {
  const after = [...list];
  for (const at of places) after[at] = true;
  return after;
}

/** An amount split over some of a cart's lines, as a list with a place for each of its `count` lines. */
export function shareOut(offFen: number, { places, weights }: Weights, count: number): number[] {
  const shares = new Array<number>(count).fill(0);
  splitFen(offFen, weights).forEach((share, n) => {
    shares[places[n] ?? 0] = share;
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
