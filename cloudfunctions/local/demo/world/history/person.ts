import { minute } from '../../../../kit/time';
import { dealingsOf, newAccount } from '../dealings/account';
import { followOrder } from '../dealings/follow';
import { planDealings } from '../dealings/habits';
import { makeAddresses, makeMember } from '../people/member';
import { chanceOf, idAt, type Chance } from '../random';
import type { Person, Share, ShopWorld } from '../types';
import { tasteFrom } from './buying';
import { makeOrder } from './order';
import { favoured, plansOf, type Plan } from './plans';
import type { Life } from './life';
import { bindByCard, bindByOrder, boundAt, noTies } from './ties';
import { cardOf, passedOn, strangers, touchOf } from './visits';
import { wantedAt } from './wanting';

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
    account: newAccount(world, index, member),
  };
  arrive(life);
  planDealings(life.account);
  for (const plan of plansOf(life)) visit(life, plan);
  life.account.agenda.until(options.nowMs);
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
    dealings: dealingsOf(life.account),
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

function visit(life: Life, plan: Plan): void {
  const { world, chance, member, visitorId, ties, taste, addresses, account } = life;
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
  account.agenda.until(placedAt);
  const shown = share?.targetId ?? null;
  const { basket, exchangeId } = wantedAt(account, chance, taste, { plan, shown, atMs: placedAt });
  if (basket.length === 0) return;
  const story = makeOrder(account, chance, ties, {
    ...{ basket, addresses, placedAt, wish: plan.wish, exchangeId },
  });
  if (story === null) return;
  bindByOrder(ties, story);
  ties.orders.push(story);
  followOrder(account, story);
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
