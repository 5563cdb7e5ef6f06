import { missingText } from '../../../promotions/rules/measure';
import { nextOff } from '../../../promotions/rules/off';
import { nextRate } from '../../../promotions/rules/rate';
import { nextGift } from '../../../promotions/rules/gift';
import type { Further, Unused } from '../quoted';
import { sideMeasure } from '../search/gifts';
import type { Found } from '../search/leaf';
import type { Plan } from '../search/plan';
import { measure } from '../search/sums';
import { whyNotCoupon } from './why-coupon';
import { whyNotPromotion } from './why-promotion';
import type { Told, Why } from './words';

/**
 * Every promotion and coupon of the facts that is not used, with the reason; and activities that are used but
 * not for all of their goods in the cart.
 */
export function unusedOf(told: Told): Unused[] {
  const { facts, plan, found } = told;
  const used = usedIds(plan, found);
  const promotions = facts.promotions.flatMap((promotion) => {
    const { promotionId, name } = promotion;
    const overran = plan.priced.overruns.some((each) => each.promotion === promotion);
    if (used.has(promotionId) && !overran) return [];
    const why = whyNotPromotion(promotion, told);
    return [unused({ ruleId: promotionId, of: 'promotion', name }, why)];
  });
  const coupons = facts.coupons.flatMap((coupon) => {
    const { couponId, name } = coupon;
    if (used.has(couponId)) return [];
    return [unused({ ruleId: couponId, of: 'coupon', name }, whyNotCoupon(coupon, told))];
  });
  return [...promotions, ...coupons];
}

function unused(
  which: Pick<Unused, 'ruleId' | 'of' | 'name'>,
  { code, say, missing }: Why,
): Unused {
  return {
    ...which,
    code,
    say,
    shortFen: missing?.shortFen ?? null,
    shortPieces: missing?.shortPieces ?? null,
    worthFen: missing?.worthFen ?? null,
  };
}

function usedIds(plan: Plan, found: Found): ReadonlySet<string> {
  const promotions = [
    ...plan.lines.map((line) => line.rule),
    ...found.afterTiers.applied.map((applied) => applied.promotion),
    ...found.gifts.filter((gift) => gift.skipped === null).map((gift) => gift.promotion),
    found.freedBy,
  ];
  const coupons = [found.coupon, found.freightCoupon].map((used) => used?.rule.coupon.couponId);
  return new Set(
    [...promotions.map((each) => each?.promotionId), ...coupons].flatMap((id) => id ?? []),
  );
}

/** The next tier of each order promotion that is used, by what step 2 left of the lines that it covers. */
export function furtherOf({ plan, found }: Told): Further[] {
  const { lines } = plan;
  const tiers = found.afterTiers.applied.map(({ promotion, weighs }) => {
    const { terms } = promotion;
    if (terms.kind !== 'off' && terms.kind !== 'rate') return null;
    const goods = measure(lines, found.afterSets.stillFen, weighs);
    const next = terms.kind === 'off' ? nextOff(terms, goods) : nextRate(terms, goods);
    return { promotion, next };
  });
  const gifts = found.gifts.map(({ promotion }) => {
    const rule = plan.gifts.rules.find((each) => each.promotion === promotion);
    if (rule === undefined) return null;
    const goods = sideMeasure(rule, found.afterSets, lines);
    return { promotion, next: nextGift(rule.terms, goods) };
  });
  return [...tiers, ...gifts].flatMap((each) => {
    if (each === null || each.next === null) return [];
    const { promotion, next } = each;
    return [
      {
        ruleId: promotion.promotionId,
        name: promotion.name,
        say: `还差 ${missingText(next)}`,
        shortFen: next.shortFen,
        shortPieces: next.shortPieces,
        worthFen: next.worthFen,
      },
    ];
  });
}
