import fc from 'fast-check';
import {
  fen,
  moneyText,
  mostFen,
  rateOfFen,
  splitFen,
  sumFen,
  yuanText,
} from '../../../cloudfunctions/kit/money';

const weights = fc.array(fc.integer({ min: 0, max: 5_000_000 }), { minLength: 1, maxLength: 12 });

describe('an amount', () => {
  it.each([NaN, Infinity, 0.5, mostFen + 1, -mostFen - 1])('is never %p', (amount) => {
    expect(() => fen(amount)).toThrow(RangeError);
  });

  it('has no negative zero', () => {
    expect(Object.is(fen(-0), 0)).toBe(true);
  });

  it('reads as people write it', () => {
    expect([1_200, 1_250, 5, -1_205, 0].map(yuanText)).toEqual([
      '12',
      '12.50',
      '0.05',
      '-12.05',
      '0',
    ]);
    expect([1_200, -5].map(moneyText)).toEqual(['¥12.00', '-¥0.05']);
  });

  it('times a rate is rounded down', () => {
    expect(rateOfFen(999, 800)).toBe(79);
  });
});

describe('splitting', () => {
  it('conserves the total and gives nobody more than her weight', () => {
    fc.assert(
      fc.property(weights, fc.double({ min: 0, max: 1, noNaN: true }), (parts, share) => {
        const whole = sumFen(parts);
        const total = Math.floor(whole * share);
        const split = splitFen(total, parts);
        expect(sumFen(split)).toBe(total);
        split.forEach((part, index) => {
          expect(part).toBeGreaterThanOrEqual(0);
          expect(part).toBeLessThanOrEqual(parts[index] ?? 0);
        });
      }),
    );
  });

  it('of amounts whose products no number holds exactly is exact, too', () => {
    const large = fc.array(fc.integer({ min: 0, max: 30_000_000_000 }), {
      minLength: 1,
      maxLength: 3,
    });
    fc.assert(
      fc.property(large, fc.integer({ min: 0, max: mostFen }), (parts, total) => {
        const whole = parts.reduce((sum, part) => sum + part, 0);
        fc.pre(whole > 0);
        const exact = parts.map((part) => Number((BigInt(total) * BigInt(part)) / BigInt(whole)));
        splitFen(total, parts).forEach((part, index) => {
          expect([0, 1]).toContain(part - (exact[index] ?? 0));
        });
      }),
    );
  });

  it('is off the exact share by less than a fen', () => {
    fc.assert(
      fc.property(weights, fc.integer({ min: 0, max: 1_000_000 }), (parts, total) => {
        const whole = sumFen(parts);
        fc.pre(whole > 0);
        splitFen(total, parts).forEach((part, index) => {
          expect(Math.abs(part - (total * (parts[index] ?? 0)) / whole)).toBeLessThan(1);
        });
      }),
    );
  });

  it('gives ties to the earlier, and everything to the first when nobody has weight', () => {
    expect(splitFen(100, [1, 1, 1])).toEqual([34, 33, 33]);
    expect(splitFen(100, [0, 0])).toEqual([100, 0]);
    expect(splitFen(0, [])).toEqual([]);
  });
});
