import {
  countedDown,
  momentText,
  shortMoment,
  windowText,
} from '../../../../../src/features/offers/form/moments';

const at = (text: string) => Date.parse(`${text}+08:00`);
const now = at('2026-11-22T15:04');

describe('moments in words', () => {
  it('leave out the year that it is', () => {
    expect(momentText(at('2026-11-23T09:30'), now)).toBe('11月23日 周一 09:30');
    expect(momentText(at('2027-01-01T00:00'), now)).toBe('2027年1月1日 周五 00:00');
    expect(shortMoment(at('2026-12-31T23:59'), now)).toBe('12-31 23:59');
    expect(windowText(at('2026-11-20T00:00'), at('2027-01-02T08:00'), now)).toBe(
      '11-20 00:00 至 2027-01-02 08:00',
    );
  });

  it('count down only where something begins or ends within a day', () => {
    const day = 86_400_000;
    const window = { startsAt: now + 1, endsAt: now + 2 * day };
    expect(countedDown(window, now)).toEqual({ atMs: now + 1, to: 'start' });
    expect(countedDown(window, now + 1)).toBeNull();
    expect(countedDown(window, now + day)).toEqual({ atMs: now + 2 * day, to: 'end' });
    expect(countedDown(window, now + 2 * day)).toBeNull();
    expect(countedDown({ ...window, startsAt: now + day + 1 }, now)).toBeNull();
  });
});
