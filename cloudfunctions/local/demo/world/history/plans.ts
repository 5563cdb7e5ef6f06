import { day, minute } from '../../../../kit/time';
import { busyMoment, daysAgo, earlierToday } from '../calendar';
import { chanceOf, times } from '../random';
import type { ShopWorld } from '../types';
import type { Wish } from './course';
import type { Life } from './life';

/** One coming of a member: when, by whose card if that is settled, and what she does. */
export interface Plan {
  readonly atMs: number;
  readonly guideId: string | null;
  readonly buys: boolean;
  readonly wish: Wish;
  /** The key of the 秒杀 or 积分兑换 that she comes for; null when she comes for anything. */
  readonly activity: string | null;
}

/** The first shopper and a few after her belong to the first guide, so that her desk has something to show. */
export function favoured(index: number): boolean {
  return index % 4 === 0 && index < 20;
}

/** Her comings since she joined, in their order. */
export function plansOf(life: Life): Plan[] {
  const { world, index, chance, member, taste } = life;
  const { nowMs, size } = world.options;
  const months = (nowMs - member.joinedAt) / (30 * day);
  // A benchmark needs many members rather than long lives.
  const pace = typeof size === 'number' ? 0.5 : 3.5;
  const count = Math.min(400, 1 + times(chance, taste.pace * pace * months));
  const plans = Array.from({ length: count }, (_, at): Plan => {
    const fromMs = member.joinedAt + minute;
    const atMs =
      at === 0
        ? Math.min(fromMs + chance.whole(1, 20) * minute, nowMs)
        : busyMoment(chance, fromMs, nowMs);
    return { atMs, guideId: null, buys: chance.maybe(0.38), wish: 'any', activity: null };
  });
  const told =
    index === 0
      ? firstShoppersPlans(world)
      : favoured(index) || index % 7 === 3
        ? todaysPlans(life)
        : [];
  const recent = nowMs - 75 * day;
  const kept =
    index === 0 ? plans.map((plan) => ({ ...plan, buys: plan.buys && plan.atMs < recent })) : plans;
  return [...kept, ...told, ...activityPlans(life)]
    .filter(({ atMs }) => atMs > member.joinedAt)
    .sort((a, b) => a.atMs - b.atMs);
}

/** The first shopper has an order in every state. */
function firstShoppersPlans(world: ShopWorld): Plan[] {
  const { nowMs } = world.options;
  const guideId = world.staff[0]?.staffId ?? null;
  const plan = (atMs: number, wish: Wish): Plan => ({
    atMs,
    guideId,
    buys: true,
    wish,
    activity: null,
  });
  return [
    plan(daysAgo(nowMs, 62, 20.4), 'paid'),
    plan(daysAgo(nowMs, 40, 12.2), 'expired'),
    plan(daysAgo(nowMs, 8, 21.1), 'paid'),
    plan(nowMs - Math.floor(2.6 * day), 'paid'),
    plan(earlierToday(nowMs, 0.35), 'paid'),
    plan(nowMs - 7 * minute, 'unpaid'),
  ];
}

/** A few members come and buy today by the first guide's cards, or by their own guide's. */
function todaysPlans({ world, index, chance }: Life): Plan[] {
  const few = typeof world.options.size === 'number' ? 40 : Math.min(110, world.shoppers);
  if (index >= few) return [];
  const guideId = favoured(index) ? (world.staff[0]?.staffId ?? null) : null;
  const atMs = earlierToday(world.options.nowMs, 0.15 + chance.next() * 0.75);
  return [{ atMs, guideId, buys: index % 8 !== 4, wish: 'paid', activity: null }];
}

/** Who comes for which activity: every so manieth member, from some number on. */
const activities = [
  { key: 'flash-now', every: 4, from: 2 },
  { key: 'flash-before', every: 9, from: 4 },
  { key: 'exchange', every: 7, from: 5 },
] as const;

/** Some members come for 秒杀 and 积分兑换; in a benchmark as many as in the demo. */
function activityPlans({ world, index }: Life): Plan[] {
  if (index >= 200) return [];
  const { seed, nowMs } = world.options;
  return activities.flatMap(({ key, every, from }) => {
    const made = world.offers.promotions.find((promotion) => promotion.key === key);
    if (index % every !== from || made === undefined) return [];
    const { startsAt, endsAt } = made.draft;
    const chance = chanceOf(seed, 'activity', key, index);
    // She comes early enough for her order to be placed and paid before now.
    const atMs = busyMoment(chance, startsAt + minute, Math.min(endsAt, nowMs) - 7 * minute);
    const plan = { guideId: null, buys: true, wish: 'paid' as const, activity: key };
    return atMs > nowMs - 7 * minute ? [] : [{ atMs, ...plan }];
  });
}
