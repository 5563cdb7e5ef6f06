import {
  nothingOffered,
  type PricedLine,
  type QuoteFacts,
  type SideGoods,
} from '../../cloudfunctions/domains/cart/rules/facts';
import type { Coupon, CouponTerms } from '../../cloudfunctions/domains/coupons/schema';
import type {
  Promotion,
  PromotionTerms,
} from '../../cloudfunctions/domains/promotions/schema/promotion';
import type { Scope } from '../../cloudfunctions/domains/promotions/schema/scope';
import { day } from '../../cloudfunctions/kit/time';
import { noon, plainFreight } from './small-rows';

const named = { productIds: [], categoryIds: [], tags: [] };

/** Every good there is. */
export const allGoods: Scope = { ...named, all: true, not: named };

/** Goods that carry a tag. */
export const tagged = (tag: string): Scope => ({ ...named, tags: [tag], all: false, not: named });

/** A promotion that runs for everybody and everything, but for what `change` says. */
export function promotionOf(terms: PromotionTerms, change: Partial<Promotion> = {}): Promotion {
  return {
    promotionId: terms.kind,
    name: `活动 ${terms.kind}`,
    startsAt: noon - day,
    endsAt: noon + day,
    priority: 100,
    scope: allGoods,
    audience: { storeIds: [], levels: [], tags: [], newBuyers: false },
    withPromotions: true,
    withCoupons: terms.kind !== 'flash' && terms.kind !== 'exchange',
    terms,
    standing: { leftFen: null, leftUses: null, memberUses: null, memberPieces: null, pieces: {} },
    ...change,
  };
}

/** A coupon that can be used for everything, but for what `change` says. */
export function couponOf(terms: CouponTerms, change: Partial<Coupon> = {}): Coupon {
  return {
    couponId: `coupon-${terms.kind}`,
    batchId: 'batch',
    name: `券 ${terms.kind}`,
    terms,
    thresholdFen: 0,
    scope: allGoods,
    state: 'available',
    startsAt: noon - day,
    endsAt: noon + day,
    ...change,
  };
}

/** Pieces of a SKU at a list price; its product is named after it. */
export function lineOf(
  skuId: string,
  quantity: number,
  listFen: number,
  change: Partial<PricedLine> = {},
): PricedLine {
  return {
    skuId,
    productId: `product of ${skuId}`,
    categoryIds: [],
    tags: [],
    templateId: 'a',
    quantity,
    listFen,
    weightGrams: 500,
    ...change,
  };
}

/** Goods beside the cart, of which so many are left. */
export function sideOf(skuId: string, left: number, change: Partial<SideGoods> = {}): SideGoods {
  const { quantity: _quantity, ...goods } = lineOf(skuId, 1, 5_000);
  return { ...goods, left, ...change };
}

/** A cart that is picked up by somebody known, so that there is no freight, but for what `change` says. */
export function cartOf(lines: readonly PricedLine[], change: Partial<QuoteFacts> = {}): QuoteFacts {
  return {
    ...nothingOffered,
    nowMs: noon,
    lines,
    templates: { a: { name: '快递', terms: plainFreight } },
    destination: { kind: 'pickup' },
    buyer: { level: 1, tags: [], storeId: null, newBuyer: false },
    ...change,
  };
}

/** Where plain freight is ten yuan up to 99 yuan of goods. */
export const shanghai = { kind: 'express', regionCode: '310104' } as const;
