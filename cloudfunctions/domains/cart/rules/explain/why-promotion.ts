import { nextBundle } from '../../../promotions/rules/bundle';
import { goesThere, nextFreeFreight } from '../../../promotions/rules/free-freight';
import { memberPrice } from '../../../promotions/rules/member';
import { nextNth } from '../../../promotions/rules/nth';
import { nextOff } from '../../../promotions/rules/off';
import { nextRate } from '../../../promotions/rules/rate';
import { scopeOf } from '../../../promotions/rules/scope';
import { whyNotRunning } from '../../../promotions/rules/standing';
import type { TermsOf } from '../../../promotions/rules/terms';
import type { Promotion } from '../../../promotions/schema/promotion';
import type { Found } from '../search/leaf';
import type { Plan } from '../search/plan';
import { measure } from '../search/sums';
import { betterOffer, short, wrongGoods, type Told, type Why } from './words';
import { whyNoAddOn, whyNoGift } from './why-side';

const budgetGone: Why = { code: 'used_up', say: '优惠额度不足' };
const activityGoods: Why = { code: 'activity_goods', say: '活动商品不参与其他优惠' };
const notTogether: Why = { code: 'not_together', say: '不与已选优惠同享' };
const betterPrice: Why = { code: 'better_price', say: '已享更低价' };

/** Why a promotion that is not used is not. */
export function whyNotPromotion(promotion: Promotion, told: Told): Why {
  const { nowMs, buyer } = told.facts;
  const objection = whyNotRunning(promotion, nowMs, buyer);
  if (objection !== null) return objection;
  const { terms } = promotion;
  switch (terms.kind) {
    case 'flash':
    case 'exchange':
      return whyNoActivity(promotion, terms, told);
    case 'timed':
    case 'member':
      return whyNoCut(promotion, told);
    case 'bundle':
    case 'nth':
      return whyNoSet(promotion, terms, told);
    case 'off':
    case 'rate':
      return whyNoTier(promotion, terms, told);
    case 'gift':
      return whyNoGift(promotion, told);
    case 'add_on':
      return whyNoAddOn(promotion, told);
    case 'free_freight':
      return whyNoFreeFreight(promotion, terms, told);
  }
}

function whyNoActivity(
  promotion: Promotion,
  terms: TermsOf<'flash'> | TermsOf<'exchange'>,
  { plan, facts }: Told,
): Why {
  const skus = new Set(terms.goods.map((goods) => goods.skuId));
  const lines = plan.priced.lines.filter((line) => skus.has(line.goods.skuId));
  const overrun = plan.priced.overruns.find((each) => each.promotion === promotion);
  if (lines.length === 0) return wrongGoods;
  if (overrun !== undefined) return { code: overrun.over.code, say: overrun.over.say };
  if (terms.kind === 'exchange' && facts.choice.exchangeId !== promotion.promotionId)
    return { code: 'not_chosen', say: '可用积分兑换' };
  return betterPrice;
}

function whyNoCut(promotion: Promotion, { plan, facts }: Told): Why {
  const { terms } = promotion;
  const within = scopeOf(promotion.scope);
  const lines = plan.priced.lines.filter((line) => within(line.goods));
  const level = facts.buyer?.level ?? null;
  if (lines.length === 0) return wrongGoods;
  if (terms.kind === 'member' && memberPrice(terms, level, 1) === null)
    return { code: 'not_for_you', say: level === null ? '登录后可享会员价' : '您的会员等级不适用' };
  if (plan.priced.overBudget.has(promotion)) return budgetGone;
  const ordinary = lines.some(({ unitFrom }) => unitFrom !== 'flash' && unitFrom !== 'exchange');
  return ordinary ? betterPrice : activityGoods;
}

