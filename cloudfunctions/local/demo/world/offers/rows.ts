import type { CouponDraft, CouponState } from '../../../../domains/coupons/schema';
import type {
  PromotionDraft,
  PromotionKind,
} from '../../../../domains/promotions/schema/promotion';

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
export interface PromotionGood {
  readonly promotionId: string;
  readonly skuId: string;
  readonly priceFen: number;
  readonly points: number;
  readonly pieces: number | null;
}

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
}

export interface CouponRow {
  readonly couponId: string;
  readonly batchId: string;
  readonly memberId: string;
  readonly state: CouponState;
  readonly source: string;
  readonly cause: string;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly givenAt: number;
  readonly orderId: string | null;
}

export interface CouponStep {
  readonly stepId: string;
  readonly couponId: string;
  readonly step: 'give' | 'hold' | 'return' | 'use' | 'expire' | 'void';
  readonly orderId: string | null;
  readonly happenedAt: number;
}

export interface CouponMember {
  readonly batchId: string;
  readonly memberId: string;
  readonly claimed: number;
  readonly day: string;
  readonly onDay: number;
}

export interface CouponPacket {
  readonly packetId: string;
  readonly batchId: string;
  readonly ownerId: string;
  readonly orderId: string;
  readonly pieces: number;
  readonly taken: number;
  readonly madeAt: number;
  readonly endsAt: number;
}

export interface CouponCode {
  readonly code: string;
  readonly batchId: string;
  readonly madeAt: number;
  readonly couponId: string | null;
}

export interface PromotionUse {
  readonly orderId: string;
  readonly promotionId: string;
  readonly memberId: string;
  readonly fen: number;
  readonly state: 'held' | 'used' | 'returned';
  readonly usedAt: number;
}

export interface PromotionMember {
  readonly promotionId: string;
  readonly memberId: string;
  readonly uses: number;
  readonly pieces: number;
}
