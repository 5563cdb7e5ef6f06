import { day, minute } from '../../../../kit/time';
import { busyMoment, daysAgo, earlierToday } from '../calendar';
import { makeAddresses, makeMember } from '../people/member';
import { chanceOf, idAt, times, type Chance } from '../random';
import type { Address, Member, Person, Share, ShopWorld } from '../types';
import { basketFrom, tasteFrom, type Taste } from './buying';
import type { Wish } from './course';
import { makeOrder } from './order';
import { bindByCard, bindByOrder, boundAt, noTies, type Ties } from './ties';
import { cardOf, passedOn, strangers, touchOf } from './visits';

/** One coming of a member: when, by whose card if that is settled, and what she does. */
interface Plan {
  readonly atMs: number;
  readonly guideId: string | null;
  readonly buys: boolean;
  readonly wish: Wish;
}

interface Life {
  readonly world: ShopWorld;
  readonly index: number;
  readonly chance: Chance;
  readonly member: Member;
  readonly visitorId: string;
  readonly addresses: readonly Address[];
  readonly taste: Taste;
  readonly ties: Ties;
}

/** The shopper with this number (from 0), with everything she ever did in the shop. */
export function makePerson(world: ShopWorld, index: number): Person {
  const { options, shoppers } = world;
  const member = makeMember(options, shoppers, index);
  const chance = chanceOf(options.seed, 'life', index);
  const life: Life = {
    world,
    index,
    chance,
    member,
    visitorId: idAt(chance, member.joinedAt),
    addresses: makeAddresses(options, member, index),
    taste:
      index === 0 ? { trades: ['shoes', 'fresh'], shoeSize: 38, pace: 1.2 } : tasteFrom(chance),
    ties: noTies(world, member.memberId),
  };
  arrive(life);
  for (const plan of plansOf(life)) visit(life, plan);
  const { ties } = life;
  const passed = passedOn(world, index, member.memberId);
  return {
    member: {
      ...member,
      lastSeenAt: Math.max(member.joinedAt, ...ties.touches.map(({ touchedAt }) => touchedAt)),
    },
    addresses: life.addresses,
    shares: passed === null ? [] : [passed],
    touches: [...ties.touches, ...strangers(world, index)],
    joins: [{ visitorId: life.visitorId, memberId: member.memberId, joinedAt: member.joinedAt }],
    bindings: ties.bindings,
    orders: ties.orders,
  };
}

/** She came by a card, or by herself, looked around, and joined. */
function arrive({ world, index, chance, member, visitorId, ties }: Life): void {
  const way = favoured(index) ? 0 : chance.weighed([60, 16, 24]);
  const atMs = member.joinedAt - chance.whole(1, 9) * minute;
  let share: Share | null = null;
  if (way === 0) share = cardOf(world, chance, ownerOf(world, chance, index), atMs);
  if (way === 1) share = friendsCard(world, chance, index, atMs);
  const touch = touchOf(chance, { memberId: null, visitorId, share, atMs });
  ties.touches.push(touch);
  bindByCard(ties, touch, share, member.joinedAt);
}

/** The first shopper and a few after her belong to the first guide, so that her desk has something to show. */
function favoured(index: number): boolean {
  return index % 4 === 0 && index < 20;
}

function ownerOf(world: ShopWorld, chance: Chance, index: number): string {
  const guides = world.staff.filter(({ role }) => role === 'guide');
  const guide = favoured(index)
    ? guides[0]
    : guides[chance.weighed(guides.map((_, at) => 1 / (1 + at * 0.16)))];
  return guide?.staffId ?? '';
}

/** A card that an earlier member passed on; null when she came by herself or nobody had passed one on. */
function friendsCard(world: ShopWorld, chance: Chance, index: number, atMs: number): Share | null {
  for (let tries = 0; tries < 12 && index > 0; tries += 1) {
    const friend = chance.whole(0, index - 1);
    const card = passedOn(
      world,
      friend,
      makeMember(world.options, world.shoppers, friend).memberId,
    );
    if (card !== null && card.madeAt < atMs) return card;
  }
  return null;
}

/** Her comings since she joined, in their order. */
function plansOf(life: Life): Plan[] {
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
    return { atMs, guideId: null, buys: chance.maybe(0.38), wish: 'any' };
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
  return [...kept, ...told]
    .filter(({ atMs }) => atMs > member.joinedAt)
    .sort((a, b) => a.atMs - b.atMs);
}

/** The first shopper has an order in every state. */
function firstShoppersPlans(world: ShopWorld): Plan[] {
  const { nowMs } = world.options;
  const guideId = world.staff[0]?.staffId ?? null;
  const plan = (atMs: number, wish: Wish): Plan => ({ atMs, guideId, buys: true, wish });
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
  return [{ atMs, guideId, buys: index % 8 !== 4, wish: 'paid' }];
}

function visit(life: Life, plan: Plan): void {
  const { world, chance, member, visitorId, ties, taste, addresses } = life;
  const { nowMs } = world.options;
  const share = cardFor(life, plan);
  const touch = touchOf(chance, { memberId: member.memberId, visitorId, share, atMs: plan.atMs });
  ties.touches.push(touch);
  bindByCard(ties, touch, share, plan.atMs);
  const placedAt = Math.min(
    plan.atMs + chance.whole(40, 900) * 1000,
    plan.wish === 'any' ? nowMs : plan.atMs + 2 * minute,
  );
  if (!plan.buys || placedAt > nowMs) return;
  const basket = basketFrom(world, chance, taste, {
    shown: share?.targetId ?? null,
    atMs: placedAt,
  });
  if (basket.length === 0) return;
  const story = makeOrder(world, chance, ties, { basket, addresses, placedAt, wish: plan.wish });
  if (story === null) return;
  bindByOrder(ties, story);
  ties.orders.push(story);
}

/** Mostly her own guide's card, now and then another's, and as often she comes by herself. */
function cardFor({ world, chance, ties }: Life, { atMs, guideId }: Plan): Share | null {
  if (guideId !== null) return cardOf(world, chance, guideId, atMs);
  if (chance.maybe(0.42)) return null;
  const owner = boundAt(ties, atMs)?.guideId;
  const guides = world.staff.filter(({ role }) => role === 'guide');
  return cardOf(
    world,
    chance,
    owner !== undefined && chance.maybe(0.8) ? owner : chance.pick(guides).staffId,
    atMs,
  );
}
