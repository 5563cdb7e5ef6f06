import { opensAddOn } from '../../../promotions/rules/add-on';
import type { Choice } from '../facts';
import { couponOff, type CouponRule } from './coupons';
import { giftsAt, sideMeasure } from './gifts';
import {
  bestCoupons,
  forPoints,
  isIdle,
  leastFreight,
  type Decided,
  type Fixed,
  type Found,
} from './leaf';
import type { Plan } from './plan';
import { leastLeft, pointsFor } from './purse';
import { applySet, setsMost } from './sets';
import { spread, type Sums } from './sums';
import { tierRoom, type TierRoom } from './tiers';

/** A search that has looked at so many cases gives the best it knows, and says that it has no proof. */
export const mostCases = 20_000;

/** The best combination, whether that is proved, and how many cases were looked at. */
export interface Searched {
  found: Found;
  proved: boolean;
  cases: number;
}

interface Hunt {
  plan: Plan;
  fixed: Fixed;
  best: Found | null;
  cases: number;
}

/**
 * The allowed combination with the lowest payable, then the most points left, then the coupons that end first.
 * Branch and bound: sets are decided in the order in which they apply, then order promotions, then coupons.
 * What is undecided is bounded by what it could give at most; a case whose bound is not better than the best
 * known combination is not looked into. A coupon that the shopper chose is used whenever some combination can
 * use it; when none can, it is as if she had left it open.
 */
export function search(plan: Plan, choice: Pick<Choice, 'couponId' | 'freightCouponId'>): Searched {
  const fixed: Fixed = {
    coupon: fixedOf(choice.couponId, plan.coupons),
    freightCoupon: fixedOf(choice.freightCouponId, plan.freightCoupons),
  };
  let hunt = huntWith(plan, fixed, 0);
  if (hunt.best === null) hunt = huntWith(plan, { ...fixed, freightCoupon: undefined }, hunt.cases);
  const found = hunt.best ?? huntEmpty(plan);
  return { found, proved: hunt.best !== null && hunt.cases <= mostCases, cases: hunt.cases };
}

function fixedOf(couponId: string | null | undefined, rules: readonly CouponRule[]) {
  if (couponId === null || couponId === undefined) return couponId;
  return rules.find(({ coupon }) => coupon.couponId === couponId);
}

function huntWith(plan: Plan, fixed: Fixed, cases: number): Hunt {
  const hunt: Hunt = { plan, fixed, best: null, cases };
  huntSets(hunt, 0, plan.first, roomOf(plan, plan.first));
  return hunt;
}

/** Nothing but unit prices: there is always this. */
function huntEmpty(plan: Plan): Found {
  const none: Fixed = { coupon: null, freightCoupon: null };
  const { first } = plan;
  const gifts = giftsAt(plan.gifts, first, plan.lines);
  const found = bestCoupons(plan, none, { afterSets: first, afterTiers: first, gifts }, null);
  if (found === null) throw new Error('a cart without offers has a price');
  return found;
}

const roomOf = (plan: Plan, sums: Sums) => tierRoom(plan.tiers, plan.lines, sums);

/** Counts a case; false when there were too many. */
function looks(hunt: Hunt): boolean {
  hunt.cases += 1;
  return hunt.cases <= mostCases;
}

function huntSets(hunt: Hunt, next: number, sums: Sums, room: TierRoom): void {
  const { plan } = hunt;
  if (!looks(hunt) || !keepsAddOns(plan, sums)) return;
  if (!mayBeBetter(hunt, sums, setsMost(plan.sets, next, sums) + room.most(0, []))) return;
  const rule = plan.sets[next];
  if (rule === undefined) {
    const gifts = giftsAt(plan.gifts, sums, plan.lines);
    huntTiers(hunt, { afterSets: sums, afterTiers: sums, gifts }, { room, next: 0, taken: [] });
    return;
  }
  const deal = rule.deal(sums);
  if (deal !== null) {
    const then = applySet(sums, rule, deal, plan.lines);
    // What order promotions could give before the set bounds what they can after it, and is known already.
    if (mayBeBetter(hunt, then, setsMost(plan.sets, next + 1, then) + room.most(0, [])))
      huntSets(hunt, next + 1, then, roomOf(plan, then));
  }
  huntSets(hunt, next + 1, sums, room);
}

