import fc from 'fast-check';
import {
  birthdaysUntil,
  dayBefore,
  monthBounds,
  pointsEnd,
} from '../../../../cloudfunctions/domains/points/rules/calendar';
import {
  earnBpOf,
  growthEarned,
  pointsEarned,
  pointsFacts,
} from '../../../../cloudfunctions/domains/points/rules/earn';
import {
  levelAfterLife,
  levelAmong,
  levelOf,
  levelView,
} from '../../../../cloudfunctions/domains/points/rules/levels';
import {
  bonusesAhead,
  bonusText,
  signInGives,
  streakOn,
} from '../../../../cloudfunctions/domains/points/rules/sign-in';
import { movementText } from '../../../../cloudfunctions/domains/points/rules/words';
import { ShopSettings } from '../../../../cloudfunctions/domains/settings';
import { minute, startOfMonth } from '../../../../cloudfunctions/kit/time';

const settings = ShopSettings.parse({});
const { levels } = settings;

describe('levels', () => {
  it('are reached at their growth, not a point before', () => {
    expect(
      [0, 499, 500, 1_999, 2_000, 7_999, 8_000, 1e9].map((growth) => levelOf(growth, levels)),
    ).toEqual([0, 0, 1, 1, 2, 2, 3, 3]);
  });

  it('are kept or fall by one, whatever the growth of their life', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3 }), fc.nat(10_000), (level, growth) => {
        const after = levelAfterLife(level, growth, levels);
        expect(after).toBe(growth >= (levels[level]?.growthFrom ?? 0) ? level : level - 1);
      }),
    );
  });

  it('that the shop has no more stand at its top', () => {
    expect([levelAmong(9, levels), levelAmong(2, levels), levelAmong(-1, levels)]).toEqual([
      3, 2, 0,
    ]);
  });

  it('say what they give', () => {
    expect(levelView(0, levels).benefits).toEqual([]);
    expect(levelView(3, levels)).toEqual({
      level: 3,
      name: '知己',
      growthFrom: 8_000,
      benefits: ['会员价 9.2 折', '积分 1.5 倍', '全场包邮', '生日礼 200 积分'],
    });
  });
});

describe('what an order earns', () => {
  it('is a point for a paid yuan, more for higher levels, rounded down', () => {
    expect([0, 1, 2, 3].map((level) => earnBpOf(settings, level))).toEqual([
      10_000, 10_000, 12_000, 15_000,
    ]);
    expect(pointsEarned(39_999, 10_000)).toBe(399);
    expect(pointsEarned(39_999, 12_000)).toBe(479);
    expect(pointsEarned(99, 10_000)).toBe(0);
    expect(growthEarned(39_999)).toBe(399);
  });

  it('is exact and bounded for amounts that a double would round', () => {
    expect(pointsEarned(9_007_199_254_7, 9_999)).toBe(900_629_853);
    expect(pointsEarned(100_000_000_000, 10_000_000)).toBe(1_000_000_000);
  });

  it('is known to quotes with what points pay', () => {
    expect(pointsFacts(settings, { points: 88, level: 2 })).toEqual({
      balance: 88,
      pointFen: 1,
      mostBp: 5_000,
      earnBp: 12_000,
    });
  });
});

describe('the shop’s calendar', () => {
  it('ends points with the last day of the year after, in the shop’s zone and not in another', () => {
    const eve = Date.parse('2026-12-31T15:59:59Z');
    expect(pointsEnd(eve, 480, 1)).toBe(Date.parse('2027-12-31T16:00:00Z'));
    expect(pointsEnd(eve + 1_000, 480, 1)).toBe(Date.parse('2028-12-31T16:00:00Z'));
    expect(pointsEnd(eve, 480, 0)).toBe(eve + 1_000);
    expect(pointsEnd(eve, -300, 1)).toBe(Date.parse('2028-01-01T05:00:00Z'));
  });

  it('gives points a life of more than the years that were set', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4e12 }),
        fc.constantFrom(480, 0, -300, 765),
        fc.nat(10),
        (nowMs, offset, years) => {
          const endsAt = pointsEnd(nowMs, offset, years);
          expect(endsAt).toBeGreaterThan(nowMs);
          expect(new Date(endsAt + offset * minute).toISOString()).toMatch(/-01-01T00:00:00.000Z$/);
        },
      ),
    );
  });

  it('knows months and the day before', () => {
    expect(monthBounds('2026-12')).toEqual({ from: '2026-12-01', until: '2027-01-01' });
    expect(dayBefore('2028-03-01')).toBe('2028-02-29');
    expect(startOfMonth(Date.parse('2026-10-31T16:00:00Z'), 480)).toBe(
      Date.parse('2026-10-31T16:00:00Z'),
    );
    expect(startOfMonth(Date.parse('2026-10-31T15:59:59Z'), 480)).toBe(
      Date.parse('2026-09-30T16:00:00Z'),
    );
  });

  it('keeps each birthday in the year it is in, and that of a leap day on the 28th elsewhere', () => {
    expect(birthdaysUntil('2027-01-01', 2)).toEqual([
      { number: 101, year: '2027' },
      { number: 1231, year: '2026' },
    ]);
    expect(birthdaysUntil('2027-02-28', 1).map(({ number }) => number)).toEqual([228, 229]);
    expect(birthdaysUntil('2028-02-28', 1).map(({ number }) => number)).toEqual([228]);
    expect(birthdaysUntil('2028-02-29', 1).map(({ number }) => number)).toEqual([229]);
  });
});

describe('signing in', () => {
  it('gives by the day of the streak, the last repeating, and a bonus at some', () => {
    const given = [1, 2, 3, 6, 7, 8, 29, 30, 31].map((streak) =>
      signInGives(streak, settings.points),
    );
    expect(given.map(({ points, bonus }) => [points, bonus])).toEqual([
      [2, 0], [2, 0], [4, 0], [6, 0], [10, 20], [10, 0], [10, 0], [10, 100], [10, 0],
    ]); // prettier-ignore
  });

  it('keeps a streak until a whole day is left out', () => {
    const last = { day: '2026-11-19', streak: 5 };
    expect(streakOn('2026-11-19', last)).toBe(5);
    expect(streakOn('2026-11-20', last)).toBe(5);
    expect(streakOn('2026-11-21', last)).toBe(0);
    expect(streakOn('2026-11-21', undefined)).toBe(0);
  });

  it('says what a streak gave and what longer ones will', () => {
    expect(bonusText(7, 20)).toBe('连续签到 7 天，多得 20 积分');
    expect(bonusText(8, 0)).toBeNull();
    expect(bonusesAhead(7, settings.points)).toEqual([{ days: 30, say: '+100 积分' }]);
  });
});

describe('a movement', () => {
  it.each([
    ['shop', 'member', 'sign_in', '签到'],
    ['shop', 'member', 'order', '交易完成获得'],
    ['shop', 'member', 'birthday', '生日礼'],
    ['shop', 'member', 'something new', '积分变动'],
    ['member', 'held', 'order', '订单抵扣'],
    ['held', 'member', 'order', '订单取消退回'],
    ['member', 'held', 'exchange', '积分兑换'],
    ['member', 'shop', 'refund', '退款扣回'],
    ['member', 'expired', 'expired', '到期失效'],
    ['spent', 'member', 'refund', '退款退回'],
  ])('from %s to %s because of %s is called %s', (from, to, cause, say) => {
    expect(movementText({ from, to, cause })).toBe(say);
  });
});
