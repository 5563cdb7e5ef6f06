import fc from 'fast-check';
import {
  daysOf,
  shareBp,
  stretchBefore,
  windowStretch,
} from '../../../../cloudfunctions/domains/reports/rules';
import { day, dayOf, startOfDay } from '../../../../cloudfunctions/kit/time';

const china = 480;
const at = (text: string) => Date.parse(text);

describe('today', () => {
  it('begins at the shop’s midnight and reaches to this very millisecond', () => {
    const nowMs = at('2026-11-20T15:04:05.006+08:00');
    expect(windowStretch('today', nowMs, china)).toEqual({
      ...{ fromMs: at('2026-11-20T00:00:00+08:00'), toMs: nowMs + 1 },
    });
  });

  it.each([
    ['2026-11-19T23:59:59.999+08:00', '2026-11-19'],
    ['2026-11-20T00:00:00.000+08:00', '2026-11-20'],
    ['2026-11-19T16:00:00.000Z', '2026-11-20'],
    ['2026-11-19T15:59:59.999Z', '2026-11-19'],
    ['2026-12-31T16:00:00.000Z', '2027-01-01'],
    ['2028-02-28T16:00:00.000Z', '2028-02-29'],
  ])('at %s is %s in China', (text, today) => {
    const { fromMs, toMs } = windowStretch('today', at(text), china);
    expect(dayOf(fromMs, china)).toBe(today);
    expect(dayOf(fromMs - 1, china)).not.toBe(today);
    expect(toMs).toBe(at(text) + 1);
  });

  it('is compared with the same weekday a week ago, up to the same hour', () => {
    const nowMs = at('2026-11-20T15:04:00+08:00');
    expect(stretchBefore('today', windowStretch('today', nowMs, china))).toEqual({
      ...{ fromMs: at('2026-11-13T00:00:00+08:00'), toMs: at('2026-11-13T15:04:00+08:00') + 1 },
    });
  });
});

describe('the month', () => {
  it('is thirty days with today, and is compared with the thirty before', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4e12 }),
        fc.constantFrom(-720, 0, 330, 480, 840),
        (nowMs, offset) => {
          const month = windowStretch('month', nowMs, offset);
          const days = daysOf(month, offset);
          expect(days).toHaveLength(30);
          expect(days[0]).toBe(month.fromMs);
          expect(days[29]).toBe(startOfDay(nowMs, offset));
          for (const start of days) expect(startOfDay(start, offset)).toBe(start);
          const before = stretchBefore('month', month);
          expect(before.fromMs).toBe(month.fromMs - 30 * day);
          expect(before.toMs - before.fromMs).toBe(month.toMs - month.fromMs);
        },
      ),
    );
  });
});

describe('a share', () => {
  it('is of nothing 0, of all 10 000, and rounds half up', () => {
    expect([shareBp(0, 0), shareBp(3, 0), shareBp(7, 7), shareBp(1, 3), shareBp(2, 3)]).toEqual([
      ...[0, 0, 10_000, 3_333, 6_667],
    ]);
    expect(shareBp(1, 20_000)).toBe(1);
  });
});
