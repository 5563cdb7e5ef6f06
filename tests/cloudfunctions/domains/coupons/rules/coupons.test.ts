import { dearestUnit } from '../../../../../cloudfunctions/domains/coupons/rules/exchange';
import { fixedOff } from '../../../../../cloudfunctions/domains/coupons/rules/fixed';
import { freightOff } from '../../../../../cloudfunctions/domains/coupons/rules/freight';
import { percentOff } from '../../../../../cloudfunctions/domains/coupons/rules/percent';
import { couponText } from '../../../../../cloudfunctions/domains/coupons/rules/text';
import {
  endsFirst,
  whyNotUsable,
} from '../../../../../cloudfunctions/domains/coupons/rules/usable';
import { couponOf } from '../../../../support/quoted-facts';
import { noon } from '../../../../support/small-rows';

describe('满减券', () => {
  it('takes off its amount, or all that there is', () => {
    expect(
      [5_000, 2_000, 1_999].map((fen) => fixedOff({ kind: 'fixed', offFen: 2_000 }, fen)),
    ).toEqual([2_000, 2_000, 1_999]);
  });
});

describe('折扣券', () => {
  it('takes off a share, rounded down, up to its cap', () => {
    const terms = { kind: 'percent' as const, paysBp: 8_500, capFen: 5_000 };
    expect([999, 10_000, 50_000].map((fen) => percentOff(terms, fen))).toEqual([149, 1_500, 5_000]);
    expect(percentOff({ ...terms, capFen: null }, 50_000)).toBe(7_500);
  });
});

describe('兑换券', () => {
  it('frees the dearest unit: as units share what a line still costs, ties to the earlier line', () => {
    expect(dearestUnit([1_000, 2_500, 2_500], [1, 2, 2], [0, 1, 2])).toEqual({ at: 1, fen: 1_250 });
    expect(dearestUnit([1_000, 2_999], [1, 3], [0, 1])).toEqual({ at: 0, fen: 1_000 });
    expect(dearestUnit([1_000, 3_001], [1, 3], [0, 1])).toEqual({ at: 1, fen: 1_001 });
  });
  it('looks only at eligible lines, and frees nothing that costs nothing', () => {
    expect(dearestUnit([1_000, 9_000], [1, 1], [0])).toEqual({ at: 0, fen: 1_000 });
    expect(dearestUnit([0, 9_000], [1, 1], [0])).toBeNull();
  });
});

describe('运费券', () => {
  it('takes off its amount or all, but never more than the freight', () => {
    expect(freightOff({ kind: 'freight', offFen: 800 }, 1_000)).toBe(800);
    expect(freightOff({ kind: 'freight', offFen: 800 }, 500)).toBe(500);
    expect(freightOff({ kind: 'freight', offFen: null }, 1_000)).toBe(1_000);
  });
});

describe('a coupon', () => {
  const coupon = couponOf({ kind: 'exchange' }, { startsAt: noon, endsAt: noon + 10 });

  it('is good when available, from its first instant to before its last', () => {
    const at = (nowMs: number) => whyNotUsable(coupon, nowMs)?.code ?? null;
    expect([noon - 1, noon, noon + 9, noon + 10].map(at)).toEqual([
      'not_started',
      null,
      null,
      'ended',
    ]);
    const as = (state: typeof coupon.state) =>
      whyNotUsable({ ...coupon, state }, noon)?.code ?? null;
    expect((['available', 'held', 'used', 'expired', 'void'] as const).map(as)).toEqual([
      null,
      'held',
      'used_up',
      'ended',
      'ended',
    ]);
  });

  it('goes before one that ends later; batch and id settle the rest', () => {
    const all = [
      couponOf({ kind: 'exchange' }, { couponId: 'd', batchId: 'a', endsAt: 9 }),
      couponOf({ kind: 'exchange' }, { couponId: 'c', batchId: 'b', endsAt: 3 }),
      couponOf({ kind: 'exchange' }, { couponId: 'b', batchId: 'a', endsAt: 3 }),
      couponOf({ kind: 'exchange' }, { couponId: 'a', batchId: 'a', endsAt: 3 }),
    ];
    expect(all.sort(endsFirst).map((each) => each.couponId)).toEqual(['a', 'b', 'c', 'd']);
  });

  it.each([
    [couponOf({ kind: 'fixed', offFen: 2_000 }, { thresholdFen: 19_900 }), '满 ¥199 减 ¥20'],
    [couponOf({ kind: 'fixed', offFen: 2_000 }), '无门槛减 ¥20'],
    [couponOf({ kind: 'percent', paysBp: 8_500, capFen: 5_000 }), '无门槛 8.5 折，最多减 ¥50'],
    [
      couponOf({ kind: 'percent', paysBp: 9_000, capFen: null }, { thresholdFen: 9_900 }),
      '满 ¥99 9 折',
    ],
    [couponOf({ kind: 'exchange' }), '兑换一件'],
    [couponOf({ kind: 'freight', offFen: null }, { thresholdFen: 5_900 }), '满 ¥59 免运费'],
    [couponOf({ kind: 'freight', offFen: 800 }), '运费减 ¥8'],
  ])('says in words what it gives', (each, text) => {
    expect(couponText(each)).toBe(text);
  });
});
