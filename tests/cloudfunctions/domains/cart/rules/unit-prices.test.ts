import { quote } from '../../../../../cloudfunctions/domains/cart/rules/quote';
import type { PromotionTerms } from '../../../../../cloudfunctions/domains/promotions/schema/promotion';
import { cartOf, couponOf, lineOf, promotionOf } from '../../../../support/quoted-facts';

const flashTerms = (...skuIds: string[]): PromotionTerms => ({
  kind: 'flash',
  goods: skuIds.map((skuId) => ({ skuId, priceFen: 5_000, pieces: 99 })),
  mostPerMember: 3,
});
const left = (pieces: Record<string, number>, memberPieces: number | null = null) => ({
  leftFen: null,
  leftUses: null,
  memberUses: null,
  memberPieces,
  pieces,
});
const rate = (paysBp: number): PromotionTerms => ({ kind: 'timed', cut: { by: 'rate', paysBp } });
const member: PromotionTerms = { kind: 'member', rates: [{ level: 1, paysBp: 9_000 }] };

describe('秒杀', () => {
  const flash = promotionOf(flashTerms('a', 'b'), {
    standing: left({ a: 9, b: 9 }, 3),
    withPromotions: false,
  });
  const half = promotionOf({ kind: 'nth', nth: 2, paysBp: 5_000 });

  it('sets the price of a whole line, which takes no coupon and, if it says so, no other promotion', () => {
    const facts = cartOf([lineOf('a', 2, 10_000)], {
      promotions: [flash, half, promotionOf(rate(1_000))],
      coupons: [couponOf({ kind: 'fixed', offFen: 1_000 })],
    });
    const found = quote(facts);
    expect(found.lines).toMatchObject([{ unitFen: 5_000, unitFrom: 'flash', paidFen: 10_000 }]);
    expect(found.unused.map(({ ruleId, code, say }) => [ruleId, code, say])).toEqual([
      ['nth', 'activity_goods', '活动商品不参与其他优惠'],
      ['timed', 'activity_goods', '活动商品不参与其他优惠'],
      ['coupon-fixed', 'activity_goods', '秒杀商品不可用券'],
    ]);
  });

  it('counts a member’s limit over all its lines in the order of SKU ids; a line beyond it has its ordinary price', () => {
    const facts = cartOf([lineOf('b', 2, 10_000), lineOf('a', 2, 10_000)], { promotions: [flash] });
    const found = quote(facts);
    expect(found.lines.map(({ skuId, unitFrom }) => [skuId, unitFrom])).toEqual([
      ['b', 'list'],
      ['a', 'flash'],
    ]);
    expect(found.unused).toMatchObject([
      { ruleId: 'flash', code: 'limit_reached', say: '每人还可买 1 件，超出限购按日常价' },
    ]);
  });

  it('that has too few pieces left says how many', () => {
    const few = { ...flash, standing: left({ a: 1 }) };
    const found = quote(
      cartOf([lineOf('a', 2, 10_000)], { promotions: [few, promotionOf(rate(9_000))] }),
    );
    expect(found.lines).toMatchObject([{ unitFrom: 'timed', unitFen: 9_000 }]);
    expect(found.unused).toMatchObject([{ code: 'used_up', say: '活动仅剩 1 件，超出按日常价' }]);
  });

  it('never makes goods dearer', () => {
    const found = quote(cartOf([lineOf('a', 1, 4_000)], { promotions: [flash] }));
    expect(found.lines).toMatchObject([{ unitFrom: 'list', unitFen: 4_000 }]);
    expect(found.unused).toMatchObject([{ code: 'better_price' }]);
  });
});

