import { CouponDraft } from '../../../../../cloudfunctions/domains/coupons/schema';
import { day } from '../../../../../cloudfunctions/kit/time';
import { readCoupon } from '../../../../../src/features/offers/coupons/couponDraft';
import {
  newCouponForm,
  type CouponForm,
  type CouponKind,
  type GivenBy,
  type GivenOn,
} from '../../../../../src/features/offers/coupons/couponForm';

const now = Date.parse('2026-11-22T15:04+08:00');
const product = {
  productId: '0193a5c0-0000-7000-8000-000000000001',
  title: '奶瓶',
  pictureUrl: '',
  priceFen: 100,
};

const filled: Readonly<Record<CouponKind, Partial<CouponForm>>> = {
  fixed: { off: '20', threshold: '199' },
  percent: { pays: '8.8', cap: '50' },
  exchange: {},
  freight: {},
};

function form(kind: CouponKind, change: Partial<CouponForm> = {}): CouponForm {
  const empty = newCouponForm(kind, now);
  const scope = kind === 'exchange' ? { ...empty.scope, products: [product] } : empty.scope;
  return { ...empty, name: '新客立减', scope, ...filled[kind], ...change };
}

const read = (kind: CouponKind, change: Partial<CouponForm> = {}) =>
  readCoupon(form(kind, change), now);

describe('a form of a coupon', () => {
  it.each(['fixed', 'percent', 'exchange', 'freight'] as const)(
    'of %s that is filled is a draft that the shop takes as it is',
    (kind) => {
      const { draft, faults } = read(kind);
      expect(faults).toEqual({});
      expect(CouponDraft.parse(draft)).toEqual(draft);
    },
  );

  it('reads amounts, shares and limits', () => {
    expect(read('fixed').draft).toMatchObject({
      terms: { kind: 'fixed', offFen: 2_000 },
      thresholdFen: 19_900,
      total: 1_000,
      perMember: 1,
      perDay: null,
      budgetFen: null,
      opensAt: now,
    });
    expect(read('percent').draft.terms).toEqual({ kind: 'percent', paysBp: 8_800, capFen: 5_000 });
    expect(read('percent', { cap: '' }).draft.terms).toMatchObject({ capFen: null });
    expect(read('freight').draft.terms).toEqual({ kind: 'freight', offFen: null });
    expect(read('freight', { off: '8' }).draft.terms).toEqual({ kind: 'freight', offFen: 800 });
    expect(read('fixed', { threshold: '' }).draft.thresholdFen).toBe(0);
  });

  it('says what is missing', () => {
    expect(readCoupon(newCouponForm('fixed', now), now).faults).toEqual({
      name: '给优惠券起个名字',
      'terms.off': '填金额，最多两位小数',
    });
    expect(read('fixed', { name: '名'.repeat(21) }).faults).toHaveProperty('name');
    expect(read('exchange', { scope: newCouponForm('fixed', now).scope }).faults).toEqual({
      scope: '兑换券要指定可以兑换的商品',
    });
  });

  it('takes off no more than it asks for, unless it asks for nothing', () => {
    expect(read('fixed', { off: '199.01' }).faults).toEqual({ 'terms.off': '减的比门槛还多' });
    expect(read('fixed', { off: '199' }).faults).toEqual({});
    expect(read('fixed', { off: '199.01', threshold: '' }).faults).toEqual({});
  });

  it('has limits that can be reached', () => {
    expect(read('fixed', { total: '5', perMember: '6' }).faults).toHaveProperty('perMember');
    expect(read('fixed', { perMember: '2', perDay: '3' }).faults).toHaveProperty('perDay');
    expect(
      read('fixed', { total: '5', givenBy: 'packet', packetPieces: '6' }).faults,
    ).toHaveProperty(['giving.pieces']);
  });
});

describe('when a coupon can be used', () => {
  it('is some days after it was given, or between two instants', () => {
    expect(read('fixed').draft.validity).toEqual({ by: 'days', days: 30 });
    const dates = read('fixed', { validBy: 'dates', opensAt: now + day });
    expect(dates.draft.validity).toMatchObject({ by: 'dates', fromAt: now + day });
    expect(dates.faults).toEqual({});
  });

  it('does not end before it is given no more', () => {
    const { closesAt } = form('fixed');
    const until = (untilAt: number) => read('fixed', { validBy: 'dates', untilAt }).faults;
    expect(until(closesAt)).toEqual({});
    expect(until(closesAt - 1)).toEqual({ validity: '使用截止要在停止发放之后' });
    expect(until(now)).toEqual({ validity: '使用截止已经过了' });
    expect(read('fixed', { days: '366' }).faults).toHaveProperty('validity');
  });

  it('has a window to be given in', () => {
    expect(read('fixed', { closesAt: now }).faults).toHaveProperty('window');
    const late = { opensAt: now + 9 * day, closesAt: now + 8 * day };
    expect(read('fixed', late).faults).toEqual({ window: '结束要晚于开始' });
  });
});

describe('how a coupon is given', () => {
  it.each<[GivenBy, Partial<CouponForm>, object]>([
    ['claim', {}, { by: 'claim' }],
    ['code', {}, { by: 'code' }],
    ['targeted', {}, { by: 'targeted' }],
    ['packet', { packetAtLeast: '99' }, { by: 'packet', pieces: 5, atLeastFen: 9_900 }],
    ['points', { points: '200' }, { by: 'points', points: 200 }],
  ])('%s', (givenBy, change, giving) => {
    const { draft, faults } = read('fixed', { ...change, givenBy });
    expect(faults).toEqual({});
    expect(draft.giving).toEqual(giving);
  });

  it.each<[GivenOn, Partial<CouponForm>, object]>([
    ['joined', {}, { on: 'joined' }],
    ['birthday', {}, { on: 'birthday' }],
    ['level_up', { level: 2 }, { on: 'level_up', level: 2 }],
    ['paid', { paidAtLeast: '0.01' }, { on: 'paid', atLeastFen: 1 }],
    ['streak', {}, { on: 'streak', days: 7 }],
  ])('by itself on %s', (givenOn, change, event) => {
    const { draft, faults } = read('fixed', { ...change, givenBy: 'event', givenOn });
    expect(faults).toEqual({});
    expect(draft.giving).toEqual({ by: 'event', event });
    expect(CouponDraft.parse(draft)).toEqual(draft);
  });

  it('objects only to what its way asks', () => {
    expect(read('fixed', { points: 'x', streakDays: '' }).faults).toEqual({});
    expect(read('fixed', { givenBy: 'points' }).faults).toHaveProperty(['giving.points']);
    const streak = { givenBy: 'event', givenOn: 'streak', streakDays: '1' } as const;
    expect(read('fixed', streak).faults).toHaveProperty(['giving.days']);
  });
});
