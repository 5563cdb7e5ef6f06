import { dayAfter, monthAfter, monthText, weeksOf } from '../../../../src/features/points/months';

describe('the weeks of a month', () => {
  it('begin on Monday and are all whole', () => {
    const weeks = weeksOf('2026-11');
    expect(weeks[0]).toEqual([null, null, null, null, null, null, '2026-11-01']);
    expect(weeks.at(-1)?.[0]).toBe('2026-11-30');
    expect(weeks.every((week) => week.length === 7)).toBe(true);
  });

  it('hold each day once, in a month that fills its weeks and in a leap February', () => {
    for (const [month, days] of [
      ['2027-02', 28],
      ['2028-02', 29],
      ['2026-12', 31],
    ] as const) {
      const held = weeksOf(month)
        .flat()
        .filter((day) => day !== null);
      expect(held).toHaveLength(days);
      expect(new Set(held).size).toBe(days);
    }
    expect(weeksOf('2027-02')).toHaveLength(4);
  });
});

describe('going through months and days', () => {
  it('crosses years and months', () => {
    expect(monthAfter('2026-01', -1)).toBe('2025-12');
    expect(monthAfter('2026-12', 1)).toBe('2027-01');
    expect(dayAfter('2026-12-31', 1)).toBe('2027-01-01');
    expect(dayAfter('2026-11-24', 0)).toBe('2026-11-24');
  });

  it('names a month as people do', () => {
    expect(monthText('2026-03')).toBe('2026年3月');
  });
});
