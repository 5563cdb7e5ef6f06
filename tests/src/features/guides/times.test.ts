import { whenText } from '../../../../src/features/guides/times';
import { dayText } from '../../../../src/kit/dayText';

const today = '2026-11-22';
/** A moment by the shop's clock, in ms. */
const at = (text: string) => Date.parse(`${text}+08:00`);
const now = at('2026-11-22T15:05:00');

function when(text: string) {
  return whenText(at(text), today, now);
}

describe('when something was', () => {
  it('is 刚刚 for less than a minute', () => {
    expect(when('2026-11-22T15:04:01')).toBe('刚刚');
    expect(when('2026-11-22T15:04:00')).toBe('今天 15:04');
  });

  it('is said by the shop’s day, not by the machine’s', () => {
    expect(when('2026-11-22T00:00:00')).toBe('今天 00:00');
    expect(when('2026-11-21T23:59:59')).toBe('昨天 23:59');
    expect(when('2026-11-20T12:00:00')).toBe('11-20');
    expect(when('2025-12-31T12:00:00')).toBe('2025-12-31');
  });

  it('is today when the phone’s clock is behind the shop’s', () => {
    expect(when('2026-11-22T15:30:00')).toBe('今天 15:30');
  });

  it('knows yesterday across a year’s end', () => {
    expect(whenText(at('2026-12-31T08:00:00'), '2027-01-01', now)).toBe('昨天 08:00');
  });
});

describe('a day in words', () => {
  it('has its weekday', () => {
    expect(dayText('2026-11-22')).toBe('11月22日 周日');
    expect(dayText('2026-01-05')).toBe('1月5日 周一');
  });
});
