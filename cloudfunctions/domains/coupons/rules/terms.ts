import type { CouponTerms } from '../schema';

/** The terms of one kind of coupon. */
export type CouponTermsOf<K extends CouponTerms['kind']> = Extract<CouponTerms, { kind: K }>;
