import { percentOff } from '../../../coupons/rules/percent';
import { givesText } from '../../../coupons/rules/text';
import { whyNotUsable } from '../../../coupons/rules/usable';
import type { Coupon } from '../../../coupons/schema';
import { missingTo } from '../../../promotions/rules/measure';
import { scopeOf } from '../../../promotions/rules/scope';
import { eligibleFen, type CouponRule } from '../search/coupons';
import type { Plan } from '../search/plan';
import { betterOffer, short, wrongGoods, type Told, type Why } from './words';

/** Why a coupon that is not used is not. */
export function whyNotCoupon(coupon: Coupon, told: Told): Why {
  const objection = whyNotUsable(coupon, told.facts.nowMs);
  if (objection !== null) return objection;
  const rule = told.plan.all.coupons.find((each) => each.coupon === coupon);
  if (rule === undefined) return betterOffer;
  const goods = whyNotGoods(rule, told);
  if (goods !== null) return goods;
  const freight = coupon.terms.kind === 'freight';
  if (freight && told.plan.road.regionCode === null) return { code: 'no_freight', say: '暂无运费' };
  if (freight && (told.found.freightFen === 0 || told.found.freedBy !== null))
    return { code: 'no_freight', say: '已免运费' };
  const { couponId, freightCouponId } = told.facts.choice;
  const chosen = freight ? freightCouponId : couponId;
  const used = freight ? told.found.freightCoupon : told.found.coupon;
  if (chosen === null || (chosen !== undefined && chosen === used?.rule.coupon.couponId))
    return { code: 'not_chosen', say: '未选择此券' };
  return betterOffer;
}

/** No goods for it, none that take a coupon, or too little of them. */
function whyNotGoods(rule: CouponRule, { plan, found }: Told): Why | null {
  const { coupon, places } = rule;
  if (places.length === 0) return whyNoPlaces(coupon, plan);
  const sums = found.afterTiers;
  if (places.every((at) => sums.barred[at] === true))
    return { code: 'not_together', say: '不与已选优惠同享' };
  const amountFen = eligibleFen(rule, sums);
  const atLeast = Math.max(1, coupon.thresholdFen);
  if (amountFen >= atLeast) return null;
  const gain = { worthFen: worthAt(coupon, atLeast), gain: givesText(coupon.terms) };
  return short(missingTo({ by: 'amount', atLeast }, { amountFen, pieces: 0 }, gain));
}

function whyNoPlaces(coupon: Coupon, { lines }: Plan): Why {
  const within = scopeOf(coupon.scope);
  const inScope = lines.filter(({ goods, unitFrom }) => unitFrom !== 'add_on' && within(goods));
  if (inScope.length === 0) return wrongGoods;
  const flash = inScope.every(({ unitFrom }) => unitFrom === 'flash');
  return { code: 'activity_goods', say: `${flash ? '秒杀' : '活动'}商品不可用券` };
}

/** What a coupon takes off when its goods just reach the threshold, in fen; null where that is not known. */
function worthAt({ terms }: Coupon, amountFen: number): number | null {
  if (terms.kind === 'fixed') return Math.min(terms.offFen, amountFen);
  if (terms.kind === 'percent') return percentOff(terms, amountFen);
  return terms.kind === 'freight' ? terms.offFen : null;
}
