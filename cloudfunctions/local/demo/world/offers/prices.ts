import type { PromotionPlan } from './plan';
import type { Days } from './season';
import { fullest, type Shelf } from './shelf';

/** Goods of 秒杀: product, share of its price in bp, pieces that stand aside. */
const tonight: readonly (readonly [string, number, number])[] = [
  ['running-09', 6_500, 12],
  ['slides-01', 5_000, 16],
  ['necklaces-02', 6_600, 8],
  ['bracelets-06', 7_000, 6],
  ['care-02', 7_500, 20],
  ['toys-03', 6_000, 10],
  ['fruit-07', 6_900, 24],
  ['dairy-05', 6_500, 18],
  ['running-01', 6_500, 12],
  ['care-03', 7_500, 20],
  ['fruit-01', 6_900, 24],
];
const tomorrow: readonly (readonly [string, number, number])[] = [
  ['casual-05', 6_000, 20],
  ['training-03', 6_200, 12],
  ['earrings-03', 6_500, 10],
  ['nutrition-09', 6_900, 30],
  ['vegetables-07', 7_000, 40],
  ['pantry-03', 7_200, 30],
  ['basketball-02', 6_500, 12],
  ['seafood-04', 7_500, 20],
];
const lastWeek: readonly (readonly [string, number, number])[] = [
  ['slides-10', 6_000, 30],
  ['care-09', 7_000, 20],
  ['fruit-06', 6_800, 40],
  ['outdoor-04', 7_000, 10],
];
/** Goods of the points shop: product, points, and what is paid besides, in fen. */
const forPoints: readonly (readonly [string, number, number, number])[] = [
  ['care-08', 600, 0, 40],
  ['care-07', 900, 0, 30],
  ['slides-08', 1_200, 0, 24],
  ['gifts-10', 400, 2_990, 20],
  ['feeding-04', 800, 4_900, 16],
  ['bracelets-04', 1_500, 14_900, 6],
  ['clothes-04', 900, 0, 30],
  ['feeding-02', 800, 3_990, 16],
  ['vegetables-02', 400, 0, 30],
];

/** Promotions that set a unit price, and those who pay less for several pieces: steps 1 and 2 of the rules. */
export function pricePlans(shelf: Shelf, days: Days): PromotionPlan[] {
  return [
    ...flashes(shelf, days),
    ...exchanges(shelf, days),
    ...lowered(shelf, days),
    ...sets(shelf, days),
  ];
}

/** 秒杀: one that began last evening and ends tonight at ten, the next tomorrow, and one of last week. */
function flashes(shelf: Shelf, { nowMs, at }: Days): PromotionPlan[] {
  // Who opens the shop late at night finds the session of the next evening.
  const turn = nowMs < at(0, 21) ? 0 : 1;
  const flash = (key: string, name: string, goods: typeof tonight, most: number) => ({
    key,
    name,
    scope: {},
    terms: {
      kind: 'flash' as const,
      goods: goodsOf(
        shelf,
        goods.map(([product]) => product),
        most,
      ).map(({ product, sku }) => {
        const [, shareBp = 0, pieces = 0] =
          goods.find(([goodsKey]) => goodsKey === product.key) ?? [];
        return { skuId: sku.skuId, priceFen: tidy((sku.priceFen * shareBp) / 10_000), pieces };
      }),
      mostPerMember: 2,
    },
  });
  return [
    {
      ...flash('flash-now', '今日必抢', tonight, 8),
      startsAt: at(turn - 1, 20),
      endsAt: at(turn, 22),
    },
    {
      ...flash('flash-next', '明日早市秒杀', tomorrow, 6),
      startsAt: at(turn + 1, 10),
      endsAt: at(turn + 1, 22),
    },
    { ...flash('flash-before', '周末限量秒杀', lastWeek, 4), startsAt: at(-9, 10), endsAt: at(-7) },
  ];
}

function exchanges(shelf: Shelf, { at }: Days): PromotionPlan[] {
  const goods = goodsOf(
    shelf,
    forPoints.map(([key]) => key),
    6,
  ).map(({ product, sku }) => {
    const [, points = 1, priceFen = 0, pieces = 1] =
      forPoints.find(([key]) => key === product.key) ?? [];
    return { skuId: sku.skuId, points, priceFen, pieces };
  });
  return [
    {
      key: 'exchange',
      name: '积分好礼',
      scope: {},
      startsAt: at(-40),
      endsAt: at(50),
      terms: { kind: 'exchange', goods, mostPerMember: 2 },
    },
  ];
}

/** 限时折扣 and 会员价. */
function lowered(shelf: Shelf, { at, sinceMonday }: Days): PromotionPlan[] {
  return [
    {
      key: 'timed-now',
      name: '本周 85 折 · 寝居出行',
      scope: shelf.leaf('home', 'clothes'),
      startsAt: at(-sinceMonday),
      endsAt: at(7 - sinceMonday),
      terms: { kind: 'timed', cut: { by: 'rate', paysBp: 8_500 } },
    },
    {
      key: 'timed-soon',
      name: '玩具益智 9 折周',
      scope: shelf.leaf('toys', 'vegetables'),
      startsAt: at(2),
      endsAt: at(9),
      terms: { kind: 'timed', cut: { by: 'rate', paysBp: 9_000 } },
    },
    {
      key: 'member-price',
      name: '珠宝会员价',
      scope: shelf.trade('jewellery'),
      startsAt: at(-100),
      endsAt: at(265),
      terms: {
        kind: 'member',
        rates: [
          { level: 2, paysBp: 9_200 },
          { level: 3, paysBp: 8_800 },
        ],
      },
    },
  ];
}

/** 组合套餐 and 第二件半价. */
function sets(shelf: Shelf, { at, season }: Days): PromotionPlan[] {
  const bundle = (
    key: string,
    name: string,
    goods: readonly string[],
    shareBp: number,
  ): PromotionPlan[] => {
    const products = shelf.products(goods, 2);
    if (products.length < 2) return [];
    const whole = products.reduce((sum, { priceFen }) => sum + priceFen, 0);
    return [
      {
        key,
        name,
        priority: 200,
        scope: {},
        startsAt: at(-18),
        endsAt: at(24),
        terms: {
          kind: 'bundle',
          items: products.map(({ productId }) => ({ productId, quantity: 1 })),
          priceFen: tidy((whole * shareBp) / 10_000),
          mostSets: 3,
        },
      },
    ];
  };
  return [
    ...bundle(
      'bundle-shoes',
      '跑完换拖 · 马拉松套装',
      ['running-10', 'slides-04', 'outdoor-04', 'casual-03'],
      9_000,
    ),
    ...bundle('bundle-baby', '手套围巾两件套', ['clothes-07', 'clothes-08'], 8_600),
    {
      key: 'second-half',
      name: `${season}鲜果第二件半价`,
      scope: shelf.leaf('fruit'),
      startsAt: at(-6),
      endsAt: at(8),
      terms: { kind: 'nth', nth: 2, paysBp: 5_000 },
    },
  ];
}

/** The first `most` products of these that exist, each with the SKU of which most is there. */
function goodsOf(shelf: Shelf, keys: readonly string[], most: number) {
  return shelf.products(keys, most).map((product) => ({ product, sku: fullest(product) }));
}

/** A price as shops write it: whole yuan down to the nine, or ten cents below for small ones. */
function tidy(priceFen: number): number {
  const yuan = Math.floor(priceFen / 100);
  return yuan < 100 ? yuan * 100 - 10 : (Math.floor((yuan + 1) / 10) * 10 - 1) * 100;
}
