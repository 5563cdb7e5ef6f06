import type { CouponDraft, Giving } from '../../../../cloudfunctions/domains/coupons/schema';
import { yuanText } from '../../../../cloudfunctions/kit/money';
import type { IconName } from '../../../ui/Icon';
import { levelName, type LevelName } from '../form/levels';
import { windowText } from '../form/moments';
import type { CouponKind, GivenBy, GivenOn } from './couponForm';

interface CouponKindFacts {
  readonly kind: CouponKind;
  readonly name: string;
  readonly line: string;
  readonly icon: IconName;
}

/** Every kind of coupon, in the order that a manager is offered them. */
export const couponKinds: readonly CouponKindFacts[] = [
  { kind: 'fixed', name: '满减券', line: '满多少减多少，或无门槛直接减', icon: 'yuan' },
  { kind: 'percent', name: '折扣券', line: '打几折，可以设最多减多少', icon: 'percent' },
  { kind: 'exchange', name: '兑换券', line: '免费换一件指定商品', icon: 'gift' },
  { kind: 'freight', name: '运费券', line: '减免运费', icon: 'truck' },
];

/** A kind's name. */
export function couponKindName(kind: CouponKind): string {
  return couponKinds.find((one) => one.kind === kind)?.name ?? '优惠券';
}

/** The kind that a kept form names, or null. */
export function couponKindNamed(name: unknown): CouponKind | null {
  return couponKinds.find(({ kind }) => kind === name)?.kind ?? null;
}

export const givenByNames: Readonly<Record<GivenBy, string>> = {
  claim: '领取',
  code: '兑换码',
  targeted: '定向发放',
  packet: '裂变券',
  event: '自动发放',
  points: '积分兑换',
};

/** What each way of giving means, in a line. */
export const givenByLines: Readonly<Record<GivenBy, string>> = {
  claim: '会员在领券中心、商品页和购物车里自己领',
  code: '生成兑换码，会员输入后得到',
  targeted: '导购或店里发给指定会员',
  packet: '付款后得到一个红包，分享给朋友领',
  event: '到了时候系统自动发',
  points: '会员用积分换',
};

export const givenOnNames: Readonly<Record<GivenOn, string>> = {
  joined: '新会员',
  birthday: '生日',
  level_up: '升级',
  paid: '付款后',
  streak: '连续签到',
};

/** How people come by a coupon, in one phrase: `付款满 ¥99 后自动发`. */
export function givingText(giving: Giving, levels: readonly LevelName[]): string {
  switch (giving.by) {
    case 'claim':
      return '会员自己领';
    case 'code':
      return '用兑换码换';
    case 'targeted':
      return '发给指定会员';
    case 'packet':
      return `付款${fromText(giving.atLeastFen)}后得一个红包，内有 ${giving.pieces} 张`;
    case 'points':
      return `${giving.points} 积分换一张`;
    case 'event':
      return eventText(giving.event, levels);
  }
}

function eventText(
  event: Extract<Giving, { by: 'event' }>['event'],
  levels: readonly LevelName[],
): string {
  switch (event.on) {
    case 'joined':
      return '成为会员时自动发';
    case 'birthday':
      return '生日当天自动发';
    case 'level_up':
      return `升到「${levelName(levels, event.level)}」时自动发`;
    case 'paid':
      return `付款${fromText(event.atLeastFen)}后自动发`;
    case 'streak':
      return `连续签到 ${event.days} 天自动发`;
  }
}

function fromText(fen: number): string {
  return fen === 0 ? '' : `满 ¥${yuanText(fen)} `;
}

/** When a coupon can be used: `领到后 30 天内`, or between two instants. */
export function validityText(validity: CouponDraft['validity'], nowMs: number): string {
  if (validity.by === 'days') return `得到后 ${validity.days} 天内可用`;
  return `${windowText(validity.fromAt, validity.untilAt, nowMs)} 可用`;
}
