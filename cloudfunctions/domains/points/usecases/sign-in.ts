import type { z } from 'zod';
import { dayOf } from '../../../kit/time';
import { transact } from '../../../platform/database';
import { announce } from '../../../platform/outbox';
import type { Context, Events, Tx } from '../../registry';
import { monthBounds, pointsEnd } from '../rules/calendar';
import { bonusesAhead, bonusText, signInGives, signInsAhead, streakOn } from '../rules/sign-in';
import type { ShowMonth, SignedIn, SignInMonth } from '../schema';
import { givePoints, settleEnded } from '../store/ledger';
import { addSignIn, findLastSignIn, listSignIns } from '../store/sign-ins';

/** A row of the coming days on the phone. */
const daysAhead = 7;

/**
 * I sign in for today, by the shop's calendar. A second time on the same day, or at once from another phone, gives
 * the same answer and nothing more.
 */
export async function signIn(context: Context): Promise<z.input<typeof SignedIn>> {
  const { db, shop, caller, nowMs } = context;
  const whose = { shopId: shop.shopId, memberId: caller.memberId };
  const today = dayOf(nowMs, shop.offsetMinutes);
  return transact(db, async (tx) => {
    const balance = await settleEnded(tx, whose, nowMs);
    const last = await findLastSignIn(tx, whose);
    if (last?.day === today) {
      const { bonus } = signInGives(last.streak, shop.settings.points);
      const { points, streak } = last;
      return { points, streak, balance, again: true, bonus: bonusText(streak, bonus) };
    }
    const streak = streakOn(today, last) + 1;
    const { points, bonus } = signInGives(streak, shop.settings.points);
    await addSignIn(tx, { ...whose, day: today, streak, points: points + bonus, signedAt: nowMs });
    await give(context, tx, { cause: 'sign_in', points, day: today });
    await give(context, tx, { cause: 'streak', points: bonus, day: today });
    const payload: Events['points.signedIn'] = { memberId: caller.memberId, streak, day: today };
    await announce(tx, { shopId: shop.shopId, name: 'points.signedIn', payload, nowMs });
    return {
      points: points + bonus,
      streak,
      balance: balance + points + bonus,
      again: false,
      bonus: bonusText(streak, bonus),
    };
  });
}

async function give(
  { shop, caller, nowMs }: Context,
  tx: Tx,
  { cause, points, day }: { cause: string; points: number; day: string },
): Promise<void> {
  const endsAt = pointsEnd(nowMs, shop.offsetMinutes, shop.settings.points.endAfterYears);
  const whose = { shopId: shop.shopId, memberId: caller.memberId };
  await givePoints(tx, whose, { points, endsAt, cause, causeId: day, nowMs });
}

/** A month of my sign-ins, my streak today, and what the coming days give. */
export async function showMonth(
  { db, shop, caller, nowMs }: Context,
  input: ShowMonth,
): Promise<z.input<typeof SignInMonth>> {
  const whose = { shopId: shop.shopId, memberId: caller.memberId };
  const terms = shop.settings.points;
  const today = dayOf(nowMs, shop.offsetMinutes);
  const month = input.month ?? today.slice(0, 7);
  const [days, last] = await Promise.all([
    listSignIns(db, whose, monthBounds(month)),
    findLastSignIn(db, whose),
  ]);
  const streak = streakOn(today, last);
  const coming = signInsAhead(streak, daysAhead, terms);
  return {
    month,
    today,
    days,
    streak,
    signedToday: last?.day === today,
    nextPoints: coming[0] ?? 0,
    coming,
    bonuses: bonusesAhead(streak, terms),
  };
}
