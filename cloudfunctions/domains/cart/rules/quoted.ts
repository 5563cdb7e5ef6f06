import type { Fen } from '../../../kit/money';
import type { FreightPart } from '../../catalogue/rules/freight';
import type { PromotionKind } from '../../promotions/schema/promotion';

/** Where a unit price comes from. */
export type UnitFrom = 'list' | 'flash' | 'exchange' | 'timed' | 'member' | 'add_on';

/** What lowers a line besides its unit price. */
export type DiscountKind = 'bundle' | 'nth' | 'off' | 'rate' | 'coupon' | 'points';

/** One discount's share of a line: which rule (promotion, coupon, or `points`), its name, and how much in fen. */
export interface LineDiscount {
  ruleId: string;
  kind: DiscountKind;
  say: string;
  shareFen: Fen;
}

export interface QuotedLine {
  skuId: string;
  quantity: number;
  listFen: Fen;
  unitFen: Fen;
  unitFrom: UnitFrom;
  /** The promotion that sets the unit price; null for the list price. */
  unitRule: { ruleId: string; say: string } | null;
  /** Unit price × quantity: what the line costs before steps 2 to 5. */
  amountFen: Fen;
  discounts: LineDiscount[];
  paidFen: Fen;
  /** What each unit was paid, the dearer first: 3 units of 10.00 yuan are `[{1, 334}, {2, 333}]`. */
  units: { quantity: number; fen: Fen }[];
}

/** Goods that come with the order for nothing; `skipped` says why they do not come after all. */
export interface QuotedGift {
  ruleId: string;
  say: string;
  skuId: string;
  quantity: number;
  /** Null when it comes: nothing is left of it, or it cannot be sent there. */
  skipped: 'sold_out' | 'not_served' | null;
}

/** One line of the breakdown: what a rule took off the whole order. `unit` savings are in the unit prices. */
export interface Saving {
  ruleId: string;
  kind: PromotionKind | 'coupon' | 'freight_coupon' | 'points';
  say: string;
  fen: Fen;
}

/**
 * Why an offer was not used, or, of 秒杀 and 积分兑换, not for all lines; `say` of what is short begins with
 * `还差`. `shortFen` and `shortPieces` say what is missing, null where nothing is.
 */
export interface Unused {
  ruleId: string;
  of: 'promotion' | 'coupon';
  name: string;
  code: UnusedCode;
  say: string;
  shortFen: Fen | null;
  shortPieces: number | null;
  /** What it would take off once nothing is missing, in fen; null where that is not an amount. */
  worthFen: Fen | null;
}

/** A tier beyond the one that a used promotion has reached: `say` is `还差 ¥12.30 可减 ¥20`. */
export type Further = Pick<
  Unused,
  'ruleId' | 'name' | 'say' | 'shortFen' | 'shortPieces' | 'worthFen'
>;

export type UnusedCode =
  | 'not_started'
  | 'ended'
  | 'not_for_you'
  | 'wrong_goods'
  | 'short'
  | 'used_up'
  | 'limit_reached'
  | 'activity_goods'
  | 'not_together'
  | 'better_price'
  | 'better_offer'
  | 'not_chosen'
  | 'no_freight'
  | 'held'
  | 'sold_out'
  | 'not_served';

/**
 * The price of an order with its reasons; amounts in fen. `payableFen` is goods − discounts + freight, and
 * `dueFen` what is left of it for WeChat Pay after stored value.
 */
export interface Quote {
  lines: QuotedLine[];
  gifts: QuotedGift[];
  /** At list prices, 加价购 goods included. */
  listFen: Fen;
  /** At unit prices. */
  goodsFen: Fen;
  discountFen: Fen;
  /** Freight by template with its working, before coupon and 包邮; empty for pick-up and unknown places. */
  freight: FreightPart[];
  /** What a freight coupon or 包邮 takes off. */
  freightOffFen: Fen;
  freightFen: Fen;
  payableFen: Fen;
  storedFen: { principalFen: Fen; giftFen: Fen };
  dueFen: Fen;
  /** The breakdown, in the order of steps; amounts sum to list − goods + discounts + freight off. */
  savings: Saving[];
  coupons: { couponId: string; batchId: string; fen: Fen }[];
  /**
   * Points that pay, what they pay, how many could at most, how many 积分兑换 costs besides (`enough` says
   * whether the buyer has them), and how many this order will earn.
   */
  points: {
    used: number;
    fen: Fen;
    most: number;
    exchanged: number;
    enough: boolean;
    earned: number;
  };
  /** The most stored value that could pay, in fen. */
  storedMostFen: Fen;
  unused: Unused[];
  /** What the used order promotions would give beyond. */
  further: Further[];
  /** False when a template does not deliver to the region; such an order cannot be placed. */
  deliverable: boolean;
  /** The search ended with a proof that no allowed combination costs less. */
  proved: boolean;
}
