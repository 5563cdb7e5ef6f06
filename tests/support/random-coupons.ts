import fc from 'fast-check';
import type { Coupon, CouponTerms } from '../../cloudfunctions/domains/coupons/schema';
import { day } from '../../cloudfunctions/kit/time';
import { amountNear, offNear, oneOf, scopes, type Near } from './random-offers';
import { noon } from './small-rows';

/** Any coupon; most can be used or just miss their threshold. */
export function randomCoupon(couponId: string, near: Near): fc.Arbitrary<Coupon> {
  return fc
    .record({
      terms: oneOf<CouponTerms>([
        [3, offNear(near).map((offFen) => ({ kind: 'fixed', offFen }))],
        [
          3,
          fc
            .tuple(
              fc.constantFrom(5_000, 8_500, 9_001),
              oneOf([
                [1, fc.constant(null)],
                [1, offNear(near)],
              ]),
            )
            .map(([paysBp, capFen]) => ({ kind: 'percent', paysBp, capFen })),
        ],
        [1, fc.constant({ kind: 'exchange' })],
        [2, fc.constantFrom(null, 300, 800).map((offFen) => ({ kind: 'freight', offFen }))],
      ]),
      thresholdFen: oneOf([
        [1, fc.constant(0)],
        [3, amountNear(near)],
      ]),
      scope: scopes,
      state: oneOf<Coupon['state']>([
        [16, fc.constant('available')],
        [1, fc.constantFrom('held', 'used', 'expired', 'void')],
      ]),
      startsAt: oneOf([
        [16, fc.constant(noon - day)],
        [1, fc.constantFrom(noon, noon + day)],
      ]),
      endsAt: fc.constantFrom(noon + day, noon + day, noon + 2 * day),
    })
    .map((rest): Coupon => ({
      ...rest,
      couponId,
      batchId: `batch of ${couponId}`,
      name: `${rest.terms.kind} ${couponId}`,
    }));
}
