import { isSound, newReading } from '../../../../../src/features/offers/form/reading';

const bounds = { least: 1, most: 100 };

describe('reading a form', () => {
  it('gives what was typed, and faults with their places', () => {
    const reading = newReading();
    expect(reading.fen('price', '0.50', bounds)).toBe(50);
    expect(reading.fen('low', '0', bounds)).toBe(1);
    expect(reading.fen('high', '1.01', bounds)).toBe(1);
    expect(reading.whole('count', 'x', bounds)).toBe(1);
    expect(reading.bp('rate', '85', 100)).toBe(100);
    expect(reading.faults).toEqual({
      low: '最少 0.01 元',
      high: '最多 1 元',
      count: '填整数',
      rate: '填 0.1 到 9.9，如 8.5 是八五折',
    });
  });

  it('takes an empty text as no limit only where that is allowed', () => {
    const reading = newReading();
    expect(reading.fenOrNone('budget', ' ', bounds)).toBeNull();
    expect(reading.wholeOrNone('uses', '', bounds)).toBeNull();
    expect(reading.wholeOrNone('uses', '7', bounds)).toBe(7);
    expect(reading.faults).toEqual({});
    reading.whole('total', '', bounds);
    expect(Object.keys(reading.faults)).toEqual(['total']);
  });

  it('keeps the first objection to a place', () => {
    const reading = newReading();
    reading.object('scope', '一');
    reading.object('scope', '二');
    expect(reading.faults).toEqual({ scope: '一' });
  });

  it('is sound in the parts that are asked for', () => {
    const faults = { name: '缺', 'terms.goods': '缺' };
    expect(isSound({})).toBe(true);
    expect(isSound(faults)).toBe(false);
    expect(isSound(faults, ['scope'])).toBe(true);
    expect(isSound(faults, ['terms'])).toBe(false);
    expect(isSound({ termsAndMore: '缺' }, ['terms'])).toBe(true);
  });
});
