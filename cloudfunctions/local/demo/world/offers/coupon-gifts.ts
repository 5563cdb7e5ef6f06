import type { z } from 'zod';
import type { CouponDraft } from '../../../../domains/coupons/schema';
import { dates, days, fixed, usualGoods } from './coupon-words';
import type { BatchPlan } from './plan';
import type { Days } from './season';
import type { Shelf } from './shelf';

type GivingEvent = Extract<z.input<typeof CouponDraft>['giving'], { by: 'event' }>['event'];

/** A batch that nobody is limited by but its members: what an event gives. */
const many = 10_000_000;

/** What the shop gives of itself: on joining, birthdays, levels, orders and streaks. */
export function byEvent(shelf: Shelf, { at }: Days): BatchPlan[] {
  const on = (key: string, name: string, event: GivingEvent, perMember: number) => ({
    ...{ key, name, giving: { by: 'event' as const, event }, perMember, total: many },
    ...{ ...usualGoods(shelf), opensAt: at(-60), closesAt: at(120) },
  });
  return [
    {
      ...on('joined', '新人礼满 59 减 15', { on: 'joined' }, 1),
      ...fixed(1_500, 5_900),
      ...days(15),
    },
    {
      ...on('birthday', '生日礼满 100 减 30', { on: 'birthday' }, 5),
      ...{ ...fixed(3_000, 10_000), ...days(30) },
    },
    {
      ...on('level-up', '好友升级礼满 300 减 50', { on: 'level_up', level: 2 }, 1),
      ...{ ...fixed(5_000, 30_000), ...days(60) },
    },
    {
      ...on('paid', '下次再来满 150 减 15', { on: 'paid', atLeastFen: 20_000 }, 20),
      ...{ ...fixed(1_500, 15_000), ...days(7) },
    },
    {
      ...on('streak', '签到 7 天运费券', { on: 'streak', days: 7 }, 50),
      ...{ terms: { kind: 'freight' as const, offFen: 1_000 }, ...days(15) },
    },
  ];
}

/** What people hand on: packets, codes and guides' own gifts; and what points buy. */
export function byPeople(shelf: Shelf, { at }: Days): BatchPlan[] {
  const given = { ...usualGoods(shelf), opensAt: at(-60), closesAt: at(60) };
  return [
    {
      ...{ key: 'packet', name: '好友红包满 88 减 8', ...given, ...fixed(800, 8_800), ...days(7) },
      giving: { by: 'packet', pieces: 10, atLeastFen: 9_900 },
      ...{ total: 1_000, perMember: 5 },
    },
    {
      ...{
        key: 'code',
        name: '门店扫码满 100 减 20',
        ...given,
        ...fixed(2_000, 10_000),
        ...days(30),
      },
      ...{ giving: { by: 'code' }, total: 100 },
    },
    {
      ...{ key: 'targeted', name: '老友回访满 200 减 40', ...given, ...fixed(4_000, 20_000) },
      ...{ ...days(14), giving: { by: 'targeted' }, total: 200, perMember: 3 },
    },
    {
      ...{ key: 'weekend', name: '尝鲜日鲜食满 68 减 12', ...given, ...fixed(1_200, 6_800) },
      ...{ scope: shelf.trade('fresh'), ...dates(at(1), at(4)), closesAt: at(3) },
      ...{ giving: { by: 'targeted' }, total: 300 },
    },
    {
      ...{ key: 'points-small', name: '积分换 5 元无门槛券', ...given, ...fixed(500, 0) },
      ...{
        ...days(30),
        giving: { by: 'points', points: 300 },
        total: 500,
        perMember: 10,
        opensAt: at(-300),
      },
    },
    {
      ...{ key: 'points-large', name: '积分换满 200 减 30', ...given, ...fixed(3_000, 20_000) },
      ...{ ...days(30), giving: { by: 'points', points: 1_000 }, total: 200, perMember: 5 },
    },
  ];
}
