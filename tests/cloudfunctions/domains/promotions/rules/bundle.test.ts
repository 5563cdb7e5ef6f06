import {
  bundleDeal,
  bundleMost,
  nextBundle,
} from '../../../../../cloudfunctions/domains/promotions/rules/bundle';

const terms = {
  kind: 'bundle' as const,
  items: [
    { productId: 'cup', quantity: 2 },
    { productId: 'tray', quantity: 1 },
  ],
  priceFen: 9_000,
  mostSets: null,
};
// Cheapest first: two kinds of cups around one of trays.
const units = [
  { productId: 'cup', unitFen: 3_000 },
  { productId: 'tray', unitFen: 4_000 },
  { productId: 'cup', unitFen: 5_000 },
];

describe('组合套餐', () => {
  it('takes the cheapest units of each product and costs its price', () => {
    expect(bundleDeal(terms, units, [2, 1, 2])).toEqual({ offFen: 1_000, taken: [2, 1, 0] });
    expect(bundleDeal(terms, units, [1, 1, 2])).toEqual({ offFen: 3_000, taken: [1, 1, 1] });
  });

  it('makes as many whole sets as there are units for, up to its limit', () => {
    expect(bundleDeal(terms, units, [2, 2, 3])).toEqual({ offFen: 6_000, taken: [2, 2, 2] });
    expect(bundleDeal({ ...terms, mostSets: 1 }, units, [2, 2, 3])).toEqual({
      offFen: 1_000,
      taken: [2, 1, 0],
    });
  });

  it('does nothing without a whole set, or when the set is not cheaper', () => {
    expect(bundleDeal(terms, units, [1, 5, 0])).toBeNull();
    expect(bundleDeal({ ...terms, priceFen: 10_000 }, units, [2, 1, 0])).toBeNull();
  });

  it('could at most take the dearest units, and only in sets that gain', () => {
    expect(bundleMost(terms, units, [2, 1, 2])).toBe(5_000);
    // The second set of cups at 60 and a tray at 40 gains 10, the first of 100 and 40 gains 50.
    expect(bundleMost(terms, units, [2, 2, 2])).toBe(6_000);
    expect(bundleMost({ ...terms, priceFen: 11_000 }, units, [2, 2, 2])).toBe(3_000);
  });

  it('says how many pieces are missing over all products', () => {
    expect(nextBundle(terms, units, [1, 0, 0])).toMatchObject({ shortPieces: 2, shortFen: null });
    expect(nextBundle(terms, units, [0, 3, 2])).toBeNull();
  });
});
