import { day, hour } from '../../../../cloudfunctions/kit/time';
import { goodsPageOf } from '../../../../src/features/coupons/routes';
import {
  claimStep,
  endsSoon,
  lifeSays,
  packetStep,
  stampOf,
  validitySay,
} from '../../../../src/features/coupons/words';

const nowMs = Date.parse('2026-11-24T14:30:00+08:00');
const midnight = (text: string) => Date.parse(`${text}T00:00:00+08:00`);
const nothing = { productIds: [], categoryIds: [], tags: [] };

describe('the life of a coupon', () => {
  it('ends on the day before the midnight at which it ends, by the shop’s clock', () => {
    expect(lifeSays({ startsAt: nowMs - 1, endsAt: midnight('2027-01-01') }, nowMs)).toEqual([
      '有效期至 2026-12-31',
    ]);
  });

  it('says the minute once it ends soon', () => {
    const coupon = { startsAt: nowMs - 1, endsAt: nowMs + 3 * day };
    expect(lifeSays(coupon, nowMs)).toEqual(['11-27 14:30 到期']);
    expect(endsSoon(coupon, nowMs)).toBe(true);
    expect(endsSoon({ endsAt: nowMs + 3 * day + 1 }, nowMs)).toBe(false);
    expect(endsSoon({ endsAt: nowMs }, nowMs)).toBe(false);
  });

  it('says from when on it can be used while that is to come', () => {
    const coupon = { startsAt: midnight('2026-11-25'), endsAt: midnight('2026-12-01') };
    expect(lifeSays(coupon, nowMs)).toEqual(['2026-11-25 起可用', '有效期至 2026-11-30']);
  });

  it('is said of an offer by days or by dates', () => {
    expect(validitySay({ by: 'days', days: 7 })).toBe('领取后 7 天内有效');
    const untilAt = midnight('2026-12-01') - hour;
    expect(validitySay({ by: 'dates', fromAt: nowMs, untilAt })).toBe('2026-11-24 至 2026-11-30');
  });

  it('is stamped when it is over, and only then', () => {
    expect((['available', 'held', 'used', 'expired', 'void'] as const).map(stampOf)).toEqual([
      undefined,
      undefined,
      '已使用',
      '已过期',
      '已作废',
    ]);
  });
});

describe('taking a coupon', () => {
  const no = (code: string) => ({ code, say: '不行' });

  it('is offered while the shop has no objection', () => {
    expect(claimStep({ whyNot: null, mine: 0 })).toEqual({ kind: 'take', label: '领取' });
    expect(claimStep({ whyNot: null, mine: 1 })).toEqual({ kind: 'take', label: '再领一张' });
  });

  it('becomes using it once she has all that she may have', () => {
    expect(claimStep({ whyNot: no('limit_reached'), mine: 1 }).kind).toBe('use');
    expect(claimStep({ whyNot: no('limit_reached'), mine: 0 })).toEqual({
      kind: 'rest',
      label: '已领取',
    });
  });

  it('rests with the reason in a word, also for a reason that is new', () => {
    const labels = ['all_gone', 'budget_reached', 'not_open', 'what_is_this'].map(
      (code) => claimStep({ whyNot: no(code), mine: 0 }).label,
    );
    expect(labels).toEqual(['已抢光', '已抢光', '未开始', '不可领取']);
  });
});

describe('a packet', () => {
  const mine = { state: 'available' } as Parameters<typeof packetStep>[0]['mine'];

  it('can be taken once, then used', () => {
    expect(packetStep({ isMine: false, mine: null, whyNot: null })).toBe('take');
    expect(packetStep({ isMine: false, mine, whyNot: null })).toBe('use');
  });

  it('rests when it is empty', () => {
    const whyNot = { code: 'packet_empty', say: '已领完' };
    expect(packetStep({ isMine: true, mine: null, whyNot })).toBe('rest');
  });
});

describe('the goods of a coupon', () => {
  it('are its one product or its one category, else the whole list', () => {
    const scope = { ...nothing, all: false, not: nothing };
    expect(goodsPageOf({ ...scope, productIds: ['p'] })).toBe('/pages/shopper/product/index?id=p');
    expect(goodsPageOf({ ...scope, categoryIds: ['c'] })).toBe(
      '/pages/shopper/list/index?categoryId=c',
    );
    expect(goodsPageOf({ ...scope, productIds: ['p'], tags: ['t'] })).toBe(
      '/pages/shopper/list/index',
    );
    expect(goodsPageOf({ ...scope, all: true, productIds: ['p'] })).toBe(
      '/pages/shopper/list/index',
    );
  });
});
