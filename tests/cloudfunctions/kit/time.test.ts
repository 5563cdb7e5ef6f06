import fc from 'fast-check';
import { clockText, day, dayOf, leftText, startOfDay } from '../../../cloudfunctions/kit/time';

const instants = fc.integer({ min: 0, max: 4_000_000_000_000 });
const zones = fc.integer({ min: -12 * 60, max: 14 * 60 });

describe('days', () => {
  it('begin and end in the shop’s zone, whatever the machine’s is', () => {
    const before = Date.parse('2026-11-21T15:59:59.999Z');
    expect([dayOf(before, 480), dayOf(before + 1, 480)]).toEqual(['2026-11-21', '2026-11-22']);
    expect(clockText(before + 1, 480)).toBe('2026-11-22 00:00');
  });

  it('hold their instants: the start is not later, and less than a day earlier', () => {
    fc.assert(
      fc.property(instants, zones, (at, zone) => {
        const start = startOfDay(at, zone);
        expect(at - start).toBeGreaterThanOrEqual(0);
        expect(at - start).toBeLessThan(day);
        expect(dayOf(start, zone)).toBe(dayOf(at, zone));
        expect(dayOf(start - 1, zone)).not.toBe(dayOf(at, zone));
      }),
    );
  });
});

describe('what is left', () => {
  it('counts down and never below zero', () => {
    expect(leftText(day + 3_600_000 + 61_000, 0)).toBe('1 天 01:01:01');
    expect(leftText(1_500, 0)).toBe('00:00:01');
    expect(leftText(0, 10)).toBe('00:00:00');
  });
});