function whyNoSet(
  promotion: Promotion,
  terms: TermsOf<'bundle'> | TermsOf<'nth'>,
  { plan, found }: Told,
): Why {
  const { first, lines } = plan;
  const rule = plan.all.sets.find((each) => each.promotion === promotion);
  if (rule === undefined || rule.places.length === 0) return barredOr(wrongGoods, promotion, plan);
  const units = rule.places.map((at) => ({
    productId: lines[at]?.goods.productId ?? '',
    unitFen: lines[at]?.unitFen ?? 0,
  }));
  const open = rule.places.map((at) => first.open[at] ?? 0);
  const missing =
    terms.kind === 'bundle' ? nextBundle(terms, units, open) : nextNth(terms, units, open);
  if (missing !== null) return short(missing);
  if (rule.deal(first) === null) return rule.most(first) > 0 ? budgetOr(promotion) : betterPrice;
  return leftOut(promotion, rule.places, found);
}

/** Where there is a limit in fen, it is what stands in the way. */
function budgetOr({ standing }: Promotion): Why {
  return standing.leftFen === null ? betterPrice : budgetGone;
}

function whyNoTier(
  promotion: Promotion,
  terms: TermsOf<'off'> | TermsOf<'rate'>,
  { plan, found }: Told,
): Why {
  const rule = plan.all.tiers.find((each) => each.promotion === promotion);
  if (rule === undefined || rule.places.length === 0) return barredOr(wrongGoods, promotion, plan);
  const { closed, touched, stillFen } = found.afterSets;
  const open = rule.places.filter(
    (at) => closed[at] !== true && (promotion.withPromotions || touched[at] !== true),
  );
  const goods = measure(plan.lines, stillFen, open);
  const offFen = rule.offOf(goods);
  if (offFen > rule.leftFen) return budgetGone;
  // Where sets leave it too little of goods that would have been enough, more of them is not what is missing.
  const was = rule.offOf(measure(plan.lines, plan.first.stillFen, rule.places));
  const kept = open.length < rule.places.length && was > 0;
  if (offFen > 0 || kept) return leftOut(promotion, rule.places, found);
  const missing = terms.kind === 'off' ? nextOff(terms, goods) : nextRate(terms, goods);
  return missing === null ? betterPrice : short(missing);
}

/** Whether the goods in scope are all of an activity that takes no other promotion. */
function barredOr(otherwise: Why, { scope, terms }: Promotion, { lines }: Plan): Why {
  const within =
    terms.kind === 'bundle'
      ? (goods: { productId: string }) =>
          terms.items.some((item) => item.productId === goods.productId)
      : scopeOf(scope);
  return lines.some(({ goods, unitFrom }) => unitFrom !== 'add_on' && within(goods))
    ? activityGoods
    : otherwise;
}

/** It would take something off, but what was chosen leaves it none of its lines, or is simply better. */
function leftOut(promotion: Promotion, places: readonly number[], { afterTiers }: Found): Why {
  const keptOut = (at: number) =>
    afterTiers.closed[at] === true ||
    (!promotion.withPromotions && afterTiers.touched[at] === true);
  return places.every(keptOut) ? notTogether : betterOffer;
}

function whyNoFreeFreight(
  promotion: Promotion,
  terms: TermsOf<'free_freight'>,
  { plan, found }: Told,
): Why {
  const { regionCode } = plan.road;
  const within = scopeOf(promotion.scope);
  const places = plan.lines.flatMap((line, at) => (within(line.goods) ? [at] : []));
  if (places.length === 0) return wrongGoods;
  const missing = nextFreeFreight(terms, measure(plan.lines, found.stillFen, places));
  if (missing !== null) return short(missing);
  if (regionCode === null) return { code: 'no_freight', say: '暂无运费' };
  if (!goesThere(terms, regionCode)) return { code: 'not_for_you', say: '该地区不包邮' };
  if (found.freightFen === 0) return { code: 'no_freight', say: '已免运费' };
  return found.freightFen > (promotion.standing.leftFen ?? Infinity) ? budgetGone : betterOffer;
}
