import type { FreightTerms } from '../../catalogue/rules/freight';
import type { Coupon } from '../../coupons/schema';
import type { Promotion } from '../../promotions/schema/promotion';

/** What a line of a cart is, as far as its price goes; amounts in fen. SKUs are distinct within a cart. */
export interface PricedLine {
  skuId: string;
  productId: string;
  /** The category and those above it. */
  categoryIds: readonly string[];
  tags: readonly string[];
  templateId: string;
  quantity: number;
  listFen: number;
  weightGrams: number;
}

/** Goods that a promotion gives or sells beside the cart: gifts and 加价购. */
export type SideGoods = Omit<PricedLine, 'quantity'> & { left: number };

/** Where the goods go: nobody knows yet, to a region, or to the counter of a store. */
export type Destination = null | { kind: 'express'; regionCode: string } | { kind: 'pickup' };

/** Who buys, as far as offers go; null for somebody who has not signed in. */
export type Buyer = null | {
  level: number;
  tags: readonly string[];
  /** Where the order counts: the counter of a pick-up, else her guide's store; null when neither is known. */
  storeId: string | null;
  /** She never paid for an order. */
  newBuyer: boolean;
};

/** What the shop's points are worth, and how many the buyer has. */
export interface PointsFacts {
  balance: number;
  /** What one point pays, in fen. */
  pointFen: number;
  /** How much of the goods points may pay, in bp. */
  mostBp: number;
  /** Points earned for each paid yuan of goods, in bp: 10 000 is one point. */
  earnBp: number;
}

/** What the shopper wants; what she leaves open is chosen for the lowest payable. */
export interface Choice {
  /** A coupon's id, null for none, undefined for the best. */
  couponId?: string | null | undefined;
  freightCouponId?: string | null | undefined;
  /** Points to pay with, at most. */
  points: number;
  /** Stored value to pay with, at most, in fen. */
  storedFen: number;
  /** The 积分兑换 whose goods these are; then every line of it is had at its price and for its points. */
  exchangeId?: string | undefined;
  addOns: readonly { promotionId: string; skuId: string; quantity: number }[];
}

/** All that a quote depends on. */
export interface QuoteFacts {
  nowMs: number;
  lines: readonly PricedLine[];
  /** Gifts and 加价购 goods by SKU. */
  sideGoods: Readonly<Record<string, SideGoods>>;
  templates: Readonly<Record<string, { name: string; terms: FreightTerms }>>;
  destination: Destination;
  buyer: Buyer;
  promotions: readonly Promotion[];
  coupons: readonly Coupon[];
  points: PointsFacts;
  stored: { principalFen: number; giftFen: number };
  choice: Choice;
}

/** The facts of a quote where nothing is offered: nobody is known, and there is no promotion, coupon or point. */
export const nothingOffered = {
  nowMs: 0,
  sideGoods: {},
  buyer: null,
  promotions: [],
  coupons: [],
  points: { balance: 0, pointFen: 1, mostBp: 0, earnBp: 0 },
  stored: { principalFen: 0, giftFen: 0 },
  choice: { points: 0, storedFen: 0, addOns: [] },
} satisfies Partial<QuoteFacts>;
