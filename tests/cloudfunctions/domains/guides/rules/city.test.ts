import fc from 'fast-check';
import {
  citySlotAt,
  citySlots,
  cityOfferOf,
  cityWorking,
  promisedBy,
} from '../../../../../cloudfunctions/domains/guides/rules/city';
import { fen } from '../../../../../cloudfunctions/kit/money';
import { day, hour, minute, startOfDay } from '../../../../../cloudfunctions/kit/time';

const near = { districts: ['310104'], fen: 500, freeOverFen: 9_900 };
const far = { districts: ['310115', '310101'], fen: 1_200, freeOverFen: null };
const terms = { bands: [near, far], minutes: 45, opensMinute: 600, closesMinute: 1_320 };
const store = { storeId: 's', name: '一号店', terms };
const china = 480;
const midnight = Date.parse('2026-11-19T16:00:00Z');
const at = (hours: number, minutes = 0) => midnight + hours * hour + minutes * minute;

describe('a store’s city', () => {
  it('is the districts of its bands; the first store that serves one is asked', () => {
    expect(cityOfferOf([store], '310101')?.band).toBe(far);
    expect(cityOfferOf([store], '330106')).toBeNull();
    const second = { ...store, storeId: 't' };
    expect(cityOfferOf([store, second], '310104')?.storeId).toBe('s');
    expect(cityOfferOf([], '310104')).toBeNull();
  });

  it('costs what its band says', () => {
    expect(cityWorking(near, fen(500))).toBe('同城配送：¥5');
    expect(cityWorking(near, fen(0))).toBe('同城配送：满 ¥99 免配送费');
    expect(cityWorking({ ...near, fen: 0 }, fen(0))).toBe('同城配送：免配送费');
  });
});

describe('slots', () => {
  it('begin with as soon as it can be while the store is open, and go on by full hours', () => {
    const slots = citySlots(terms, at(14, 20), china);
    expect(slots[0]).toEqual({ startsAt: null, endsAt: null });
    expect(slots[1]).toEqual({ startsAt: at(16), endsAt: at(17) });
    expect(slots.filter(({ startsAt }) => startsAt !== null && startsAt < at(24))).toHaveLength(6);
    expect(slots.at(-1)).toEqual({ startsAt: at(45), endsAt: at(46) });
  });

  it('of tomorrow alone are left at night, and none before it opens comes soon', () => {
    expect(citySlots(terms, at(21, 30), china)[0]?.startsAt).toBe(at(34));
    expect(citySlots(terms, at(3), china)[0]).toEqual({ startsAt: at(10), endsAt: at(11) });
  });

  it('whenever it is asked: each can be kept, and lies within the hours of the store', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3 * day }), (ms) => {
        const nowMs = midnight + ms;
        for (const { startsAt, endsAt } of citySlots(terms, nowMs, china)) {
          if (startsAt === null) continue;
          expect(startsAt).toBeGreaterThanOrEqual(nowMs + 45 * minute);
          expect(endsAt - startsAt).toBe(hour);
          const from = startOfDay(startsAt, china);
          expect(startsAt - from).toBeGreaterThanOrEqual(600 * minute);
          expect(endsAt - from).toBeLessThanOrEqual(1_320 * minute);
        }
      }),
    );
  });

  it('are found by their beginning as long as they can be chosen', () => {
    const slots = citySlots(terms, at(14, 20), china);
    expect(citySlotAt(slots, at(16))?.endsAt).toBe(at(17));
    expect(citySlotAt(slots, at(15))).toBeNull();
    expect(citySlotAt(slots, at(16) + 1)).toBeNull();
    expect(citySlotAt(citySlots(terms, at(23), china), null)).toBeNull();
  });

  it('promise their end, or so many minutes after the money', () => {
    expect(promisedBy({ endsAt: at(17), minutes: 45 }, at(14))).toBe(at(17));
    expect(promisedBy({ endsAt: null, minutes: 45 }, at(14))).toBe(at(14, 45));
  });
});
