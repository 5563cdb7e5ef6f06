import { quote } from '../../../../../cloudfunctions/domains/cart/rules/quote';
import type { PromotionTerms } from '../../../../../cloudfunctions/domains/promotions/schema/promotion';
import {
  cartOf,
  couponOf,
  lineOf,
  promotionOf,
  shanghai,
  sideOf,
  tagged,
} from '../../../../support/quoted-facts';

const off = (atLeast: number, offFen: number): PromotionTerms => ({
  kind: 'off',
  by: 'amount',
  tiers: [{ atLeast, offFen }],
  repeats: false,
});
const gift = (skuId: string): PromotionTerms => ({
  kind: 'gift',
  by: 'amount',
  tiers: [{ atLeast: 10_000, skuId, quantity: 1 }],
});
const addOn: PromotionTerms = {
  kind: 'add_on',
  by: 'amount',
  atLeast: 10_000,
  goods: [{ skuId: 'mug', priceFen: 100, most: 2 }],
};
const mug = [{ promotionId: 'add_on', skuId: 'mug', quantity: 5 }];

describe('sets', () => {
  it('use each unit once: the bundle of higher priority goes first, 第二件半价 takes what is left', () => {
    const facts = cartOf([lineOf('cup', 3, 4_000), lineOf('tray', 1, 6_000)], {
      promotions: [
        promotionOf(
          {
            kind: 'bundle',
            priceFen: 8_000,
            mostSets: null,
            items: [
              { productId: 'product of cup', quantity: 1 },
              { productId: 'product of tray', quantity: 1 },
            ],
          },
          { priority: 200 },
        ),
        promotionOf({ kind: 'nth', nth: 2, paysBp: 5_000 }),
      ],
    });
    const found = quote(facts);
    expect(found.savings.map(({ kind, fen }) => [kind, fen])).toEqual([
      ['bundle', 2_000],
      ['nth', 2_000],
    ]);
    // The bundle's 20 over a cup of 40 and a tray of 60; the cup's half price all on cups.
    expect(found.lines.map((line) => line.paidFen)).toEqual([9_200, 4_800]);
  });
});

describe('order promotions', () => {
  it('take each line once: the higher priority takes all of its lines', () => {
    const facts = cartOf([lineOf('a', 1, 20_000, { tags: ['t'] }), lineOf('b', 1, 10_000)], {
      promotions: [
        promotionOf(off(20_000, 3_000), { promotionId: 'x', scope: tagged('t'), priority: 200 }),
        promotionOf(off(30_000, 3_500), { promotionId: 'y' }),
        promotionOf(off(10_000, 1_000), { promotionId: 'z' }),
      ],
    });
    const found = quote(facts);
    expect(found.payableFen).toBe(26_000);
    expect(found.savings.map(({ ruleId, fen }) => [ruleId, fen])).toEqual([
      ['x', 3_000],
      ['z', 1_000],
    ]);
  });

  it('are not applied beyond their budget', () => {
    const poor = promotionOf(off(10_000, 1_000));
    const budget = (leftFen: number) =>
      quote(
        cartOf([lineOf('a', 1, 10_000)], {
          promotions: [{ ...poor, standing: { ...poor.standing, leftFen } }],
        }),
      );
    expect(budget(1_000).payableFen).toBe(9_000);
    expect(budget(999)).toMatchObject({
      payableFen: 10_000,
      unused: [{ code: 'used_up', say: '优惠额度不足' }],
    });
  });

  it('say what they are short of', () => {
    const found = quote(
      cartOf([lineOf('a', 1, 28_670)], { promotions: [promotionOf(off(29_900, 2_000))] }),
    );
    expect(found.unused).toEqual([
      {
        ruleId: 'off',
        of: 'promotion',
        name: '活动 off',
        code: 'short',
        say: '还差 ¥12.30 可减 ¥20',
        shortFen: 1_230,
        shortPieces: null,
        worthFen: 2_000,
      },
    ]);
  });

  it('that take no coupon keep coupons from their lines', () => {
    const facts = cartOf([lineOf('a', 1, 10_000)], {
      promotions: [promotionOf(off(10_000, 3_000), { withCoupons: false })],
      coupons: [couponOf({ kind: 'fixed', offFen: 2_000 })],
    });
    expect(quote(facts)).toMatchObject({
      payableFen: 7_000,
      unused: [{ of: 'coupon', code: 'not_together', say: '不与已选优惠同享' }],
    });
  });
});

describe('满赠', () => {
  const facts = cartOf([lineOf('a', 1, 12_000)], {
    promotions: [promotionOf(gift('bag')), promotionOf(off(12_000, 5_000))],
    sideGoods: { bag: sideOf('bag', 1) },
  });

  it('reads what sets left, whatever order promotions take off', () => {
    expect(quote(facts)).toMatchObject({
      payableFen: 7_000,
      gifts: [{ ruleId: 'gift', skuId: 'bag', quantity: 1, skipped: null }],
    });
  });

  it('that is gone, or that the cart itself takes, is skipped and said', () => {
    const gone = { ...facts, sideGoods: { bag: sideOf('bag', 0) } };
    expect(quote(gone).gifts).toMatchObject([{ skipped: 'sold_out' }]);
    expect(quote(gone).unused).toMatchObject([
      { ruleId: 'gift', code: 'sold_out', say: '赠品已赠完' },
    ]);
    const bought = { ...facts, lines: [...facts.lines, lineOf('bag', 1, 5_000)] };
    expect(quote(bought).gifts).toMatchObject([{ skipped: 'sold_out' }]);
  });

  it('weighs in the parcel, and stays away where it is not delivered', () => {
    const sent = {
      ...facts,
      destination: shanghai,
      sideGoods: { bag: sideOf('bag', 1, { weightGrams: 900 }) },
    };
    expect(quote(sent)).toMatchObject({ freightFen: 1_500 });
    const far = { regionCode: '650100', kind: 'express' } as const;
    const a = facts.templates['a'] ?? { name: '', terms: { ...plain } };
    const templates = { a, b: { name: '大件', terms: { ...a.terms, notServed: ['65'] } } };
    const away = {
      ...facts,
      destination: far,
      templates,
      sideGoods: { bag: sideOf('bag', 1, { templateId: 'b' }) },
    };
    expect(quote(away)).toMatchObject({ deliverable: true, gifts: [{ skipped: 'not_served' }] });
  });
});

