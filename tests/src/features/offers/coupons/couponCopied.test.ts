import type { WatchedBatch } from '../../../../../cloudfunctions/domains/coupons/schema';
import { day } from '../../../../../cloudfunctions/kit/time';
import { formOf } from '../../../../../src/features/offers/coupons/copiedCoupon';
import { readCoupon } from '../../../../../src/features/offers/coupons/couponDraft';
import {
  newCouponForm,
  type CouponForm,
} from '../../../../../src/features/offers/coupons/couponForm';
import { couponFacts, couponRows } from '../../../../../src/features/offers/coupons/couponFacts';
import { givingText, validityText } from '../../../../../src/features/offers/coupons/couponWords';

const now = Date.parse('2026-11-22T15:04+08:00');
const later = now + 40 * day;
const id = '0193a5c0-0000-7000-8000-000000000001';
const names = { products: {}, categories: {}, stores: {} };
const levels = [{ level: 2, name: '好友' }];

function made(form: CouponForm): WatchedBatch {
  const { draft, faults } = readCoupon(form, now);
  expect(faults).toEqual({});
  return {
    ...draft,
    ...{ batchId: id, state: 'running', madeAt: now },
    ...{ claimed: 362, used: 120, spentFen: 240_000, broughtFen: 2_389_000 },
  };
}

const fixed = { ...newCouponForm('fixed', now), name: '立减', off: '20', threshold: '199' };
const sameButTime = { opensAt: 0, closesAt: 0, validity: null };

describe('a copy of a batch', () => {
  it.each<Partial<CouponForm>>([
    {},
    { threshold: '', perDay: '1', budget: '99.99', total: '5' },
    { givenBy: 'code' },
    { givenBy: 'targeted' },
    { givenBy: 'packet', packetPieces: '6', packetAtLeast: '99' },
    { givenBy: 'points', points: '200' },
    { givenBy: 'event', givenOn: 'birthday' },
    { givenBy: 'event', givenOn: 'level_up', level: 2 },
    { givenBy: 'event', givenOn: 'paid', paidAtLeast: '0.5' },
    { givenBy: 'event', givenOn: 'streak', streakDays: '30' },
  ])('is the same at another time: %j', (change) => {
    const form = { ...fixed, ...change };
    const copy = readCoupon(formOf(made(form), names, later), later);
    expect(copy.faults).toEqual({});
    expect({ ...copy.draft, ...sameButTime }).toEqual({
      ...readCoupon(form, now).draft,
      ...sameButTime,
    });
    expect(copy.draft.opensAt).toBe(later);
  });

  it('types shares, caps and freight as they were', () => {
    const percent = { ...newCouponForm('percent', now), name: '券', pays: '8.8', cap: '50' };
    expect(formOf(made(percent), names, later)).toMatchObject({ pays: '8.8', cap: '50' });
    const freight = { ...newCouponForm('freight', now), name: '券' };
    expect(formOf(made(freight), names, later)).toMatchObject({ kind: 'freight', off: '' });
  });

  it('keeps how long each is good', () => {
    const days = formOf(made({ ...fixed, days: '7' }), names, later);
    expect(days).toMatchObject({ validBy: 'days', days: '7' });
    const dates = formOf(made({ ...fixed, validBy: 'dates' }), names, later);
    expect(dates.validBy).toBe('dates');
    expect(dates.untilAt).toBeGreaterThan(later);
  });
});

describe('a batch in words', () => {
  it('says how many went, and what they came to', () => {
    const { rule, bar, stats, kindName } = couponFacts(made(fixed), levels, now);
    expect({ rule, kindName }).toEqual({ rule: '满 ¥199 减 ¥20', kindName: '满减券' });
    expect(bar).toEqual({ say: '发了 362 / 1,000 张', percent: 36 });
    expect(stats.map(({ value }) => value)).toEqual(['120 张', '¥2,400.00', '¥23,890.00']);
  });

  it('says its budget with how much of it is gone', () => {
    const rows = couponRows(made({ ...fixed, budget: '5000' }), { names, levels, nowMs: now });
    expect(rows.find(({ name }) => name === '预算')?.value).toBe('¥5,000.00，用了 48%');
  });

  it('says how people come by it', () => {
    expect(givingText({ by: 'packet', pieces: 6, atLeastFen: 9_900 }, levels)).toBe(
      '付款满 ¥99 后得一个红包，内有 6 张',
    );
    expect(givingText({ by: 'packet', pieces: 6, atLeastFen: 0 }, levels)).toBe(
      '付款后得一个红包，内有 6 张',
    );
    expect(givingText({ by: 'event', event: { on: 'level_up', level: 2 } }, levels)).toBe(
      '升到「好友」时自动发',
    );
    expect(givingText({ by: 'points', points: 200 }, levels)).toBe('200 积分换一张');
  });

  it('says when it can be used', () => {
    expect(validityText({ by: 'days', days: 7 }, now)).toBe('得到后 7 天内可用');
    expect(validityText({ by: 'dates', fromAt: now, untilAt: now + day }, now)).toBe(
      '11-22 15:04 至 11-23 15:04 可用',
    );
  });
});
