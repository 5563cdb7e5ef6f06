import type { Further, Quote } from './quoted';

/** What a little more would bring: `再买 ¥12.30 可减 ¥20`, with the promotion's or coupon's id. */
export interface NextOffer extends Further {
  of: 'promotion' | 'coupon';
}

/**
 * What is short of something, the nearest first: offers that are not used yet and tiers beyond those that are.
 * Pieces count as many fen as the pieces of the cart cost on average.
 */
export function nextOffers(quoted: Pick<Quote, 'unused' | 'further' | 'lines'>): NextOffer[] {
  const pieces = quoted.lines.reduce((sum, line) => sum + line.quantity, 0);
  const amountFen = quoted.lines.reduce((sum, line) => sum + line.amountFen, 0);
  const pieceFen = pieces === 0 ? 0 : amountFen / pieces;
  const away = ({ shortFen, shortPieces }: NextOffer) => shortFen ?? (shortPieces ?? 0) * pieceFen;
  const further = quoted.further.map((each) => ({ ...each, of: 'promotion' as const }));
  const unused = quoted.unused.filter((each) => each.code === 'short');
  return [...unused, ...further]
    .map(({ ruleId, of, name, say, shortFen, shortPieces, worthFen }) => ({
      ruleId,
      of,
      name,
      say: say.replace('还差', '再买'),
      shortFen,
      shortPieces,
      worthFen,
    }))
    .sort((a, b) => away(a) - away(b));
}