const plain = {
  by: 'weight' as const,
  first: 1,
  next: 1,
  firstFen: 0,
  nextFen: 0,
  freeOverFen: null,
  elsewhere: [],
  notServed: [],
};

describe('加价购', () => {
  const facts = cartOf([lineOf('a', 2, 6_000)], {
    promotions: [promotionOf(addOn)],
    sideGoods: { mug: sideOf('mug', 9) },
  });
  const wanted = { ...facts, choice: { ...facts.choice, addOns: mug } };

  it('is an offer until it is asked for, then lines of its own, up to what the rule allows', () => {
    expect(quote(facts).unused).toMatchObject([{ code: 'not_chosen', say: '可加价换购' }]);
    const found = quote(wanted);
    expect(found.lines[1]).toMatchObject({
      skuId: 'mug',
      quantity: 2,
      unitFen: 100,
      unitFrom: 'add_on',
      paidFen: 200,
    });
    expect(found).toMatchObject({
      payableFen: 12_200,
      listFen: 22_000,
      savings: [{ kind: 'add_on', fen: 9_800 }],
    });
  });

  it('that is wanted is kept: a set that would take it out of reach is not used', () => {
    const half = promotionOf({ kind: 'nth', nth: 2, paysBp: 5_000 });
    expect(quote({ ...facts, promotions: [...facts.promotions, half] }).payableFen).toBe(9_000);
    const found = quote({ ...wanted, promotions: [...facts.promotions, half] });
    expect(found.payableFen).toBe(12_200);
    expect(found.unused).toMatchObject([{ ruleId: 'nth', code: 'better_offer' }]);
  });

  it('that is out of reach is dropped and says how far', () => {
    const found = quote({ ...wanted, lines: [lineOf('a', 1, 6_000)] });
    expect(found.lines).toHaveLength(1);
    expect(found.unused).toMatchObject([
      { code: 'short', say: '还差 ¥40 可换购', shortFen: 4_000 },
    ]);
  });
});

describe('freight', () => {
  const facts = cartOf([lineOf('a', 1, 10_000)], { destination: shanghai });
  const free = promotionOf({
    kind: 'free_freight',
    by: 'amount',
    atLeast: 5_000,
    notProvinces: [],
  });
  const freight = couponOf({ kind: 'freight', offFen: 800 });

  it('is freed by what goods cost before points, which are a way to pay', () => {
    const points = { balance: 9_999, pointFen: 1, mostBp: 10_000, earnBp: 0 };
    const found = quote({ ...facts, points, choice: { ...facts.choice, points: 9_999 } });
    expect(found).toMatchObject({ freightFen: 0, payableFen: 1 });
  });

  it('is freed by 包邮 from what goods cost after the coupon, or lowered by a freight coupon', () => {
    const cheap = { ...facts, lines: [lineOf('a', 1, 6_000)] };
    expect(quote({ ...cheap, promotions: [free] })).toMatchObject({
      freightFen: 0,
      freightOffFen: 1_000,
    });
    expect(quote({ ...cheap, coupons: [freight] })).toMatchObject({
      freightFen: 200,
      freightOffFen: 800,
      coupons: [{ couponId: 'coupon-freight', fen: 800 }],
    });
    // Ten yuan off would take the goods under 50 and cost the free delivery.
    const coupon = couponOf({ kind: 'fixed', offFen: 1_001 });
    expect(quote({ ...cheap, promotions: [free], coupons: [coupon] })).toMatchObject({
      payableFen: 5_999,
      freightFen: 1_000,
    });
  });

  it('that is free leaves a freight coupon in the wallet', () => {
    expect(quote({ ...facts, coupons: [freight] })).toMatchObject({
      freightOffFen: 0,
      coupons: [],
      unused: [{ code: 'no_freight', say: '已免运费' }],
    });
    expect(
      quote({ ...facts, destination: { kind: 'pickup' }, coupons: [freight] }).unused,
    ).toMatchObject([{ code: 'no_freight', say: '暂无运费' }]);
  });
});

describe('points', () => {
  it('pay in whole points, and a balance below nothing pays nothing', () => {
    const facts = cartOf([lineOf('a', 1, 999)], {
      points: { balance: 50, pointFen: 100, mostBp: 5_000, earnBp: 10_000 },
      choice: { points: 50, storedFen: 0, addOns: [] },
    });
    expect(quote(facts)).toMatchObject({
      payableFen: 599,
      points: { used: 4, most: 4, earned: 5 },
    });
    const below = { ...facts, points: { ...facts.points, balance: -5 } };
    expect(quote(below).points).toMatchObject({ used: 0, most: 0, enough: true });
  });
});
