import fc from 'fast-check';
import {
  freightLine,
  freightOf,
  totalFreight,
  type FreightTerms,
} from '../../../../../cloudfunctions/domains/catalogue/rules/freight';

const terms: FreightTerms = {
  by: 'weight',
  first: 1_000,
  next: 500,
  firstFen: 1_000,
  nextFen: 300,
  freeOverFen: 9_900,
  elsewhere: [{ provinces: ['65', '54'], firstFen: 2_500, nextFen: 1_500, freeOverFen: null }],
  notServed: ['71'],
};
const load = (grams: number, goodsFen = 5_000) => ({
  templateId: 't',
  name: '快递',
  terms,
  goodsFen,
  pieces: 1,
  grams,
});

describe('freight', () => {
  it.each([
    [0, 1_000],
    [1_000, 1_000],
    [1_001, 1_300],
    [1_500, 1_300],
    [1_501, 1_600],
  ])('of %d grams is %d fen', (grams, charged) => {
    expect(freightOf(load(grams), '310104').fen).toBe(charged);
  });

  it('is free from the threshold on, and says what is missing below it', () => {
    expect(freightOf(load(1, 9_899), '310104')).toMatchObject({ fen: 1_000, shortFen: 1 });
    expect(freightOf(load(9_999_999, 9_900), '310104')).toMatchObject({
      fen: 0,
      shortFen: null,
      working: '快递：满 ¥99 包邮',
    });
  });

  it('is dearer far away, where nothing makes it free', () => {
    expect(freightOf(load(1_200, 99_000), '650102')).toEqual({
      templateId: 't',
      name: '快递',
      fen: 4_000,
      shortFen: null,
      working: '快递：共 1.2 千克，首 1 千克 ¥25，续 1 × ¥15',
    });
  });

  it('is not there for places that are not served', () => {
    const parts = [freightOf(load(1), '310104'), freightOf(load(1), '710100')];
    expect(parts[1]?.fen).toBeNull();
    expect(totalFreight(parts)).toBeNull();
  });

  it('by pieces counts pieces', () => {
    const byPieces = {
      ...load(0),
      terms: { ...terms, by: 'pieces' as const, first: 1, next: 2 },
      pieces: 4,
    };
    expect(freightOf(byPieces, '310104').fen).toBe(1_000 + 2 * 300);
  });

  it('never falls when more is sent at the same value', () => {
    fc.assert(
      fc.property(fc.nat(50_000), fc.nat(50_000), (a, b) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)];
        expect(freightOf(load(more), '310104').fen ?? 0).toBeGreaterThanOrEqual(
          freightOf(load(less), '310104').fen ?? 0,
        );
      }),
    );
  });

  it('is promised in one line', () => {
    expect(freightLine(terms)).toBe('满 ¥99 包邮，不满运费 ¥10 起');
    expect(freightLine({ ...terms, freeOverFen: 0 })).toBe('包邮');
    expect(freightLine({ ...terms, freeOverFen: null })).toBe('运费 ¥10 起');
  });
});
