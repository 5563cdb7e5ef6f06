import { yuanText } from '../../../cloudfunctions/kit/money';
import { nextOffers } from '../../../cloudfunctions/domains/cart/rules/next-offers';
import { quote } from '../../../cloudfunctions/domains/cart/rules/quote';
import type { Quote } from '../../../cloudfunctions/domains/cart/rules/quoted';
import type { CartFacts, CartRow } from './rows';

/** A 加价购 that is wanted. */
export interface AddOn {
  readonly promotionId: string;
  readonly skuId: string;
  readonly quantity: number;
}

export interface CartSum {
  readonly chosen: readonly CartRow[];
  /** Pieces in the chosen lines. */
  readonly pieces: number;
  readonly allChosen: boolean;
  readonly quote: Quote;
  /** What offers take off list prices, without those on freight; in fen. */
  readonly savedFen: number;
  /** What a little more would bring, the nearest first. */
  readonly hints: readonly CartHint[];
}

/** What to say above the lines; with an `offerId` it leads to the goods of that offer. */
export interface CartHint {
  readonly id: string;
  readonly kind: 'free' | 'freight' | 'offer';
  readonly say: string;
  readonly offer: { readonly offerId: string; readonly name: string } | null;
}

/** As many hints on offers as stand above the lines, besides that on freight. */
const mostOffers = 2;

/** A region that no template names, so that its usual band counts. */
const usualRegion = '000000';

/** What the chosen rows cost by the shop's own rule, with the freight of the usual region as an estimate. */
export function sumCart(
  rows: readonly CartRow[],
  { templates, offers }: CartFacts,
  addOns: readonly AddOn[],
): CartSum {
  const chosen = rows.filter((row) => row.chosen);
  const quoted = quote({
    ...offers,
    lines: chosen.map(({ sku, quantity }) => ({ ...sku, quantity })),
    templates,
    destination: { kind: 'express', regionCode: usualRegion },
    choice: { points: 0, storedFen: 0, addOns },
  });
  const { listFen, goodsFen, discountFen } = quoted;
  return {
    chosen,
    pieces: quoted.lines.reduce((sum, line) => sum + line.quantity, 0),
    allChosen: rows.length > 0 && chosen.length === rows.length,
    quote: quoted,
    savedFen: listFen - goodsFen + discountFen,
    hints: chosen.length === 0 ? [] : hintsOf(quoted),
  };
}

function hintsOf(quoted: Quote): CartHint[] {
  const offers = nextOffers(quoted)
    .slice(0, mostOffers)
    .map(({ ruleId, name, say }): CartHint => {
      return { id: ruleId, kind: 'offer', say, offer: { offerId: ruleId, name } };
    });
  const freight = quoted.freightOffFen > 0 ? null : freightHint(quoted.freight);
  return freight === null ? offers : [...offers, freight];
}

/** The nearest way to free freight by a template; with several templates its name says which goods it means. */
export function freightHint(parts: Quote['freight']): CartHint | null {
  if (parts.length === 0) return null;
  if (parts.every((part) => part.fen === 0))
    return { id: 'freight', kind: 'free', say: '已免运费', offer: null };
  let nearest: { name: string; shortFen: number } | null = null;
  for (const { name, shortFen } of parts) {
    if (shortFen === null || shortFen <= 0) continue;
    if (nearest === null || shortFen < nearest.shortFen) nearest = { name, shortFen };
  }
  if (nearest === null) return null;
  const which = parts.length > 1 ? `${nearest.name}` : '';
  const say = `${which}再买 ¥${yuanText(nearest.shortFen)} 免运费`;
  return { id: 'freight', kind: 'freight', say, offer: null };
}
