import { nextOff, offOf } from '../../../../../cloudfunctions/domains/promotions/rules/off';
import { nextRate, rateOff } from '../../../../../cloudfunctions/domains/promotions/rules/rate';

const goods = (amountFen: number, pieces = 1) => ({ amountFen, pieces });

describe('满减', () => {
  const two = {
    kind: 'off' as const,
    by: 'amount' as const,
    tiers: [
      { atLeast: 29_900, offFen: 4_000 },
      { atLeast: 59_900, offFen: 10_000 },
    ],
    repeats: false,
  };

  it.each([
    [29_899, 0],
    [29_900, 4_000],
    [59_899, 4_000],
    [59_900, 10_000],
    [500_000, 10_000],
  ])('of %d takes off %d', (amountFen, offFen) => {
    expect(offOf(two, goods(amountFen))).toBe(offFen);
  });

  it('上不封顶 counts as often as it is reached', () => {
    const each = { ...two, tiers: [{ atLeast: 10_000, offFen: 1_500 }], repeats: true };
    expect([9_999, 10_000, 29_999, 30_000].map((fen) => offOf(each, goods(fen)))).toEqual([
      0, 1_500, 3_000, 4_500,
    ]);
    expect(nextOff(each, goods(29_999))).toMatchObject({ shortFen: 1, worthFen: 4_500 });
  });

  it('by pieces never takes off more than the goods cost', () => {
    const three = { ...two, by: 'pieces' as const, tiers: [{ atLeast: 3, offFen: 5_000 }] };
    expect(offOf(three, goods(9_000, 2))).toBe(0);
    expect(offOf(three, goods(9_000, 3))).toBe(5_000);
    expect(offOf(three, goods(4_000, 3))).toBe(4_000);
  });

  it('says what the nearest better tier is short of', () => {
    expect(nextOff(two, goods(28_670))).toEqual({
      shortFen: 1_230,
      shortPieces: null,
      worthFen: 4_000,
      gain: '可减 ¥40',
    });
    expect(nextOff(two, goods(30_000))).toMatchObject({ shortFen: 29_900, worthFen: 10_000 });
    expect(nextOff(two, goods(60_000))).toBeNull();
  });
});

describe('满折', () => {
  const terms = {
    kind: 'rate' as const,
    by: 'pieces' as const,
    tiers: [
      { atLeast: 3, paysBp: 8_000 },
      { atLeast: 2, paysBp: 9_000 },
    ],
  };

  it('takes the best tier that is reached, in whatever order they are written; rounded down', () => {
    expect([1, 2, 3, 9].map((pieces) => rateOff(terms, goods(9_999, pieces)))).toEqual([
      0, 999, 1_999, 1_999,
    ]);
  });

  it('says what the nearest better tier is short of', () => {
    expect(nextRate(terms, goods(10_000, 1))).toEqual({
      shortFen: null,
      shortPieces: 1,
      worthFen: 1_000,
      gain: '享 9 折',
    });
    expect(nextRate(terms, goods(10_000, 3))).toBeNull();
    const byAmount = {
      ...terms,
      by: 'amount' as const,
      tiers: [{ atLeast: 20_000, paysBp: 9_000 }],
    };
    expect(nextRate(byAmount, goods(15_000))).toMatchObject({ shortFen: 5_000, worthFen: 2_000 });
  });
});
