import type { z } from 'zod';
import type { CouponDraft } from '../../../../domains/coupons/schema';
import type { PromotionDraft } from '../../../../domains/promotions/schema/promotion';

/** A promotion as the demo's managers thought of it, before defaults; `key` is what its id is made of. */
export interface PromotionPlan extends z.input<typeof PromotionDraft> {
  readonly key: string;
  readonly stoppedAt?: number;
}

/** A batch of coupons as the demo's managers thought of it. */
export interface BatchPlan extends z.input<typeof CouponDraft> {
  readonly key: string;
  readonly stoppedAt?: number;
}