/** 加价购 that is wanted must stay open; sums only fall, so what is closed stays closed. */
function keepsAddOns({ addOns, lines }: Plan, sums: Sums): boolean {
  return addOns.kept.every((rule) => opensAddOn(rule.terms, sideMeasure(rule, sums, lines)));
}

interface AtTier {
  room: TierRoom;
  next: number;
  /** Classes of lines that an order promotion has taken. */
  taken: readonly boolean[];
}

function huntTiers(hunt: Hunt, decided: Decided, { room, next, taken }: AtTier): void {
  const { plan } = hunt;
  const rule = plan.tiers[next];
  if (rule === undefined) {
    hunt.best = bestCoupons(plan, hunt.fixed, decided, hunt.best);
    return;
  }
  const goods = room.measure(next, taken);
  const offFen = rule.offOf(goods);
  if (offFen > 0 && offFen <= rule.leftFen) {
    const after = [...taken];
    const places: number[] = [];
    for (const at of room.members[next] ?? []) {
      if (taken[at] !== true) places.push(...(room.classes[at]?.places ?? []));
      after[at] = true;
    }
    places.sort((a, b) => a - b);
    const weights = places.map((at) => decided.afterTiers.stillFen[at] ?? 0);
    const afterTiers = spread(decided.afterTiers, rule.promotion, offFen, { places, weights });
    tryTiers(hunt, { ...decided, afterTiers }, { room, next: next + 1, taken: after });
  }
  tryTiers(hunt, decided, { room, next: next + 1, taken });
}

function tryTiers(hunt: Hunt, decided: Decided, at: AtTier): void {
  if (!looks(hunt)) return;
  if (mayBeBetter(hunt, decided.afterTiers, at.room.most(at.next, at.taken)))
    huntTiers(hunt, decided, at);
}

/**
 * Whether sums from which at most `restFen` more is taken off before coupons could still make a better
 * combination than the best known. Of equal payables and points, only one with coupons that end earlier is.
 */
function mayBeBetter(hunt: Hunt, sums: Sums, restFen: number): boolean {
  const { plan, fixed, best } = hunt;
  const roadFen = leastFreight(plan, fixed, sums);
  const compare = (mostRank: number): number => {
    const couponFen = couponMost(hunt, sums, mostRank);
    if (couponFen === null) return 1;
    if (fixed.freightCoupon && isIdle(plan, fixed.freightCoupon, sums, restFen + couponFen))
      return 1;
    if (best === null) return -1;
    const goodsFen = Math.max(0, sums.totalFen - restFen - couponFen);
    const payableFen = leastLeft(plan.purse, goodsFen) + roadFen;
    return (
      payableFen - best.payableFen || leastPoints(plan, sums, restFen + couponFen) - best.points
    );
  };
  const now = compare(Infinity);
  if (now !== 0 || best === null) return now < 0;
  if (best.couponRank < 0 && best.freightRank < 0) return false;
  return compare(best.freightRank < 0 ? best.couponRank - 1 : best.couponRank) <= 0;
}

function leastPoints(plan: Plan, sums: Sums, offFen: number): number {
  if (plan.purse.wanted === 0) return 0;
  return pointsFor(plan.purse, Math.max(0, forPoints(plan, sums.stillFen) - offFen));
}

/**
 * The most that a coupon up to a rank takes off these sums, in fen; less once more is taken off them. Null when
 * the coupon that is fixed cannot be used, or none is allowed.
 */
function couponMost({ plan, fixed }: Hunt, sums: Sums, mostRank: number): number | null {
  if (fixed.coupon === null) return 0;
  if (fixed.coupon !== undefined) {
    const offFen = fixed.coupon.rank > mostRank ? 0 : couponOff(fixed.coupon, sums);
    return offFen > 0 ? offFen : null;
  }
  let most = 0;
  for (const rule of plan.coupons) {
    if (rule.mostFen <= most) break;
    if (rule.rank <= mostRank) most = Math.max(most, couponOff(rule, sums));
  }
  return most;
}
