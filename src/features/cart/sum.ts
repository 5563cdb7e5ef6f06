import { yuanText } from '../../../cloudfunctions/kit/money';
import { nextOffers, type NextOffer } from '../../../cloudfunctions/domains/cart/rules/next-offers';
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

/** As many hints as stand above the lines. */
const mostHints = 2;

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
    hints: chosen.length === 0 ? [] : hintsOf(quoted, offers.promotions),
  };
}

type Promotions = CartFacts['offers']['promotions'];

/** Where there is one, free freight is told beside the nearest other offer: had already, or what is missing to it. */
function hintsOf(quoted: Quote, promotions: Promotions): CartHint[] {
  const next = worthHinting(nextOffers(quoted), quoted);
  const frees = ({ ruleId }: NextOffer) =>
    promotions.some((one) => one.promotionId === ruleId && one.terms.kind === 'free_freight');
  const offers = next.filter((one) => !frees(one)).map((one) => offerHint(one, 'offer'));
  const freight = freightHint(quoted, next.find(frees));
  if (freight === null) return offers.slice(0, mostHints);
  return freight.kind === 'free'
    ? [...offers, freight].slice(0, mostHints)
    : [...offers.slice(0, mostHints - 1), freight];
}

/**
 * One coupon of goods counts at most, so one that would take off no more than the one used is no reason to buy
 * more; and two coupons alike are told once.
 */
function worthHinting(next: readonly NextOffer[], { coupons }: Quote): NextOffer[] {
  const usedFen = Math.max(0, ...coupons.map((coupon) => coupon.fen));
  return next.filter(
    (one, at) =>
      (one.of === 'promotion' || (one.worthFen ?? 0) > usedFen) &&
      next.findIndex(({ name, say }) => name === one.name && say === one.say) === at,
  );
}

function offerHint({ ruleId, name, say }: NextOffer, kind: CartHint['kind']): CartHint {
  return { id: ruleId, kind, say, offer: { offerId: ruleId, name } };
}

/**
 * That freight is free, or the nearest way to it: by a template, or by 包邮 (`offer`). With several templates
 * the name of one says which goods it means.
 */
export function freightHint(
  { freight: parts, freightFen }: Pick<Quote, 'freight' | 'freightFen'>,
  offer?: NextOffer,
): CartHint | null {
  if (parts.length === 0) return null;
  if (freightFen === 0) return { id: 'freight', kind: 'free', say: '已免运费', offer: null };
  let nearest: { name: string; shortFen: number } | null = null;
  for (const { name, shortFen } of parts) {
    if (shortFen === null || shortFen <= 0) continue;
    if (nearest === null || shortFen < nearest.shortFen) nearest = { name, shortFen };
  }
  if (offer !== undefined && (offer.shortFen ?? Infinity) <= (nearest?.shortFen ?? Infinity))
    return offerHint(offer, 'freight');
  if (nearest === null) return null;
  const which = parts.length > 1 ? `${nearest.name}` : '';
  const say = `${which}再买 ¥${yuanText(nearest.shortFen)} 免运费`;
  return { id: 'freight', kind: 'freight', say, offer: null };
}
