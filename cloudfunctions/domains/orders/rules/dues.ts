import type { Quote } from '../../cart/rules/quoted';
import type { Promotion } from '../../promotions/schema/promotion';

/** A promotion's part of an order: what it gave (fen), which limits it counts against, and its own goods taken. */
export interface PromotionDue {
  promotionId: string;
  fen: number;
  /** Counts against a budget or a number of orders. */
  limited: boolean;
  /** Counts against what one member may have. */
  perMember: boolean;
  pieces: number;
  /** `points` is what a piece costs of them besides money, where it does. */
  goods: { skuId: string; pieces: number; points?: number }[];
}

/**
 * What an order takes besides stock: held when it is placed, kept when it is paid, returned when it closes.
 * Everything stands in the order of its ids, the order in which it is locked. Empty when it takes nothing.
 */
export interface Dues {
  points?: number;
  principalFen?: number;
  giftFen?: number;
  coupons?: { couponId: string; fen: number }[];
  promotions?: PromotionDue[];
}

/** What an order with this quote takes. What a level gives has no limits and is not recorded. */
export function duesOf(quote: Quote, promotions: readonly Promotion[]): Dues {
  const points = quote.points.used + quote.points.exchanged;
  const { principalFen, giftFen } = quote.storedFen;
  const coupons = quote.coupons
    .map(({ couponId, fen }) => ({ couponId, fen }))
    .sort((a, b) => byText(a.couponId, b.couponId));
  const used = promotionDues(quote, promotions);
  return {
    ...(points > 0 ? { points } : {}),
    ...(principalFen > 0 ? { principalFen } : {}),
    ...(giftFen > 0 ? { giftFen } : {}),
    ...(coupons.length > 0 ? { coupons } : {}),
    ...(used.length > 0 ? { promotions: used } : {}),
  };
}

function promotionDues(quote: Quote, promotions: readonly Promotion[]): PromotionDue[] {
  const ids = usedIds(quote);
  return promotions
    .filter(({ promotionId }) => ids.has(promotionId) && !promotionId.startsWith('level-'))
    .map((promotion) => promotionDue(quote, promotion))
    .sort((a, b) => byText(a.promotionId, b.promotionId));
}

/** Every rule that had a part in the quote, be it a price, a discount or a gift. */
function usedIds(quote: Quote): Set<string> {
  return new Set([
    ...quote.savings.map(({ ruleId }) => ruleId),
    ...quote.lines.flatMap(({ unitRule }) => (unitRule === null ? [] : [unitRule.ruleId])),
    ...quote.gifts.flatMap(({ ruleId, skipped }) => (skipped === null ? [ruleId] : [])),
  ]);
}

function promotionDue(quote: Quote, { promotionId, terms, standing }: Promotion): PromotionDue {
  const ownGoods = terms.kind === 'flash' || terms.kind === 'exchange';
  const goods = quote.lines
    .filter(({ unitRule }) => ownGoods && unitRule?.ruleId === promotionId)
    .map(({ skuId, quantity }) => ({ skuId, pieces: quantity, ...pointsOf(terms, skuId) }))
    .sort((a, b) => byText(a.skuId, b.skuId));
  const fen = quote.savings
    .filter(({ ruleId }) => ruleId === promotionId)
    .reduce((sum, saving) => sum + saving.fen, 0);
  return {
    promotionId,
    fen,
    limited: standing.leftFen !== null || standing.leftUses !== null,
    perMember: standing.memberUses !== null || standing.memberPieces !== null,
    pieces: goods.reduce((sum, good) => sum + good.pieces, 0),
    goods,
  };
}

function pointsOf(terms: Promotion['terms'], skuId: string): { points?: number } {
  if (terms.kind !== 'exchange') return {};
  const good = terms.goods.find((one) => one.skuId === skuId);
  return good === undefined ? {} : { points: good.points };
}

function byText(a: string, b: string): number {
  return a < b ? -1 : 1;
}
