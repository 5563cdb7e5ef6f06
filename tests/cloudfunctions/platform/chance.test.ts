import { chanceBytes } from '../../../cloudfunctions/platform/chance';

describe('chance', () => {
  it('gives as many bytes as were asked for, and never the same again', () => {
    const given = Array.from({ length: 2_000 }, (_, turn) => chanceBytes(12 + (turn % 9)));
    expect(given.map((bytes) => bytes.length)).toEqual(given.map((_, turn) => 12 + (turn % 9)));
    expect(new Set(given.map((bytes) => bytes.toString('hex'))).size).toBe(given.length);
  });

  it('that was given does not change when more is asked for', () => {
    const given = chanceBytes(16);
    const text = given.toString('hex');
    for (let turn = 0; turn < 1_000; turn += 1) chanceBytes(64);
    expect(given.toString('hex')).toBe(text);
  });

  it('has no byte more likely than another', () => {
    const seen = new Array<number>(256).fill(0);
    for (let turn = 0; turn < 1_000; turn += 1)
      for (const byte of chanceBytes(256)) seen[byte] = (seen[byte] ?? 0) + 1;
    expect(Math.min(...seen)).toBeGreaterThan(800);
    expect(Math.max(...seen)).toBeLessThan(1_200);
  });

  it('has a limit', () => {
    expect(() => chanceBytes(4_097)).toThrow('more chance');
  });
});
