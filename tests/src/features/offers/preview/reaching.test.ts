import * as fc from 'fast-check';
import { needOf, reaching } from '../../../../../src/features/offers/preview/reaching';

const sku = (skuId: string, priceFen: number) => ({
  ...{ skuId, productId: skuId, title: '', specText: '', pictureUrl: '', priceFen, left: 9 },
});
const two = [sku('a', 1_000), sku('b', 500)];
const quantities = (...args: Parameters<typeof reaching>) =>
  reaching(...args).map(({ quantity }) => quantity);

describe('a sample of its own accord', () => {
  it('is one piece each where nothing is asked', () => {
    expect(quantities(two, { by: 'pieces', atLeast: 0 })).toEqual([1, 1]);
    expect(reaching([], { by: 'amount', atLeast: 100 })).toEqual([]);
  });

  it('takes the dearest often enough to reach what is asked', () => {
    const turned = [...two].reverse();
    expect(quantities(turned, { by: 'amount', atLeast: 3_000 })).toEqual([1, 3]);
    expect(quantities(two, { by: 'amount', atLeast: 1_500 })).toEqual([1, 1]);
    expect(quantities(two, { by: 'amount', atLeast: 1_501 })).toEqual([2, 1]);
    expect(quantities(two, { by: 'pieces', atLeast: 5 })).toEqual([4, 1]);
  });

  it('has as many pieces as a set asks for', () => {
    expect(quantities(two, { by: 'pieces', atLeast: 0 }, { b: 3 })).toEqual([1, 3]);
  });

  it('never takes more than twenty, nor less than was asked for', () => {
    expect(quantities(two, { by: 'amount', atLeast: 10_000_000 })).toEqual([20, 1]);
    expect(quantities(two, { by: 'amount', atLeast: 10_000_000 }, { a: 30 })).toEqual([30, 1]);
    expect(quantities([sku('a', 0)], { by: 'amount', atLeast: 100 })).toEqual([1]);
  });

  it('reaches every amount that twenty pieces can reach', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99_999 }),
        fc.integer({ min: 0, max: 1_000_000 }),
        (priceFen, atLeast) => {
          const [line] = reaching([sku('a', priceFen)], { by: 'amount', atLeast });
          const sum = (line?.quantity ?? 0) * priceFen;
          expect(sum >= atLeast || line?.quantity === 20).toBe(true);
        },
      ),
    );
  });
});

describe('what a promotion asks of a cart', () => {
  it('is its best tier, its threshold, or its pieces', () => {
    const tiers = [
      { atLeast: 100, offFen: 1 },
      { atLeast: 200, offFen: 3 },
    ];
    expect(needOf({ kind: 'off', by: 'amount', tiers, repeats: false })).toEqual({
      by: 'amount',
      atLeast: 200,
    });
    expect(needOf({ kind: 'nth', nth: 3, paysBp: 0 })).toEqual({ by: 'pieces', atLeast: 3 });
    expect(needOf({ kind: 'free_freight', by: 'pieces', atLeast: 2, notProvinces: [] })).toEqual({
      by: 'pieces',
      atLeast: 2,
    });
    expect(needOf({ kind: 'timed', cut: { by: 'off', offFen: 1 } }).atLeast).toBe(0);
  });
});