describe('积分兑换', () => {
  const terms: PromotionTerms = {
    kind: 'exchange',
    goods: [{ skuId: 'a', points: 300, priceFen: 1_000, pieces: 9 }],
    mostPerMember: null,
  };
  const facts = cartOf([lineOf('a', 2, 10_000), lineOf('b', 1, 10_000)], {
    promotions: [promotionOf(terms, { standing: left({ a: 9 }) })],
    points: { balance: 700, pointFen: 1, mostBp: 10_000, earnBp: 10_000 },
    coupons: [couponOf({ kind: 'percent', paysBp: 9_000, capFen: null })],
  });

  it('is had only by those who ask for it, at its price and for its points', () => {
    expect(quote(facts).unused).toMatchObject([{ ruleId: 'exchange', code: 'not_chosen' }]);
    const found = quote({ ...facts, choice: { ...facts.choice, exchangeId: 'exchange' } });
    expect(found.lines).toMatchObject([
      { unitFrom: 'exchange', paidFen: 2_000 },
      { paidFen: 9_000 },
    ]);
    expect(found.points).toMatchObject({ exchanged: 600, enough: true });
  });

  it('goods take no points, which pay with what 积分兑换 leaves', () => {
    const found = quote({
      ...facts,
      choice: { ...facts.choice, exchangeId: 'exchange', points: 500 },
    });
    expect(found.points).toMatchObject({ used: 100, most: 100 });
    expect(found.lines.map((line) => line.paidFen)).toEqual([2_000, 8_900]);
  });

  it('says when points are not enough', () => {
    const poor = { ...facts, points: { ...facts.points, balance: 599 } };
    const found = quote({
      ...poor,
      choice: { ...facts.choice, exchangeId: 'exchange', points: 500 },
    });
    expect(found.points).toMatchObject({ used: 0, exchanged: 600, enough: false });
  });
});

describe('the ordinary price', () => {
  const price = (promotions: ReturnType<typeof promotionOf>[]) =>
    quote(cartOf([lineOf('a', 1, 10_000)], { promotions })).lines[0];

  it('is the lower of 限时折扣 and 会员价', () => {
    expect(price([promotionOf(member), promotionOf(rate(9_500))])).toMatchObject({
      unitFen: 9_000,
      unitFrom: 'member',
    });
    expect(price([promotionOf(member), promotionOf(rate(8_500))])).toMatchObject({
      unitFen: 8_500,
      unitFrom: 'timed',
    });
  });

  it('of equals is 限时折扣, and of those the one with the higher priority, then the lower id', () => {
    const timed = (promotionId: string, priority: number) =>
      promotionOf(rate(9_000), { promotionId, priority });
    const found = price([
      promotionOf(member, { priority: 999 }),
      timed('c', 1),
      timed('b', 2),
      timed('a', 1),
    ]);
    expect(found?.unitRule?.ruleId).toBe('b');
    expect(price([timed('c', 1), timed('a', 1)])?.unitRule?.ruleId).toBe('a');
  });

  it('is the list price when no cut is lower', () => {
    const dear = promotionOf({ kind: 'timed', cut: { by: 'price', priceFen: 10_000 } });
    const found = quote(cartOf([lineOf('a', 1, 10_000)], { promotions: [dear] }));
    expect(found.lines[0]).toMatchObject({ unitFrom: 'list', unitRule: null });
    expect(found.unused).toMatchObject([{ code: 'better_price', say: '已享更低价' }]);
  });

  it('leaves out a promotion whose budget does not last for all of the cart', () => {
    const budget = (leftFen: number) =>
      quote(
        cartOf([lineOf('a', 1, 10_000), lineOf('b', 1, 10_000)], {
          promotions: [
            promotionOf(rate(9_000), { standing: { ...left({}), leftFen } }),
            promotionOf(member),
          ],
        }),
      );
    expect(budget(2_000).lines.map((line) => line.unitFrom)).toEqual(['timed', 'timed']);
    expect(budget(1_999).lines.map((line) => line.unitFrom)).toEqual(['member', 'member']);
    expect(budget(1_999).unused).toMatchObject([
      { ruleId: 'timed', code: 'used_up', say: '优惠额度不足' },
    ]);
  });
});
