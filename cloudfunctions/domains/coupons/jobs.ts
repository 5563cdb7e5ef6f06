import { clockText, day, dayOf } from '../../kit/time';
import { transact } from '../../platform/database';
import { announce } from '../../platform/outbox';
import { bornOn } from '../members/usecases/birthdays';
import { tellMember } from '../members/usecases/profile';
import type { Events, Tx, World } from '../registry';
import type { Giving } from './schema';
import { findBirthdays, listOpenBatches, saveBirthdays } from './store/batches';
import { expireRows, findToRemind, markReminded } from './store/coupons';
import { giveCoupon, type Source } from './usecases/give';
import { tellOfCoupons } from './usecases/tell';

const expiredAtOnce = 500;
const remindedAtOnce = 200;
const birthdaysAtOnce = 200;
const birthdayDays = 3;

type EventTerms = Extract<Giving, { by: 'event' }>['event'];

/** What happened to a member; `cause` tells one such happening from another, and each gives once. */
export type GivingCause = { memberId: string; cause: string } & (
  | { on: 'joined' | 'birthday' }
  | { on: 'level_up'; level: number }
  | { on: 'paid'; paidFen: number }
  | { on: 'streak'; days: number }
);

/** Gives a member what open batches promise for what happened, and tells her once. Safe to repeat. */
export async function giveForEvent(
  world: Pick<World, 'shop' | 'nowMs'>,
  tx: Tx,
  happened: GivingCause,
): Promise<void> {
  const { memberId, cause, on } = happened;
  const names: string[] = [];
  for (const batch of await listOpenBatches(tx, world.shop.shopId, 'event', world.nowMs)) {
    if (batch.giving.by !== 'event' || !answers(batch.giving.event, happened)) continue;
    const wanted = { batchId: batch.batchId, memberId, source: on satisfies Source, cause };
    const given = await giveCoupon(world, tx, wanted);
    if (given.outcome === 'given') names.push(batch.name);
  }
  if (names.length > 0) await tellOfCoupons(world, tx, { memberId, names });
}

/** Whether a batch that is given on an event is given on this one: a level or a streak is met when it is reached. */
function answers(event: EventTerms, happened: GivingCause): boolean {
  switch (happened.on) {
    case 'joined':
    case 'birthday':
      return event.on === happened.on;
    case 'level_up':
      return event.on === 'level_up' && event.level === happened.level;
    case 'paid':
      return event.on === 'paid' && happened.paidFen >= event.atLeastFen;
    case 'streak':
      return event.on === 'streak' && event.days === happened.days;
  }
}

/** Expires coupons whose time is over, a batch at a time; answers how many. */
export async function expireCoupons({ db, shop, nowMs }: World): Promise<number> {
  return transact(db, (tx) => expireRows(tx, shop.shopId, nowMs, expiredAtOnce));
}

/**
 * Tells members of coupons that end soon, once each and all of a member's in one notice: also those that end a
 * day later, so that she is told once a day at most. Answers how many members were told.
 */
export async function remindOfEnding(world: World): Promise<number> {
  const { db, shop, nowMs } = world;
  const { shopId, settings, offsetMinutes } = shop;
  const soonMs = nowMs + settings.remindBeforeMs;
  return transact(db, async (tx) => {
    const due = await findToRemind(tx, shopId, { nowMs, soonMs, limit: remindedAtOnce });
    for (const memberId of due) {
      const until = { nowMs, untilMs: soonMs + day };
      const { coupons, firstEndsAt } = await markReminded(tx, { shopId, memberId }, until);
      if (coupons === 0) continue;
      // An end at midnight is read as the minute before it.
      const ends = clockText(firstEndsAt - 1, offsetMinutes);
      await tellMember(world, tx, {
        memberId,
        kind: 'coupon_ending',
        title: '优惠券即将到期',
        body: `您有 ${coupons} 张优惠券即将到期，最早的一张有效至 ${ends}`,
        orderId: null,
      });
      const payload: Events['coupons.ending'] = { memberId, coupons, endsAt: firstEndsAt };
      await announce(tx, { shopId, name: 'coupons.ending', payload, nowMs });
    }
    return due.length;
  });
}

/**
 * Gives coupons to members on their birthday in the shop's zone, so many at a time in the order of their ids;
 * answers how many were gone through. Those born on 29 February have theirs on the 28th of common years. A timer
 * that stood still takes up the days that it missed, three at most.
 */
export async function giveBirthdays(world: World): Promise<number> {
  const { db, shop, nowMs } = world;
  let done = 0;
  for (const { batchId, giving, name } of await listOpenBatches(db, shop.shopId, 'event', nowMs)) {
    if (giving.by !== 'event' || giving.event.on !== 'birthday') continue;
    done += await giveBatch(world, { batchId, name }, birthdaysAtOnce - done);
    if (done >= birthdaysAtOnce) break;
  }
  return done;
}

async function giveBatch(
  world: World,
  { batchId, name }: { batchId: string; name: string },
  limit: number,
): Promise<number> {
  const { db, shop } = world;
  const turn = nextTurn(world, await findBirthdays(db, shop.shopId, batchId));
  if (turn === null) return 0;
  const born = await bornOn(world, { ...turn, limit });
  for (const memberId of born)
    await giveOnBirthday(world, { batchId, name, memberId, year: turn.day.slice(0, 4) });
  // Where it stopped is saved after: whoever is gone through twice is given once.
  await saveBirthdays(db, {
    ...{ shopId: shop.shopId, batchId, day: turn.day },
    afterId: born[born.length - 1] ?? turn.afterId,
    done: born.length < limit,
  });
  return born.length;
}

/** Whose turn is next: those of a day after a member; null when today's are done. A batch begins with today. */
function nextTurn(
  { shop, nowMs }: World,
  before: { day: string; afterId: string | null; done: boolean } | undefined,
): { day: string; afterId: string | null } | null {
  const dayAt = (atMs: number) => dayOf(atMs, shop.offsetMinutes);
  const today = dayAt(nowMs);
  const first = dayAt(nowMs - (birthdayDays - 1) * day);
  if (before === undefined) return { day: today, afterId: null };
  if (before.day < first) return { day: first, afterId: null };
  if (!before.done) return before;
  if (before.day >= today) return null;
  return { day: dayOf(Date.parse(before.day) + day, 0), afterId: null };
}

/** One member's fault keeps nobody else from her coupon. */
async function giveOnBirthday(
  world: World,
  {
    name,
    memberId,
    batchId,
    year,
  }: { name: string; memberId: string; batchId: string; year: string },
): Promise<void> {
  try {
    await transact(world.db, async (tx) => {
      const wanted = { batchId, memberId, source: 'birthday' as const, cause: year };
      const { outcome } = await giveCoupon(world, tx, wanted);
      if (outcome === 'given') await tellOfCoupons(world, tx, { memberId, names: [name] });
    });
  } catch (fault) {
    const reason = fault instanceof Error ? fault.message : String(fault);
    world.log.error('coupon.birthday_not_given', { batch: batchId, reason });
  }
}
