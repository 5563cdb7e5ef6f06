import { dayOf } from '../../kit/time';
import { transact } from '../../platform/database';
import { announce } from '../../platform/outbox';
import { tellMember } from '../members/usecases/profile';
import type { Events, Tx, World } from '../registry';
import { birthdaysUntil } from './rules/calendar';
import { termsOf } from './rules/levels';
import {
  findBirthdays,
  findEnded,
  findLevelsOver,
  findUntold,
  lockAccounts,
  markTold,
} from './store/due';
import { settleEnded } from './store/ledger';
import { earn, earnForOrder, earnForProfile } from './usecases/earn';
import { endLevelLife } from './usecases/grow';

const batch = 100;
const mostBatches = 20;
/** Birthdays are looked for this far back, in case the timer stood still. */
const birthdayDays = 3;

/** Lets points end whose time is over; answers for how many members. */
export async function expirePoints(world: World): Promise<number> {
  const { db, shop, nowMs } = world;
  return inBatches(
    world,
    () => findEnded(db, shop.shopId, nowMs, batch),
    async (tx, memberId) => {
      await settleEnded(tx, { shopId: shop.shopId, memberId }, nowMs);
    },
  );
}

/** Tells members that points end soon: one notice each for all that do; answers how many were told. */
export async function remindEnding(world: World): Promise<number> {
  const { db, shop, nowMs } = world;
  const soon = { nowMs, untilMs: nowMs + shop.settings.remindBeforeMs };
  return inBatches(
    world,
    () => findUntold(db, shop.shopId, soon, batch),
    async (tx, memberId) => {
      const { points, endsAt } = await markTold(tx, { shopId: shop.shopId, memberId }, soon);
      if (points === 0) return;
      const lastDay = dayOf(endsAt - 1, shop.offsetMinutes);
      const body = `您有 ${points} 积分将在 ${lastDay} 后到期，可用于下单抵扣或兑换好礼`;
      const notice = { kind: 'points', title: '积分即将到期', body, orderId: null };
      await tellMember(world, tx, { memberId, ...notice });
      const payload: Events['points.ending'] = { memberId, points, endsAt };
      await announce(tx, { shopId: shop.shopId, name: 'points.ending', payload, nowMs });
    },
  );
}

/** Decides about levels whose life is over: kept, or one lower; answers how many. */
export async function endLevelLives(world: World): Promise<number> {
  const { db, shop, nowMs } = world;
  return inBatches(
    world,
    () => findLevelsOver(db, shop.shopId, nowMs, batch),
    async (tx, memberId) => {
      await endLevelLife(world, tx, memberId);
    },
  );
}

/** Gives members of levels that have it their birthday's points, once a year; answers to how many. */
export async function giveBirthdayPoints(world: World): Promise<number> {
  const { db, shop, nowMs } = world;
  const { levels } = shop.settings;
  const giving = levels.flatMap((terms, level) => (terms.birthdayPoints > 0 ? [level] : []));
  if (giving.length === 0) return 0;
  const days = birthdaysUntil(dayOf(nowMs, shop.offsetMinutes), birthdayDays);
  const due = { days, levels: giving, top: levels.length - 1 };
  const found = await findBirthdays(db, shop.shopId, due, batch);
  for (const { memberId, level, year } of found)
    await transact(db, async (tx) => {
      const points = termsOf(level, levels).birthdayPoints;
      if (!(await earn(world, tx, { memberId, points, cause: 'birthday', causeId: year }))) return;
      const body = `生日快乐，${points} 积分已送到您的账户`;
      const notice = { kind: 'points', title: '生日礼', body, orderId: null };
      await tellMember(world, tx, { memberId, ...notice });
    });
  return found.length;
}

/**
 * Works on members batch by batch, each batch in one transaction that locks their accounts first. A batch that
 * others work on is left to them; what is left over waits for the next tick.
 */
async function inBatches(
  { db, shop }: World,
  find: () => Promise<string[]>,
  work: (tx: Tx, memberId: string) => Promise<void>,
): Promise<number> {
  let done = 0;
  for (let turn = 0; turn < mostBatches; turn += 1) {
    const found = await find();
    const locked = await transact(db, async (tx) => {
      const mine = await lockAccounts(tx, shop.shopId, found);
      for (const memberId of mine) await work(tx, memberId);
      return mine.length;
    });
    done += locked;
    if (found.length < batch || locked === 0) break;
  }
  return done;
}

/** An order completed: its buyer earns. */
export async function afterCompleted(
  world: World,
  tx: Tx,
  completed: Events['orders.completed'],
): Promise<void> {
  await earnForOrder(world, tx, completed);
}

/** A member finished her profile: she earns. */
export async function afterProfiled(
  world: World,
  tx: Tx,
  { memberId }: Events['members.profiled'],
): Promise<void> {
  await earnForProfile(world, tx, memberId);
}
