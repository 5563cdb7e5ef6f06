import { startOfMonth } from '../../../kit/time';
import type { Tx, World } from '../../registry';
import { pointsEnd } from '../rules/calendar';
import { earnBpOf, growthEarned, pointsEarned } from '../rules/earn';
import { countGiven, givePoints, settleEnded, wasReferred } from '../store/ledger';
import { accountOf } from './account';
import { grow } from './grow';

/** Gives points that end as the shop says, once per cause; answers whether they are new. */
export async function earn(
  { shop, nowMs }: Pick<World, 'shop' | 'nowMs'>,
  tx: Tx,
  earned: { memberId: string; points: number; cause: string; causeId: string },
): Promise<boolean> {
  const { memberId, points, cause, causeId } = earned;
  const endsAt = pointsEnd(nowMs, shop.offsetMinutes, shop.settings.points.endAfterYears);
  const whose = { shopId: shop.shopId, memberId };
  return givePoints(tx, whose, { points, endsAt, cause, causeId, nowMs });
}

/**
 * An order completed: its goods earn points by the member's level as it was before them, and growth by the yuan.
 * Once per order.
 */
export async function earnForOrder(
  world: World,
  tx: Tx,
  order: { orderId: string; memberId: string; goodsPaidFen: number },
): Promise<void> {
  const { orderId, memberId, goodsPaidFen } = order;
  const { level } = await accountOf(world, tx, memberId);
  const points = pointsEarned(goodsPaidFen, earnBpOf(world.shop.settings, level));
  const because = { memberId, cause: 'order', causeId: orderId };
  await earn(world, tx, { ...because, points });
  await grow(world, tx, { ...because, growth: growthEarned(goodsPaidFen) });
}

/** A member's profile is finished; once in her life. */
export async function earnForProfile(world: World, tx: Tx, memberId: string): Promise<void> {
  const points = world.shop.settings.points.profile;
  await earn(world, tx, { memberId, points, cause: 'profile', causeId: 'profile' });
}

/** A member wrote a review; once per review. */
export async function earnForReview(
  world: World,
  tx: Tx,
  review: { reviewId: string; memberId: string },
): Promise<void> {
  const points = world.shop.settings.points.review;
  const { memberId, reviewId } = review;
  await earn(world, tx, { memberId, points, cause: 'review', causeId: reviewId });
}

/**
 * A member whom somebody referred completed her first order: the referrer earns, once per referred member whoever
 * referred her, never for herself, and so many times in a month of the shop at most. Answers whether she did.
 */
export async function earnForReferral(
  world: World,
  tx: Tx,
  { referrerId, referredId }: { referrerId: string; referredId: string },
): Promise<boolean> {
  const { shop, nowMs } = world;
  const { referral, referralsPerMonth } = shop.settings.points;
  if (referrerId === referredId) return false;
  await lockBoth(world, tx, [referrerId, referredId]);
  if (await wasReferred(tx, shop.shopId, referredId)) return false;
  const month = { cause: 'referral', fromMs: startOfMonth(nowMs, shop.offsetMinutes) };
  const whose = { shopId: shop.shopId, memberId: referrerId };
  if ((await countGiven(tx, whose, month)) >= referralsPerMonth) return false;
  const because = { memberId: referrerId, cause: 'referral', causeId: referredId };
  return earn(world, tx, { ...because, points: referral });
}

/** Two accounts, in the order of their members, so that two who refer each other do not wait for each other. */
async function lockBoth(
  { shop, nowMs }: Pick<World, 'shop' | 'nowMs'>,
  tx: Tx,
  memberIds: readonly string[],
): Promise<void> {
  for (const memberId of [...memberIds].sort())
    await settleEnded(tx, { shopId: shop.shopId, memberId }, nowMs);
}
