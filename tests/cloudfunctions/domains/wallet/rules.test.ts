import fc from 'fast-check';
import { splitStored } from '../../../../cloudfunctions/domains/wallet/rules/proportion';
import {
  isOverdue,
  isRechargeNumber,
  movementText,
  planOf,
  rechargeNumber,
  whyNotPay,
} from '../../../../cloudfunctions/domains/wallet/rules/recharge';
import { ShopSettings } from '../../../../cloudfunctions/domains/settings';

const { plans } = ShopSettings.parse({}).wallet;
const purses = fc.record({ principalFen: fc.nat(10_000_000), giftFen: fc.nat(1_000_000) });

describe('principal and gift', () => {
  it('go in proportion, to the fen, and neither beyond what there is', () => {
    fc.assert(
      fc.property(purses, fc.double({ min: 0, max: 1, noNaN: true }), (of, share) => {
        const amountFen = Math.floor((of.principalFen + of.giftFen) * share);
        const { principalFen, giftFen } = splitStored(amountFen, of);
        expect(principalFen + giftFen).toBe(amountFen);
        expect(principalFen).toBeLessThanOrEqual(of.principalFen);
        expect(giftFen).toBeLessThanOrEqual(of.giftFen);
        const exact = (amountFen * of.principalFen) / (of.principalFen + of.giftFen || 1);
        expect(Math.abs(principalFen - exact)).toBeLessThan(1);
      }),
    );
  });

  it('are used up together, in any sequence of payments', () => {
    fc.assert(
      fc.property(purses, fc.array(fc.nat(3_000_000), { maxLength: 12 }), (of, amounts) => {
        let left = of;
        for (const wanted of amounts) {
          const amountFen = Math.min(wanted, left.principalFen + left.giftFen);
          const part = splitStored(amountFen, left);
          left = {
            principalFen: left.principalFen - part.principalFen,
            giftFen: left.giftFen - part.giftFen,
          };
        }
        const rest = splitStored(left.principalFen + left.giftFen, left);
        expect(rest).toEqual(left);
      }),
    );
  });

  it('come back in refunds of parts as they were paid, and sum to it', () => {
    fc.assert(
      fc.property(purses, fc.array(fc.nat(2_000_000), { maxLength: 8 }), (paid, parts) => {
        let left = paid;
        for (const part of parts) {
          const amountFen = Math.min(part, left.principalFen + left.giftFen);
          const back = splitStored(amountFen, left);
          left = {
            principalFen: left.principalFen - back.principalFen,
            giftFen: left.giftFen - back.giftFen,
          };
          expect(Math.min(left.principalFen, left.giftFen)).toBeGreaterThanOrEqual(0);
        }
      }),
    );
    expect(splitStored(1, { principalFen: 1, giftFen: 1 })).toEqual({
      principalFen: 1,
      giftFen: 0,
    });
  });
});

describe('a recharge', () => {
  it('is of a plan of the shop and of nothing else', () => {
    expect(planOf(50_000, plans)).toEqual({ payFen: 50_000, giftFen: 3_000 });
    expect(planOf(50_001, plans)).toBeNull();
    expect(planOf(50_000, [])).toBeNull();
  });

  it('has a number that WeChat Pay takes, with the day of the shop, and that no order has', () => {
    const number = rechargeNumber(Date.parse('2026-11-20T16:00:00Z'), 480, '01234567890123');
    expect(number).toBe('S2026112101234567890123');
    expect(number).toMatch(/^[0-9A-Za-z_\-|*]{6,32}$/);
    expect(isRechargeNumber(number)).toBe(true);
    expect(isRechargeNumber('2026112101234567890123')).toBe(false);
  });

  it('can be paid while it is unpaid and in time, and closes only then', () => {
    const unpaid = { state: 'unpaid', expiresAt: 10 } as const;
    expect(whyNotPay(unpaid, 9)).toBeNull();
    expect(whyNotPay(unpaid, 10)).toMatchObject({ code: 'cannot_pay' });
    expect(whyNotPay({ state: 'paid', expiresAt: 10 }, 9)).toMatchObject({ code: 'cannot_pay' });
    expect([9, 10].map((nowMs) => isOverdue(unpaid, nowMs))).toEqual([false, true]);
    expect(isOverdue({ state: 'paid', expiresAt: 10 }, 10)).toBe(false);
  });

  it.each([
    ['shop', 'member', 'principal', '储值到账'],
    ['shop', 'member', 'gift', '储值赠送'],
    ['member', 'held', 'gift', '订单支付'],
    ['held', 'member', 'gift', '订单取消退回'],
    ['spent', 'member', 'principal', '订单退款退回'],
    ['member', 'shop', 'principal', '储值变动'],
  ])('moves from %s to %s of %s by the name of %s', (from, to, purse, say) => {
    expect(movementText({ from, to, purse })).toBe(say);
  });
});
