import { dearestUnit } from '../../../coupons/rules/exchange';
import { fixedOff } from '../../../coupons/rules/fixed';
import { percentOff } from '../../../coupons/rules/percent';
import type { Coupon } from '../../../coupons/schema';
import { scopeOf } from '../../../promotions/rules/scope';
import type { CartLine } from '../unit-prices';
import { shareOut, type Sums } from './sums';

/** A coupon on the lines of a cart. */
export interface CouponRule {
  coupon: Coupon;
  /** Among coupons that end one after the other: the lower goes first. */
  rank: number;
  /** The lines in its scope that take coupons, as far as their unit prices say. */
  places: readonly number[];
  quantities: readonly number[];
  /** What it takes off the cart before steps 2 and 3, in fen, which is never less than after them; 0 for freight. */
  mostFen: number;
}

/** A coupon on the lines of a cart. */
export function couponRule(coupon: Coupon, rank: number, cart: Untouched): CouponRule {
  const within = scopeOf(coupon.scope);
  const places = cart.lines.flatMap((line, at) =>
    line.takesCoupons && within(line.goods) ? [at] : [],
  );
  const quantities = cart.lines.map((line) => line.goods.quantity);
  const rule = { coupon, rank, places, quantities, mostFen: 0 };
  return { ...rule, mostFen: couponOff(rule, cart.first) };
}

/** A cart before steps 2 and 3. */
export interface Untouched {
  lines: readonly CartLine[];
  first: Sums;
}

/** What its eligible lines still cost after step 3, in fen. */
export function eligibleFen({ places }: CouponRule, { stillFen, barred }: Sums): number {
  let sum = 0;
  for (const at of places) if (barred[at] !== true) sum += stillFen[at] ?? 0;
  return sum;
}

/** Whether its threshold is reached. Less to pay and more barred lines only ever take a coupon further off. */
export function reaches(rule: CouponRule, sums: Sums): boolean {
  const goodsFen = eligibleFen(rule, sums);
  return goodsFen > 0 && goodsFen >= rule.coupon.thresholdFen;
}

/** What a coupon for goods takes off, in fen; 0 when it cannot be used. */
export function couponOff(rule: CouponRule, sums: Sums): number {
  const { terms, thresholdFen } = rule.coupon;
  const goodsFen = eligibleFen(rule, sums);
  if (goodsFen <= 0 || goodsFen < thresholdFen) return 0;
  if (terms.kind === 'fixed') return fixedOff(terms, goodsFen);
  if (terms.kind === 'percent') return percentOff(terms, goodsFen);
  return terms.kind === 'exchange' ? (dearest(rule, sums)?.fen ?? 0) : 0;
}

/** Its share by line: in proportion to what eligible lines still cost; 兑换券 all on the line of its unit. */
export function couponShares(rule: CouponRule, sums: Sums, offFen: number): number[] {
  const count = sums.stillFen.length;
  if (rule.coupon.terms.kind === 'exchange') {
    const shares = new Array<number>(count).fill(0);
    const unit = dearest(rule, sums);
    if (unit !== null) shares[unit.at] = unit.fen;
    return shares;
  }
  const places = rule.places.filter((at) => sums.barred[at] !== true);
  return shareOut(offFen, { places, weights: places.map((at) => sums.stillFen[at] ?? 0) }, count);
}

function dearest({ places, quantities }: CouponRule, { stillFen, barred }: Sums) {
  const open = places.filter((at) => barred[at] !== true);
  return dearestUnit(stillFen, quantities, open);
}
