import * as fc from 'fast-check';
import {
  instantAt,
  lastMinuteOf,
  timeWheels,
} from '../../../../../src/features/offers/form/timeWheels';

const now = Date.UTC(2026, 10, 22, 7, 4);
const at = (text: string) => Date.parse(`${text}+08:00`);

describe('the wheels of a time', () => {
  it('show the shop’s own clock, wherever the phone is', () => {
    const { columns, chosen } = timeWheels(at('2026-11-22T15:04'), now);
    expect(chosen.map((index, column) => columns[column]?.[index])).toEqual([
      '2026年',
      '11月',
      '22日',
      '15时',
      '4分',
    ]);
  });

  it('have as many days as the month', () => {
    const days = (text: string) => timeWheels(at(text), now).columns[2]?.length;
    expect([days('2027-02-01T00:00'), days('2028-02-01T00:00'), days('2026-12-01T00:00')]).toEqual([
      28, 29, 31,
    ]);
  });

  it('turn a 31st into the last day of a shorter month', () => {
    expect(instantAt([1, 1, 30, 9, 30], now)).toBe(at('2027-02-28T09:30'));
  });

  it('give back the minute that was chosen', () => {
    const first = at('2026-01-01T00:00');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3 * 365 * 1440 - 1 }), (minutes) => {
        const wanted = first + minutes * 60_000;
        expect(instantAt(timeWheels(wanted, now).chosen, now)).toBe(wanted);
      }),
    );
  });

  it('end a day at its last minute', () => {
    expect(lastMinuteOf(at('2026-11-22T00:00'))).toBe(at('2026-11-22T23:59'));
    expect(lastMinuteOf(at('2026-11-22T23:59'))).toBe(at('2026-11-22T23:59'));
  });
});
