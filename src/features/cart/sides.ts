import { promotionText } from '../../../cloudfunctions/domains/promotions/rules/text';
import type { CartFacts, CartSku } from './rows';
import type { CartSum } from './sum';

/** Goods that come for nothing, or would have. */
export interface GiftRow {
  readonly id: string;
  readonly sku: CartSku;
  readonly quantity: number;
  /** Why it does not come after all; empty when it does. */
  readonly skippedSay: string;
}

/** A 加价购 that the chosen goods count for. */
export interface AddOnOffer {
  readonly promotionId: string;
  readonly text: string;
  /** What is missing to it; empty once it is reached. */
  readonly shortSay: string;
  readonly goods: readonly AddOnGood[];
}

export interface AddOnGood {
  readonly sku: CartSku;
  readonly priceFen: number;
  /** As many pieces as may be had. */
  readonly most: number;
  /** Pieces in the quote. */
  readonly quantity: number;
}

const skippedSays = { sold_out: '已抢光', not_served: '无法送到该地区' };

/** The gifts of a cart, with what shows them. */
export function giftRows({ quote }: Pick<CartSum, 'quote'>, { offers }: CartFacts): GiftRow[] {
  return quote.gifts.flatMap(({ ruleId, skuId, quantity, skipped }): GiftRow[] => {
    const sku = offers.sideGoods[skuId];
    if (sku === undefined) return [];
    const skippedSay = skipped === null ? '' : skippedSays[skipped];
    return [{ id: `${ruleId} ${skuId}`, sku, quantity, skippedSay }];
  });
}

/** Reached, or in reach: every other reason means that the shopper has nothing to do with it. */
const inReach = ['not_chosen', 'short', 'sold_out'];

/** The 加价购 of a cart: those that are reached, and those that a little more would reach. */
export function addOnOffers(
  { quote }: Pick<CartSum, 'quote'>,
  { offers }: CartFacts,
): AddOnOffer[] {
  return offers.promotions.flatMap((promotion): AddOnOffer[] => {
    const { promotionId, terms } = promotion;
    const unused = quote.unused.find(({ ruleId }) => ruleId === promotionId);
    if (terms.kind !== 'add_on' || quote.lines.length === 0) return [];
    if (unused !== undefined && !inReach.includes(unused.code)) return [];
    const goods = terms.goods.flatMap(({ skuId, priceFen, most }): AddOnGood[] => {
      const sku = offers.sideGoods[skuId];
      if (sku === undefined || sku.left <= 0) return [];
      const line = quote.lines.find(
        (one) =>
          one.unitFrom === 'add_on' && one.skuId === skuId && one.unitRule?.ruleId === promotionId,
      );
      const quantity = line?.quantity ?? 0;
      return [{ sku, priceFen, most: Math.min(most, sku.left), quantity }];
    });
    if (goods.length === 0) return [];
    const shortSay = unused?.code === 'short' ? unused.say.replace('还差', '再买') : '';
    return [{ promotionId, text: promotionText(promotion), shortSay, goods }];
  });
}
