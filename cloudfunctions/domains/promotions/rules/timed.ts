import { fen, rateOfFen, yuanText, type Fen } from '../../../kit/money';
import { foldText } from './measure';
import type { TermsOf } from './terms';

/** One piece is never cheaper than this by a cut of its price: nothing is given away by a slip. */
const leastFen = 1;

/**
 * What a share of a list price comes to: the discount is rounded down, so the price is rounded up, and at
 * least one fen.
 */
export function cutByRate(listFen: number, paysBp: number): Fen {
  return fen(Math.max(leastFen, listFen - rateOfFen(listFen, 10_000 - paysBp)));
}

/** 限时折扣: what one piece of goods in its scope costs; not lower than the list price when the cut is none. */
export function timedPrice({ cut }: TermsOf<'timed'>, listFen: number): Fen {
  if (cut.by === 'rate') return cutByRate(listFen, cut.paysBp);
  if (cut.by === 'price') return fen(cut.priceFen);
  return fen(Math.max(leastFen, listFen - cut.offFen));
}

/** `限时 8.5 折`, `限时直降 ¥10`, `限时价 ¥99`. */
export function timedText({ cut }: TermsOf<'timed'>): string {
  if (cut.by === 'rate') return `限时 ${foldText(cut.paysBp)}`;
  if (cut.by === 'price') return `限时价 ¥${yuanText(cut.priceFen)}`;
  return `限时直降 ¥${yuanText(cut.offFen)}`;
}
