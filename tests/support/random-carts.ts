import fc from 'fast-check';
import type {
  Choice,
  PricedLine,
  QuoteFacts,
  SideGoods,
} from '../../cloudfunctions/domains/cart/rules/facts';
import { randomCoupon } from './random-coupons';
import { oneOf, prices, type Near } from './random-offers';
import { randomPromotion } from './random-promotions';
import { noon, plainFreight } from './small-rows';

/** How large random carts are, at most. */
export interface Sizes {
  lines: number;
  promotions: number;
  coupons: number;
}

const templates = {
  a: { name: '快递', terms: plainFreight },
  b: {
    name: '冷链',
    terms: { ...plainFreight, by: 'pieces' as const, first: 1, next: 2, freeOverFen: 29_900 },
  },
  c: { name: '大件', terms: { ...plainFreight, freeOverFen: null, notServed: ['65', '71'] } },
};

const goodsOf = fc.record({
  productId: fc.constantFrom('p1', 'p2', 'p3', 'p4'),
  categoryIds: fc.constantFrom(['c1'], ['c2', 'c1'], ['c3']),
  tags: fc.subarray(['t1', 't2']),
  templateId: fc.constantFrom('a', 'a', 'b', 'c'),
  listFen: prices,
  weightGrams: fc.constantFrom(0, 300, 1_000, 1_700),
});

const skuIds = ['s1', 's2', 's3', 's4', 's5', 's6', 's7', 's8'];

/** Up to so many, more often nearly as many than few. */
const upTo = (most: number) =>
  oneOf([
    [3, fc.integer({ min: Math.ceil(most * 0.7), max: most })],
    [1, fc.integer({ min: 0, max: most })],
  ]);

const many = <T>(most: number, one: (at: number) => fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
  upTo(most).chain((count) => fc.tuple(...Array.from({ length: count }, (_, at) => one(at))));

const linesOf = (most: number): fc.Arbitrary<PricedLine[]> =>
  upTo(most)
    .chain((count) =>
      fc.shuffledSubarray(skuIds, { minLength: Math.max(1, count), maxLength: Math.max(1, count) }),
    )
    .chain((chosen) =>
      fc.tuple(
        ...chosen.map((skuId) =>
          fc
            .tuple(goodsOf, fc.constantFrom(1, 1, 1, 2, 2, 3, 5))
            .map(([goods, quantity]) => ({ ...goods, skuId, quantity })),
        ),
      ),
    );

const sideOf = (skuId: string): fc.Arbitrary<SideGoods> =>
  fc
    .tuple(goodsOf, fc.constantFrom(0, 1, 2, 9))
    .map(([goods, left]) => ({ ...goods, skuId, left }));

const sideGoods = fc.record({ s1: sideOf('s1'), g1: sideOf('g1'), g2: sideOf('g2') });

const buyers = oneOf<QuoteFacts['buyer']>([
  [1, fc.constant(null)],
  [
    4,
    fc.record({
      level: fc.integer({ min: 0, max: 2 }),
      tags: fc.subarray(['m1', 'm2']),
      storeId: fc.constantFrom(null, 'store1', 'store2'),
      newBuyer: fc.boolean(),
    }),
  ],
]);

const destinations = oneOf<QuoteFacts['destination']>([
  [12, fc.constant({ kind: 'express', regionCode: '310104' })],
  [1, fc.constantFrom('650100', '710100').map((regionCode) => ({ kind: 'express', regionCode }))],
  [1, fc.constant({ kind: 'pickup' })],
  [1, fc.constant(null)],
]);

const pointsOf = fc.record({
  balance: fc.constantFrom(-5, 0, 80, 1_000, 50_000),
  pointFen: fc.constantFrom(1, 1, 10, 100),
  mostBp: fc.constantFrom(0, 3_000, 5_000, 10_000),
  earnBp: fc.constantFrom(10_000, 15_000),
});

const addOns = fc.uniqueArray(
  fc.record({
    promotionId: fc.constantFrom('first', 'first', 'last', 'q0'),
    skuId: fc.constantFrom('s1', 'g1', 'g2'),
    quantity: fc.constantFrom(1, 2),
  }),
  { maxLength: 2, selector: (each) => `${each.promotionId} ${each.skuId}` },
);

const choices: fc.Arbitrary<Choice & { exchanges: boolean }> = fc.record({
  exchanges: fc.boolean(),
  couponId: fc.constantFrom(undefined, undefined, undefined, undefined, null, 'k0', 'k1'),
  freightCouponId: fc.constantFrom(undefined, undefined, undefined, undefined, null, 'k0', 'k2'),
  points: fc.constantFrom(0, 0, 0, 70, 100_000),
  storedFen: fc.constantFrom(0, 0, 500, 1_000_000),
  addOns,
});

/** What is wished for is mostly there: 加价购 and 积分兑换 of the cart's own promotions. */
function wishing({ choice: { exchanges, ...choice }, ...facts }: Wishful): QuoteFacts {
  const idsOf = (kind: 'exchange' | 'add_on') =>
    facts.promotions.flatMap(({ terms, promotionId }) =>
      terms.kind === kind ? [promotionId] : [],
    );
  const [exchangeId] = exchanges ? idsOf('exchange') : [];
  const places: Readonly<Record<string, string | undefined>> = {
    first: idsOf('add_on')[0],
    last: idsOf('add_on').slice(1).at(-1),
  };
  const addOns = choice.addOns.map((each) => ({
    ...each,
    promotionId: places[each.promotionId] ?? each.promotionId,
  }));
  return { ...facts, choice: { ...choice, exchangeId, addOns } };
}

interface Wishful extends QuoteFacts {
  choice: Choice & { exchanges: boolean };
}

/**
 * Carts with offers that matter to them: thresholds near what the goods come to, promotions that overlap, exclude
 * each other, run out and compete, coupons on the edge, freight about to become free. Ids are `s1`… for SKUs,
 * `q0`… for promotions and `k0`… for coupons.
 */
export function randomCarts(sizes: Sizes): fc.Arbitrary<QuoteFacts> {
  return linesOf(sizes.lines).chain((lines) => {
    const near: Near = {
      goodsFen: lines.reduce((sum, { listFen, quantity }) => sum + listFen * quantity, 0),
      pieces: lines.reduce((sum, { quantity }) => sum + quantity, 0),
      products: [...new Set(lines.map(({ productId }) => productId))],
      skus: lines.map(({ skuId, listFen }) => ({ skuId, listFen })),
    };
    return fc
      .record({
        nowMs: fc.constant(noon),
        lines: fc.constant(lines),
        sideGoods,
        templates: fc.constant(templates),
        destination: destinations,
        buyer: buyers,
        promotions: many(sizes.promotions, (at) => randomPromotion(`q${at}`, near)),
        coupons: many(sizes.coupons, (at) => randomCoupon(`k${at}`, near)),
        points: pointsOf,
        stored: fc.record({
          principalFen: fc.constantFrom(0, 3_000, 99_999),
          giftFen: fc.constantFrom(0, 777, 10_000),
        }),
        choice: choices,
      })
      .map(wishing);
  });
}
