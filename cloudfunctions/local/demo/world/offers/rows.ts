import type { CouponDraft } from '../../../../domains/coupons/schema';
import type { CouponTables } from '../../../../domains/coupons/tables';
import type {
  PromotionDraft,
  PromotionKind,
} from '../../../../domains/promotions/schema/promotion';
import type { PromotionTables } from '../../../../domains/promotions/tables';

/** A promotion as its row says it; `draft` is what the manager wrote. */
export interface MadePromotion {
  readonly key: string;
  readonly promotionId: string;
  readonly kind: PromotionKind;
  readonly draft: PromotionDraft;
  readonly withCoupons: boolean;
  readonly stoppedAt: number | null;
  readonly madeBy: string;
  readonly madeAt: number;
}

/** One SKU of a promotion; `pieces` is what stood aside at first, which grows with what was sold of it. */
export type PromotionGood = Omit<Bare<PromotionTables['promotionGoods']>, 'held' | 'sold'>;

/** A batch of coupons as its row says it. */
export interface MadeBatch {
  readonly key: string;
  readonly batchId: string;
  readonly draft: CouponDraft;
  readonly stoppedAt: number | null;
  readonly madeBy: string;
  readonly madeAt: number;
}

/** All that the shop offers, now, before and soon. */
export interface Offers {
  readonly promotions: readonly MadePromotion[];
  readonly goods: readonly PromotionGood[];
  readonly batches: readonly MadeBatch[];
  /** The codes of the batch that is given by code, in their order. */
  readonly codes: readonly string[];
  /** The lot in which they were made. */
  readonly lotId: string;
}

/** A row without the shop that it belongs to. */
type Bare<Row> = Readonly<Omit<Row, 'shopId'>>;

export type CouponRow = Omit<Bare<CouponTables['coupons']>, 'remindedAt'>;
export type CouponStep = Bare<CouponTables['couponSteps']>;
export type CouponMember = Bare<CouponTables['couponMembers']>;
export type CouponPacket = Bare<CouponTables['couponPackets']>;
export type CouponCode = Bare<CouponTables['couponCodes']>;
export type PromotionUse = Bare<PromotionTables['promotionUses']>;
export type PromotionMember = Bare<PromotionTables['promotionMembers']>;
