import { couponStep, goodStep } from '../../../../src/features/points/exchanges';
import {
  entryTimes,
  keepSay,
  levelPercent,
  nextLevelSay,
  signedText,
} from '../../../../src/features/points/words';

const level = (number: number, name: string, growthFrom: number) => ({
  level: number,
  name,
  growthFrom,
  benefits: [],
});
const above = { level: level(2, '好友', 2000), missing: 320 };

describe('levels', () => {
  it('say what is missing for the next, or that there is none', () => {
    expect(nextLevelSay({ next: above })).toBe('再 320 成长值升至 好友');
    expect(nextLevelSay({ next: null })).toBe('已是最高等级');
  });

  it('fill the bar towards the next, and never beyond its ends', () => {
    expect(levelPercent({ growth: 1680, next: above })).toBe(84);
    expect(levelPercent({ growth: 2600, next: above })).toBe(100);
    expect(levelPercent({ growth: -5, next: above })).toBe(0);
    expect(levelPercent({ growth: 0, next: null })).toBe(100);
  });

  it('say what keeps one, and nothing of the first', () => {
    const untilAt = Date.parse('2027-03-01T00:00:00+08:00');
    expect(keepSay({ keep: { untilAt, has: 380, needs: 500 } })).toBe(
      '保级：2027-03-01 前再得 120 成长值',
    );
    expect(keepSay({ keep: { untilAt, has: 500, needs: 500 } })).toContain('已达成');
    expect(keepSay({ keep: null })).toBeNull();
  });
});

describe('entries', () => {
  it('are signed, and say when points end that came in', () => {
    expect([12, -12, 0].map(signedText)).toEqual(['+12', '-12', '0']);
    const entry = {
      entryId: 'e',
      cause: 'order',
      say: '交易完成获得',
      madeAt: Date.parse('2026-11-24T14:30:00+08:00'),
      endsAt: Date.parse('2028-01-01T00:00:00+08:00'),
    };
    expect(entryTimes({ ...entry, points: 12 })).toBe('2026-11-24 14:30 · 2027-12-31 到期');
    expect(entryTimes({ ...entry, points: -12 })).toBe('2026-11-24 14:30');
  });
});

describe('having things for points', () => {
  const good = { left: 3, mineLeft: null, points: 800 };

  it('needs a piece, a right to it and the points', () => {
    expect(goodStep(good, 800)).toEqual({ can: true, label: '兑换' });
    expect(goodStep(good, 799).label).toBe('积分不足');
    expect(goodStep({ ...good, mineLeft: 0 }, 800).label).toBe('已达上限');
    expect(goodStep({ ...good, left: 0, mineLeft: 0 }, 0).label).toBe('已兑完');
  });

  it('goes for coupons by what the shop objects to', () => {
    const coupon = { whyNot: null, points: 500, takenPercent: 10 };
    expect(couponStep(coupon, 500).can).toBe(true);
    expect(couponStep(coupon, 499)).toEqual({ can: false, label: '积分不足' });
    const whyNot = { code: 'all_gone', say: '手慢了，已被领完' };
    expect(couponStep({ ...coupon, whyNot, takenPercent: 100 }, 500).label).toBe('已兑完');
  });
});
