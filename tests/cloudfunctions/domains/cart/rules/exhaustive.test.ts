import fc from 'fast-check';
import process from 'node:process';
import { quote } from '../../../../../cloudfunctions/domains/cart/rules/quote';
import { exhaustiveQuote } from '../../../../support/exhaustive-quote';
import { randomCarts } from '../../../../support/random-carts';

const runs = Number(process.env['QUOTE_RUNS'] ?? 2_500);
const small = randomCarts({ lines: 6, promotions: 6, coupons: 6 });

describe('the best offer', () => {
  it('is what an exhaustive search finds: payable, then points, then the coupons that end first', () => {
    fc.assert(
      fc.property(small, (facts) => {
        const found = quote(facts);
        const best = exhaustiveQuote(facts);
        const freight = found.savings.find((saving) => saving.kind === 'freight_coupon');
        const goods = found.savings.find((saving) => saving.kind === 'coupon');
        expect({
          payableFen: found.payableFen,
          points: found.points.used,
          couponId: goods?.ruleId ?? null,
          freightCouponId: freight?.ruleId ?? null,
          proved: found.proved,
        }).toEqual({
          payableFen: best.payableFen,
          points: best.points,
          couponId: best.couponId,
          freightCouponId: best.freightCouponId,
          proved: true,
        });
      }),
      { numRuns: runs },
    );
  });
});
