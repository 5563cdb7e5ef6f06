import { goodsPrice } from '../../../../../cloudfunctions/domains/cart/rules/goods-price';
import { nextOffers } from '../../../../../cloudfunctions/domains/cart/rules/next-offers';
import { quote } from '../../../../../cloudfunctions/domains/cart/rules/quote';
import type { PromotionTerms } from '../../../../../cloudfunctions/domains/promotions/schema/promotion';
import {
  cartOf,
  couponOf,
  lineOf,
  promotionOf,
  shanghai,
  tagged,
} from '../../../../support/quoted-facts';

const off: PromotionTerms = {
  kind: 'off',
  by: 'amount',
  repeats: false,
  tiers: [
    { atLeast: 29_900, offFen: 4_000 },
    { atLeast: 59_900, offFen: 10_000 },
  ],
};
const flash = promotionOf(
  { kind: 'flash', goods: [{ skuId: 'a', priceFen: 5_000, pieces: 9 }], mostPerMember: null },
  { withPromotions: false },
);
const member: PromotionTerms = { kind: 'member', rates: [{ level: 1, paysBp: 9_500 }] };
const half = promotionOf({ kind: 'nth', nth: 2, paysBp: 5_000 }, { priority: 300 });

describe('the price of goods on a page', () => {
  const sku = lineOf('a', 1, 10_000);
  const price = (promotions: ReturnType<typeof promotionOf>[], level = 1) => {
    const { nowMs, buyer } = cartOf([]);
    return goodsPrice(sku, { nowMs, buyer: buyer && { ...buyer, level }, promotions });
  };
  const pills = (...all: Parameters<typeof price>) => price(...all).pills.map((pill) => pill.say);

  it('is what one piece costs this buyer, with its reason first', () => {
    expect(price([promotionOf(member), promotionOf(off)])).toMatchObject({
      listFen: 10_000,
      unitFen: 9_500,
      unitFrom: 'member',
      pills: [
        { ruleId: 'member', say: '会员价' },
        { ruleId: 'off', say: '满299减40' },
      ],
    });
    expect(price([promotionOf(member)], 0)).toMatchObject({
      unitFen: 10_000,
      unitRule: null,
      pills: [],
    });
  });

  it('has two pills at most, those of higher priority first, and of its own goods only', () => {
    const others = [promotionOf(off), half, promotionOf(member)];
    expect(pills(others)).toEqual(['会员价', '第二件半价']);
    expect(pills([promotionOf(off, { scope: tagged('t') }), promotionOf(off)])).toEqual([
      '满299减40',
    ]);
  });

  it('of 秒杀 that goes with nothing else is that alone', () => {
    const running = { ...flash, standing: { ...flash.standing, pieces: { a: 1 } } };
    expect(pills([running, half])).toEqual(['秒杀']);
    expect(pills([flash, half])).toEqual(['第二件半价']);
  });
});

describe('what a little more would bring', () => {
  it('stands nearest first, beside tiers beyond those that are reached', () => {
    const facts = cartOf([lineOf('a', 1, 30_000)], {
      destination: shanghai,
      promotions: [
        promotionOf(off),
        half,
        promotionOf({
          kind: 'gift',
          by: 'amount',
          tiers: [{ atLeast: 30_500, skuId: 'bag', quantity: 1 }],
        }),
      ],
      coupons: [couponOf({ kind: 'fixed', offFen: 2_000 }, { thresholdFen: 27_230 })],
    });
    expect(nextOffers(quote(facts)).map(({ ruleId, of, say }) => [ruleId, of, say])).toEqual([
      ['gift', 'promotion', '再买 ¥5 得赠品'],
      ['coupon-fixed', 'coupon', '再买 ¥12.30 减 ¥20'],
      ['off', 'promotion', '再买 ¥299 可减 ¥100'],
      ['nth', 'promotion', '再买 1 件享第 2 件 5 折'],
    ]);
  });

  it('is nothing where nothing is short', () => {
    expect(nextOffers(quote(cartOf([lineOf('a', 1, 1_000)])))).toEqual([]);
  });
});
