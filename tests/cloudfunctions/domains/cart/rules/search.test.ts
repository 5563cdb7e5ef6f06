import { planOf } from '../../../../../cloudfunctions/domains/cart/rules/search/plan';
import { search } from '../../../../../cloudfunctions/domains/cart/rules/search/search';
import { quote } from '../../../../../cloudfunctions/domains/cart/rules/quote';
import { busyCart } from '../../../../../cloudfunctions/local/bench/quote';
import {
  cartOf,
  couponOf,
  lineOf,
  promotionOf,
  shanghai,
  tagged,
} from '../../../../support/quoted-facts';

const searched = (seed: number) => {
  const facts = busyCart(seed, [50, 30, 30]);
  return search(planOf(facts), facts.choice);
};

describe('the search', () => {
  it('proves the best of 50 lines, 30 promotions and 30 coupons after few cases', () => {
    const all = Array.from({ length: 25 }, (_, seed) => searched(seed));
    expect(all.every((each) => each.proved)).toBe(true);
    expect(Math.max(...all.map((each) => each.cases))).toBeLessThan(4_000);
    const middle = all.map((each) => each.cases).sort((a, b) => a - b)[12];
    expect(middle).toBeLessThan(500);
  });

  it('ends when every combination costs nothing', () => {
    const facts = busyCart(3, [50, 30, 30]);
    const points = { balance: 100_000_000, pointFen: 1, mostBp: 10_000, earnBp: 0 };
    const choice = { ...facts.choice, points: 100_000_000 };
    const plan = planOf({ ...facts, points, choice, destination: null });
    const { found, proved, cases } = search(plan, choice);
    expect({ payableFen: found.payableFen, proved }).toEqual({ payableFen: 0, proved: true });
    expect(cases).toBeLessThan(4_000);
  });

  it('ends when the freight coupon that was chosen can find no freight', () => {
    const facts = busyCart(7, [50, 30, 30]);
    const choice = { ...facts.choice, freightCouponId: 'coupon-00' };
    const lines = facts.lines.map((line) => ({ ...line, templateId: 'a' }));
    const { proved, cases } = search(planOf({ ...facts, lines, choice }), choice);
    expect(proved).toBe(true);
    expect(cases).toBeLessThan(4_000);
  });
});

const off = (atLeast: number, offFen: number) =>
  ({ kind: 'off', by: 'amount', tiers: [{ atLeast, offFen }], repeats: false }) as const;
const plain = (terms: ReturnType<typeof off>) => ({ ...terms, tiers: [...terms.tiers] });

describe('the best combination', () => {
  it('leaves a promotion out when that keeps a coupon within reach', () => {
    const facts = cartOf([lineOf('a', 1, 20_000)], {
      promotions: [promotionOf(plain(off(10_000, 500)))],
      coupons: [couponOf({ kind: 'fixed', offFen: 3_000 }, { thresholdFen: 20_000 })],
    });
    const found = quote(facts);
    expect(found.payableFen).toBe(17_000);
    expect(found.unused).toMatchObject([
      { ruleId: 'off', code: 'better_offer', say: '已选更优惠的组合' },
    ]);
  });

  it('leaves a coupon out when that keeps freight free', () => {
    const facts = cartOf([lineOf('a', 1, 9_900)], {
      destination: shanghai,
      coupons: [couponOf({ kind: 'fixed', offFen: 500 })],
    });
    expect(quote(facts)).toMatchObject({ payableFen: 9_900, coupons: [], freightFen: 0 });
    const more = { ...facts, coupons: [couponOf({ kind: 'fixed', offFen: 1_500 })] };
    expect(quote(more)).toMatchObject({ payableFen: 9_400, freightFen: 1_000 });
  });

  it('of equal coupons takes the one that ends first, and none when none is needed', () => {
    const two = [
      couponOf({ kind: 'fixed', offFen: 500 }, { couponId: 'later', endsAt: 9e12 }),
      couponOf({ kind: 'fixed', offFen: 500 }, { couponId: 'sooner' }),
    ];
    const facts = cartOf([lineOf('a', 1, 1_000)], { coupons: two });
    expect(quote(facts).coupons).toMatchObject([{ couponId: 'sooner', fen: 500 }]);
    const free = { ...facts, points: { balance: 1_000, pointFen: 1, mostBp: 10_000, earnBp: 0 } };
    const choice = { ...free.choice, points: 1_000 };
    // All of it could be paid by points alone; fewer points go first, so a coupon saves 500 of them.
    expect(quote({ ...free, choice })).toMatchObject({ payableFen: 0, points: { used: 500 } });
  });

  it('lets goods that go with nothing else choose the better of two', () => {
    const alone = { withPromotions: false, scope: tagged('t') };
    const facts = cartOf([lineOf('a', 2, 10_000, { tags: ['t'] }), lineOf('b', 1, 10_000)], {
      promotions: [
        promotionOf({ kind: 'nth', nth: 2, paysBp: 5_000 }, alone),
        promotionOf(plain(off(30_000, 4_000))),
      ],
    });
    expect(quote(facts)).toMatchObject({ payableFen: 25_000 });
    expect(quote(facts).unused).toMatchObject([{ ruleId: 'off', code: 'better_offer' }]);
  });
});

describe('a coupon that the shopper chose', () => {
  const coupons = [
    couponOf({ kind: 'fixed', offFen: 1_000 }, { couponId: 'ten' }),
    couponOf({ kind: 'fixed', offFen: 2_000 }, { couponId: 'twenty' }),
    couponOf({ kind: 'fixed', offFen: 9_000 }, { couponId: 'ninety', thresholdFen: 90_000 }),
  ];
  const cart = cartOf([lineOf('a', 1, 10_000)], {
    coupons,
    promotions: [promotionOf(plain(off(10_000, 500)))],
  });
  const with_ = (couponId: string | null | undefined) =>
    quote({ ...cart, choice: { ...cart.choice, couponId } });

  it('is used, though another is better, and the other says so', () => {
    expect(with_('ten').payableFen).toBe(8_500);
    expect(with_('ten').unused.map(({ ruleId, code }) => [ruleId, code])).toEqual([
      ['twenty', 'not_chosen'],
      ['ninety', 'short'],
    ]);
  });

  it('may be none', () => {
    expect(with_(null)).toMatchObject({ payableFen: 9_500, coupons: [] });
  });

  it('is used even where that gives up a promotion', () => {
    const edge = couponOf(
      { kind: 'fixed', offFen: 100 },
      { couponId: 'edge', thresholdFen: 10_000 },
    );
    const choice = { ...cart.choice, couponId: 'edge' };
    expect(quote({ ...cart, coupons: [...coupons, edge], choice }).payableFen).toBe(9_900);
  });

  it('that no combination can use leaves the choice open', () => {
    expect(with_('ninety').payableFen).toBe(with_(undefined).payableFen);
    expect(with_('gone').payableFen).toBe(7_500);
  });
});
