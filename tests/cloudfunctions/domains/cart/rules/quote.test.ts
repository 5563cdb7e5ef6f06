import fc from 'fast-check';
import {
  nothingOffered,
  type PricedLine,
  type QuoteFacts,
} from '../../../../../cloudfunctions/domains/cart/rules/facts';
import { quote, unitsPaid } from '../../../../../cloudfunctions/domains/cart/rules/quote';
import { sumFen } from '../../../../../cloudfunctions/kit/money';
import { cartOf, couponOf, lineOf, promotionOf, shanghai } from '../../../../support/quoted-facts';
import { plainFreight } from '../../../../support/small-rows';

const templates = {
  a: { name: '快递', terms: plainFreight },
  b: {
    name: '冷链',
    terms: { ...plainFreight, by: 'pieces' as const, first: 1, next: 1, freeOverFen: null },
  },
};
const line = fc.record({
  skuId: fc.uuid(),
  productId: fc.constant('p'),
  categoryIds: fc.constant([]),
  tags: fc.constant([]),
  templateId: fc.constantFrom('a', 'b'),
  quantity: fc.integer({ min: 1, max: 99 }),
  listFen: fc.integer({ min: 1, max: 90_000 }),
  weightGrams: fc.integer({ min: 0, max: 9_000 }),
});
const carts = fc.array(line, { minLength: 1, maxLength: 12 });
const quoteOf = (lines: PricedLine[], destination: QuoteFacts['destination'] = shanghai) =>
  quote({ ...nothingOffered, lines, templates, destination });

describe('a quote without offers', () => {
  it('adds up: goods plus freight, lines to goods, parts to freight', () => {
    fc.assert(
      fc.property(carts, (lines) => {
        const found = quoteOf(lines);
        expect(found.payableFen).toBe(found.goodsFen + found.freightFen);
        expect(sumFen(found.lines.map((each) => each.amountFen))).toBe(found.goodsFen);
        expect(sumFen(found.freight.map((part) => part.fen ?? 0))).toBe(found.freightFen);
        found.lines.forEach((each, index) => {
          expect(each).toMatchObject({
            skuId: lines[index]?.skuId,
            unitFrom: 'list',
            discounts: [],
          });
          expect(each.amountFen).toBe((lines[index]?.listFen ?? 0) * (lines[index]?.quantity ?? 0));
        });
      }),
    );
  });

  it('does not depend on the order of lines', () => {
    fc.assert(
      fc.property(carts, (lines) => {
        expect(quoteOf([...lines].reverse()).payableFen).toBe(quoteOf(lines).payableFen);
      }),
    );
  });

  it('has no freight for pick-up and before an address is known', () => {
    fc.assert(
      fc.property(
        carts,
        fc.constantFrom(null, { kind: 'pickup' as const }),
        (lines, destination) => {
          expect(quoteOf(lines, destination)).toMatchObject({
            freight: [],
            freightFen: 0,
            deliverable: true,
          });
        },
      ),
    );
  });

  it('says when a place is not served', () => {
    const lines = [lineOf('s', 1, 100)];
    expect(quoteOf(lines, { kind: 'express', regionCode: '710100' })).toMatchObject({
      deliverable: false,
      freightFen: 0,
      payableFen: 100,
    });
  });

  it('of nothing is nothing', () => {
    expect(quoteOf([])).toMatchObject({ lines: [], payableFen: 0, dueFen: 0, proved: true });
  });
});

describe('units', () => {
  it('of a line sum to what was paid and differ by a fen at most', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 900_000 }),
        fc.integer({ min: 1, max: 99 }),
        (paid, quantity) => {
          const units = unitsPaid(paid, quantity);
          expect(units).toHaveLength(quantity);
          expect(sumFen(units)).toBe(paid);
          expect(Math.max(...units) - Math.min(...units)).toBeLessThanOrEqual(1);
        },
      ),
    );
  });
});

describe('a worked order: 第二件半价, 满减, coupon, points, freight, stored value', () => {
  const facts = cartOf([lineOf('shoes', 2, 20_000), lineOf('socks', 3, 3_000)], {
    destination: shanghai,
    promotions: [
      promotionOf(
        { kind: 'nth', nth: 2, paysBp: 5_000 },
        {
          scope: {
            productIds: ['product of shoes'],
            categoryIds: [],
            tags: [],
            all: false,
            not: { productIds: [], categoryIds: [], tags: [] },
          },
        },
      ),
      promotionOf({
        kind: 'off',
        by: 'amount',
        tiers: [
          { atLeast: 29_900, offFen: 4_000 },
          { atLeast: 59_900, offFen: 10_000 },
        ],
        repeats: false,
      }),
    ],
    coupons: [couponOf({ kind: 'percent', paysBp: 9_000, capFen: null }, { thresholdFen: 30_000 })],
    points: { balance: 5_000, pointFen: 1, mostBp: 5_000, earnBp: 10_000 },
    stored: { principalFen: 10_000, giftFen: 2_000 },
    choice: { points: 1_500, storedFen: 6_000, addOns: [] },
  });
  const found = quote(facts);

  it('takes each step from what the step before left', () => {
    // 490 list; 第二件半价 −100 = 390; 满 299 −40 = 350; 9 折 −35 = 315; 1 500 points −15 = 300; over 99: no freight.
    expect(found.savings.map(({ kind, fen }) => [kind, fen])).toEqual([
      ['nth', 10_000],
      ['off', 4_000],
      ['coupon', 3_500],
      ['points', 1_500],
    ]);
    expect(found).toMatchObject({
      listFen: 49_000,
      goodsFen: 49_000,
      discountFen: 19_000,
      freightFen: 0,
      payableFen: 30_000,
      dueFen: 24_000,
    });
  });

  it('shares each discount in proportion to what lines still cost', () => {
    // 满减 over 300 and 90 yuan: 30.77 and 9.23; the coupon over 269.23 and 80.77; points over 242.31 and 72.69.
    expect(
      found.lines.map((each) => each.discounts.map(({ kind, shareFen }) => [kind, shareFen])),
    ).toEqual([
      [
        ['nth', 10_000],
        ['off', 3_077],
        ['coupon', 2_692],
        ['points', 1_154],
      ],
      [
        ['off', 923],
        ['coupon', 808],
        ['points', 346],
      ],
    ]);
    expect(found.lines.map((each) => each.paidFen)).toEqual([23_077, 6_923]);
    expect(found.lines.map((each) => each.units)).toEqual([
      [
        { quantity: 1, fen: 11_539 },
        { quantity: 1, fen: 11_538 },
      ],
      [
        { quantity: 2, fen: 2_308 },
        { quantity: 1, fen: 2_307 },
      ],
    ]);
  });

  it('takes stored value from principal and gift in proportion, and earns points on what goods cost', () => {
    expect(found.storedFen).toEqual({ principalFen: 5_000, giftFen: 1_000 });
    expect(found.storedMostFen).toBe(12_000);
    expect(found.points).toEqual({
      used: 1_500,
      fen: 1_500,
      most: 5_000,
      exchanged: 0,
      enough: true,
      earned: 300,
    });
  });

  it('says what the next tier would bring', () => {
    expect(found.further).toEqual([
      {
        ruleId: 'off',
        name: '活动 off',
        say: '还差 ¥209 可减 ¥100',
        shortFen: 20_900,
        shortPieces: null,
        worthFen: 10_000,
      },
    ]);
  });
});
