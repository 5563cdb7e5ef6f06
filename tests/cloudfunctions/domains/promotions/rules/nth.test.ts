import {
  nextNth,
  nthDeal,
  nthMost,
} from '../../../../../cloudfunctions/domains/promotions/rules/nth';

const half = { kind: 'nth' as const, nth: 2, paysBp: 5_000 };
// Dearest first.
const units = [9_000, 5_001, 2_000].map((unitFen) => ({ productId: 'p', unitFen }));

describe('第二件半价', () => {
  it('makes the cheaper of two cheaper, each discount rounded down', () => {
    expect(nthDeal(half, units, [1, 1, 0])).toEqual({ offFen: 2_500, taken: [1, 1, 0] });
  });

  it('of an odd number leaves the one in the middle open', () => {
    expect(nthDeal(half, units, [1, 1, 1])).toEqual({ offFen: 1_000, taken: [1, 0, 1] });
    expect(nthDeal(half, units, [2, 2, 1])).toEqual({ offFen: 1_000 + 2_500, taken: [2, 1, 1] });
  });

  it('does nothing for a single piece, or when nothing comes off', () => {
    expect(nthDeal(half, units, [1, 0, 0])).toBeNull();
    expect(nthDeal({ ...half, paysBp: 9_999 }, [{ productId: 'p', unitFen: 99 }], [2])).toBeNull();
  });

  it('could at most make those right after the dearest cheaper', () => {
    expect(nthMost(half, units, [1, 1, 1])).toBe(2_500);
    expect(nthMost(half, units, [2, 2, 1])).toBe(5_000);
  });
});

describe('第 N 件折扣', () => {
  it('of seven pieces makes the two cheapest of three each cheaper', () => {
    const third = { kind: 'nth' as const, nth: 3, paysBp: 0 };
    expect(nthDeal(third, units, [3, 2, 2])).toEqual({ offFen: 4_000, taken: [3, 1, 2] });
  });

  it('says how many pieces are missing, and what one could bring', () => {
    expect(nextNth({ ...half, nth: 4 }, units, [1, 0, 1])).toMatchObject({
      shortPieces: 2,
      worthFen: 4_500,
      gain: '享第 4 件 5 折',
    });
    expect(nextNth(half, units, [1, 1, 0])).toBeNull();
  });
});
