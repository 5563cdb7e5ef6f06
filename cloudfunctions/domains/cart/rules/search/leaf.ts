import { freightOff } from '../../../coupons/rules/freight';
import type { Promotion } from '../../../promotions/schema/promotion';
import { couponOff, couponShares, reaches, type CouponRule } from './coupons';
import type { Given } from './gifts';
import type { Plan } from './plan';
import { leastLeft, pointsFor } from './purse';
import { measure, type Sums } from './sums';

/** What the shopper fixed: a coupon, none (null), or nothing (undefined: the best is taken). */
export interface Fixed {
  coupon: CouponRule | null | undefined;
  freightCoupon: CouponRule | null | undefined;
}

/** A combination with all that follows from it; amounts in fen. */
export interface Found {
  payableFen: number;
  points: number;
  /** Ranks of the coupons, -1 for none. */
  couponRank: number;
  freightRank: number;
  afterSets: Sums;
  afterTiers: Sums;
  gifts: readonly Given[];
  coupon: { rule: CouponRule; offFen: number; shares: readonly number[] } | null;
  /** What lines still cost after step 4. */
  stillFen: readonly number[];
  freightFen: number;
  freedBy: Promotion | null;
  freightCoupon: { rule: CouponRule; offFen: number } | null;
}

/** Sums that are decided up to step 3. */
export interface Decided {
  afterSets: Sums;
  afterTiers: Sums;
  gifts: readonly Given[];
}

/** The order of combinations: lowest payable, then most points left, then the coupons that end first. */
export function isBetter(one: Found, other: Found | null): boolean {
  if (other === null) return true;
  return (
    (one.payableFen - other.payableFen ||
      one.points - other.points ||
      one.couponRank - other.couponRank ||
      one.freightRank - other.freightRank) < 0
  );
}

/** The best coupons for sums that are decided up to step 3; `best` when none of them is better. */
export function bestCoupons(
  plan: Plan,
  fixed: Fixed,
  decided: Decided,
  best: Found | null,
): Found | null {
  let found = best;
  const sums = decided.afterTiers;
  const roadFen = leastFreight(plan, fixed, sums);
  for (const rule of choices(fixed.coupon, plan.coupons)) {
    const least = (offFen: number) =>
      leastLeft(plan.purse, Math.max(0, sums.totalFen - offFen)) + roadFen;
    if (rule !== null && found !== null && least(rule.mostFen) > found.payableFen) break;
    const offFen = rule === null ? 0 : couponOff(rule, sums);
    if (rule !== null && offFen <= 0) continue;
    if (found !== null && least(offFen) > found.payableFen) continue;
    const coupon =
      rule === null ? null : { rule, offFen, shares: couponShares(rule, sums, offFen) };
    const made = finish(plan, fixed, decided, coupon);
    if (made !== null && isBetter(made, found)) found = made;
  }
  return found;
}

function choices(
  fixed: CouponRule | null | undefined,
  all: readonly CouponRule[],
): readonly (CouponRule | null)[] {
  return fixed === undefined ? [null, ...all] : [fixed];
}

/** Steps 4 to 6; null when the freight coupon that is fixed has nothing to take off. */
function finish(plan: Plan, fixed: Fixed, decided: Decided, coupon: Found['coupon']): Found | null {
  const { stillFen: before } = decided.afterTiers;
  const stillFen =
    coupon === null ? before : before.map((fen, at) => fen - (coupon.shares[at] ?? 0));
  const given = decided.gifts.filter((gift) => gift.skipped === null);
  const freightFen = plan.road.freightFen(stillFen, given);
  const freedBy = freeing(plan, stillFen, freightFen);
  const leftFen = freedBy === null ? freightFen : 0;
  const freightCoupon = bestFreightCoupon(plan, fixed, decided.afterTiers, leftFen);
  if (freightCoupon === null && fixed.freightCoupon) return null;
  const points = pointsFor(plan.purse, forPoints(plan, stillFen));
  const goodsFen = stillFen.reduce((sum, fen) => sum + fen, 0);
  return {
    ...decided,
    payableFen: goodsFen - points * plan.purse.pointFen + leftFen - (freightCoupon?.offFen ?? 0),
    points,
    couponRank: coupon?.rule.rank ?? -1,
    freightRank: freightCoupon?.rule.rank ?? -1,
    coupon,
    stillFen,
    freightFen,
    freedBy,
    freightCoupon,
  };
}

/** What the goods that points may pay for still cost, in fen. */
export function forPoints({ lines }: Plan, stillFen: readonly number[]): number {
  return stillFen.reduce((sum, fen, at) => sum + (lines[at]?.takesPoints === true ? fen : 0), 0);
}

/** The first 包邮 that is reached by what goods still cost after step 4 and whose budget has as much left. */
function freeing(plan: Plan, stillFen: readonly number[], freightFen: number): Promotion | null {
  if (freightFen === 0) return null;
  const rule = plan.freeFreight.find(
    ({ places, frees, leftFen }) =>
      freightFen <= leftFen && frees(measure(plan.lines, stillFen, places)),
  );
  return rule?.promotion ?? null;
}

/** Of freight coupons that reach their threshold the one that takes off most; of equals the one that ends first. */
function bestFreightCoupon(plan: Plan, { freightCoupon }: Fixed, sums: Sums, freightFen: number) {
  let best: Found['freightCoupon'] = null;
  if (freightFen === 0) return best;
  for (const rule of choices(freightCoupon, plan.freightCoupons)) {
    if (rule === null || rule.coupon.terms.kind !== 'freight' || !reaches(rule, sums)) continue;
    const offFen = freightOff(rule.coupon.terms, freightFen);
    if (offFen > (best?.offFen ?? 0)) best = { rule, offFen };
  }
  return best;
}

/**
 * Whether a freight coupon can find nothing to take off any more, when at most `byFen` is still taken off the
 * goods: its threshold is out of reach, or freight stays free whatever gifts come.
 */
export function isIdle(plan: Plan, rule: CouponRule, sums: Sums, byFen: number): boolean {
  const { stillFen } = sums;
  if (!reaches(rule, sums) || plan.road.staysFree(stillFen, plan.mostGifts, byFen)) return true;
  return plan.freeFreight.some(({ places, frees, leftFen }) => {
    const { amountFen, pieces } = measure(plan.lines, stillFen, places);
    return leftFen === Infinity && frees({ amountFen: amountFen - byFen, pieces });
  });
}

/**
 * The least freight there can be once lines cost this or less, in fen: no gift weighs, 包邮 that is reached
 * now lasts, and so does the best freight coupon.
 */
export function leastFreight(plan: Plan, fixed: Fixed, sums: Sums): number {
  const { stillFen } = sums;
  const freightFen = plan.road.freightFen(stillFen, []);
  if (freightFen === 0) return 0;
  if (plan.freeFreight.some(({ places, frees }) => frees(measure(plan.lines, stillFen, places))))
    return 0;
  return freightFen - (bestFreightCoupon(plan, fixed, sums, freightFen)?.offFen ?? 0);
}
