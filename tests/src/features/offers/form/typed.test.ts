import * as fc from 'fast-check';
import {
  bpTyped,
  fenTyped,
  typedBp,
  typedFen,
  typedWhole,
  wholeTyped,
} from '../../../../../src/features/offers/form/typed';

describe('typed yuan', () => {
  it.each([
    ['12', 1200],
    ['12.5', 1250],
    ['12.', 1200],
    ['0.05', 5],
    ['0', 0],
    ['1,234.50', 123_450],
    ['¥19.90', 1990],
    ['30 元', 3000],
    ['１２．３', 1230],
    ['007', 700],
  ])('%s is %d fen', (text, fen) => {
    expect(fenTyped(text)).toBe(fen);
  });

  it.each(['', ' ', '.5', '1.234', '-1', '1e3', '十元', '1.2.3', '12345678901', 'NaN'])(
    '“%s” is no amount',
    (text) => {
      expect(fenTyped(text)).toBeNull();
    },
  );

  it('comes back to the fen, whatever the amount', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000 }), (fen) => {
        expect(fenTyped(typedFen(fen))).toBe(fen);
      }),
    );
  });

  it('reads sums that fractions get wrong', () => {
    expect(['1.1', '2.2', '8.41', '1.15', '19.99'].map(fenTyped)).toEqual([
      110, 220, 841, 115, 1999,
    ]);
  });
});

describe('typed 折', () => {
  it.each([
    ['8.5', 8500],
    ['8.5折', 8500],
    ['8', 8000],
    ['9.99', 9990],
    ['9.999', 9999],
    ['0', 0],
    ['0.1', 100],
    ['８．５', 8500],
  ])('%s is %d bp', (text, bp) => {
    expect(bpTyped(text)).toBe(bp);
  });

  it.each(['', '10', '85', '8.5555', '-1', '八折', '8.5.5'])('“%s” is no 折', (text) => {
    expect(bpTyped(text)).toBeNull();
  });

  it('comes back to the bp', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_999 }), (bp) => {
        expect(bpTyped(typedBp(bp))).toBe(bp);
      }),
    );
  });
});

describe('typed counts', () => {
  it('are whole numbers of up to nine digits', () => {
    expect(['3', '1,000', '００７'].map(wholeTyped)).toEqual([3, 1000, 7]);
    expect(['', '1.5', '-1', '1234567890', '三'].map(wholeTyped)).toEqual(Array(5).fill(null));
    expect([typedWhole(null), typedWhole(0), typedWhole(12)]).toEqual(['', '0', '12']);
    expect(typedFen(null)).toBe('');
  });
});
