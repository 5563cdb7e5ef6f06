import type { Refusal } from '../../../kit/refusal';
import { citySlotAt, citySlots, type CityOffer } from '../../guides/rules/city';
import { refuse } from '../refusals';
import type { Delivery } from '../schema';

/** A line that is wanted, with what the shelf says of it. */
export interface WantedPiece {
  skuId: string;
  quantity: number;
  /** Null when there is no such SKU. */
  fact: { onSale: boolean; left: number } | null;
}

/** An order has a largest amount of goods, 9 000 000 yuan: more is a slip of the finger, not a sale. */
const mostGoodsFen = 900_000_000;

/** Why these goods cannot be one order, whatever they cost to send, or null when they can. */
export function whyNotQuote(
  goods: readonly { listFen: number; quantity: number }[],
): Refusal | null {
  const goodsFen = goods.reduce((sum, { listFen, quantity }) => sum + listFen * quantity, 0);
  return goodsFen > mostGoodsFen ? refuse('too_much') : null;
}

export interface LineProblem {
  skuId: string;
  code: 'gone' | 'sold_out' | 'too_few';
  say: string;
  left: number;
}

/** What keeps each line from being bought as it is; none for lines that can be. */
export function lineProblems(pieces: readonly WantedPiece[]): LineProblem[] {
  return pieces.flatMap(({ skuId, quantity, fact }): LineProblem[] => {
    if (fact === null || !fact.onSale) return [{ skuId, code: 'gone', say: '商品已下架', left: 0 }];
    if (fact.left <= 0) return [{ skuId, code: 'sold_out', say: '已售罄', left: 0 }];
    if (fact.left < quantity)
      return [{ skuId, code: 'too_few', say: `仅剩 ${fact.left} 件`, left: fact.left }];
    return [];
  });
}

/** Why an order may not be placed, or null when it may. A price that moved is told with the new quote. */
export function whyNotPlace(offer: {
  problems: readonly LineProblem[];
  quote: { deliverable: boolean; payableFen: number; dueFen: number; points: { enough: boolean } };
  /** What the shopper saw, in fen: payable, and due when she was told of it. */
  expected: { payableFen: number; dueFen?: number | undefined };
}): Refusal | null {
  const [problem] = offer.problems;
  if (problem !== undefined)
    return refuse('sold_out', { skuId: problem.skuId, problems: offer.problems });
  if (!offer.quote.deliverable) return refuse('not_deliverable');
  if (!offer.quote.points.enough) return refuse('too_few_points');
  const { payableFen, dueFen } = offer.expected;
  const same =
    offer.quote.payableFen === payableFen && (dueFen ?? offer.quote.dueFen) === offer.quote.dueFen;
  return same ? null : refuse('price_changed', { quote: offer.quote });
}

/** Why goods cannot be brought when she wants them, or null when they can, or travel otherwise. */
export function whyNotCome(
  { shop, nowMs }: { shop: { offsetMinutes: number }; nowMs: number },
  city: CityOffer | null,
  { delivery }: { delivery: Delivery },
): Refusal | null {
  if (delivery.kind !== 'city') return null;
  if (city === null) return refuse('not_deliverable');
  const slots = citySlots(city.terms, nowMs, shop.offsetMinutes);
  return citySlotAt(slots, delivery.slotAt) === null ? refuse('slot_gone') : null;
}
