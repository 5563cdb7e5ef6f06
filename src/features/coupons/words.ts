import {
  faceOf,
  limitsSay,
  scopeSay,
  sortSay,
} from '../../../cloudfunctions/domains/coupons/rules/face';
import { day } from '../../../cloudfunctions/kit/time';
import type { Output } from '../../cloud';
import { lastDay, shopDay, shopTime } from '../../kit/shopTime';

export type MyCoupon = Output<'coupons.mine'>['items'][number];
export type OfferedCoupon = Output<'coupons.offered'>['items'][number];

/** What every ticket of a coupon says, whether it is mine or on offer. */
export function ticketOf({ name, terms, thresholdFen, scope }: CouponWords) {
  return {
    value: faceOf(terms, thresholdFen),
    title: name,
    sort: sortSay(terms),
    about: [...limitsSay(terms), scopeSay(scope)],
  };
}

type CouponWords = Pick<MyCoupon, 'name' | 'terms' | 'thresholdFen' | 'scope'>;

/** When a coupon of mine can be used, a line each. */
export function lifeSays(
  { startsAt, endsAt }: Pick<MyCoupon, 'startsAt' | 'endsAt'>,
  nowMs: number,
): string[] {
  const until = `有效期至 ${lastDay(endsAt)}`;
  if (startsAt > nowMs) return [`${shopDay(startsAt)} 起可用`, until];
  return endsSoon({ endsAt }, nowMs) ? [`${shopTime(endsAt).slice(5)} 到期`] : [until];
}

/** Whether it ends within three days. */
export function endsSoon({ endsAt }: Pick<MyCoupon, 'endsAt'>, nowMs: number): boolean {
  return endsAt > nowMs && endsAt - nowMs <= 3 * day;
}

/** When a coupon that is on offer could be used. */
export function validitySay(validity: OfferedCoupon['validity']): string {
  return validity.by === 'days'
    ? `领取后 ${validity.days} 天内有效`
    : `${shopDay(validity.fromAt)} 至 ${lastDay(validity.untilAt)}`;
}

/** What is stamped on a coupon that is of no more use; undefined on the others. */
export function stampOf(state: MyCoupon['state']): string | undefined {
  switch (state) {
    case 'used':
      return '已使用';
    case 'expired':
      return '已过期';
    case 'void':
      return '已作废';
    case 'available':
    case 'held':
      return undefined;
  }
}

/** How taking a coupon stands, and the words of its button: it can be taken, used, or neither. */
export function claimStep({ whyNot, mine }: Pick<OfferedCoupon, 'whyNot' | 'mine'>): ClaimStep {
  if (whyNot === null) return { kind: 'take', label: mine > 0 ? '再领一张' : '领取' };
  if (whyNot.code === 'limit_reached' && mine > 0) return { kind: 'use', label: '去使用' };
  return { kind: 'rest', label: restWords[whyNot.code] ?? '不可领取' };
}

interface ClaimStep {
  readonly kind: 'take' | 'use' | 'rest';
  readonly label: string;
}

const restWords: Readonly<Record<string, string>> = {
  limit_reached: '已领取',
  day_limit: '明天再领',
  all_gone: '已抢光',
  budget_reached: '已抢光',
  not_open: '未开始',
};

/** The tabs of my coupons. */
export const couponTabs = [
  { key: 'available', label: '可用' },
  { key: 'used', label: '已使用' },
  { key: 'over', label: '已失效' },
] as const;

export type CouponTab = (typeof couponTabs)[number]['key'];

/** What to say where a tab has nothing. */
export const nothingSay: Readonly<Record<CouponTab, string>> = {
  available: '还没有可用的优惠券',
  used: '还没有用过优惠券',
  over: '没有失效的优惠券',
};

type PacketFacts = Pick<Output<'coupons.packet'>, 'isMine' | 'mine' | 'whyNot'>;

/** What a packet says to whoever opens it. */
export function packetSay({ isMine, mine, whyNot }: PacketFacts): string {
  if (mine !== null) return '您已领取一张，请在有效期内使用';
  if (whyNot !== null) return whyNot.say;
  return isMine ? '好友可以各领一张，您自己也可以领' : '送您一张优惠券';
}

/** What can be done with a packet now: take one, use the one taken, or neither. */
export function packetStep({ mine, whyNot }: PacketFacts): 'take' | 'use' | 'rest' {
  if (mine !== null) return mine.state === 'available' ? 'use' : 'rest';
  return whyNot === null ? 'take' : 'rest';
}
