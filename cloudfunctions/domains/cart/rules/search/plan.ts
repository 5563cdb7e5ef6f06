import { endsFirst, whyNotUsable } from '../../../coupons/rules/usable';
import { freesFreight, goesThere } from '../../../promotions/rules/free-freight';
import type { Measured } from '../../../promotions/rules/measure';
import { scopeOf } from '../../../promotions/rules/scope';
import { inOrder, whyNotRunning } from '../../../promotions/rules/standing';
import type { Promotion } from '../../../promotions/schema/promotion';
import type { QuoteFacts } from '../facts';
import { priceLines, type CartLine, type PricedLines } from '../unit-prices';
import { couponOff, couponRule, reaches, type CouponRule } from './coupons';
import { sideRules, wantedAddOns, type AddOns, type GiftTable, type SideRule } from './gifts';
import { purseOf, type Purse } from './purse';
import { roadOf, type Road } from './road';
import { setRule, type SetRule } from './sets';
import { firstSums, measure, type Sums } from './sums';
import { tierRule, type TierRule } from './tiers';

/** 包邮 that holds where the goods go. */
export interface FreeFreightRule {
  promotion: Promotion;
  places: readonly number[];
  frees: (goods: Measured) => boolean;
  leftFen: number;
}

/** A cart with all that may still be decided about it; promotions and coupons that cannot touch it are left out. */
export interface Plan {
  /** In the order of SKU ids; then 加价购 goods. */
  lines: readonly CartLine[];
  first: Sums;
  priced: PricedLines;
  sets: readonly SetRule[];
  tiers: readonly TierRule[];
  gifts: GiftTable;
  addOnRules: readonly SideRule<'add_on'>[];
  addOns: AddOns;
  /** Coupons for goods, and for freight, that could be used; those that end first go first. */
  coupons: readonly CouponRule[];
  freightCoupons: readonly CouponRule[];
  freeFreight: readonly FreeFreightRule[];
  road: Road;
  purse: Purse;
}

/** What may be decided about a cart. */
export function planOf(facts: QuoteFacts): Plan {
  const { nowMs, buyer, choice, promotions } = facts;
  const running = promotions
    .filter((promotion) => whyNotRunning(promotion, nowMs, buyer) === null)
    .sort(inOrder);
  const priced = priceLines(facts.lines, { running, buyer, exchangeId: choice.exchangeId });
  const addOnRules = sideRules('add_on', running, priced.lines);
  const addOns = wantedAddOns(facts, addOnRules, {
    lines: priced.lines,
    first: firstSums(priced.lines),
  });
  const lines = [...priced.lines, ...addOns.lines];
  const road = roadOf(facts, lines);
  const exchanged = lines.reduce((sum, line) => sum + line.points, 0);
  return {
    lines,
    first: firstSums(lines),
    priced,
    ...stepsOf(running, lines),
    gifts: {
      rules: sideRules('gift', running, lines),
      sideGoods: facts.sideGoods,
      wanted: wantedPieces(lines),
      road,
    },
    addOnRules,
    addOns,
    ...couponsOf(facts, lines),
    freeFreight: freeFreightOf(running, lines, road.regionCode),
    road,
    purse: purseOf(facts.points, choice.points, exchanged),
  };
}

/** Sets and order promotions that could take anything off this cart. */
function stepsOf(running: readonly Promotion[], lines: readonly CartLine[]) {
  const first = firstSums(lines);
  const sets = running.flatMap((promotion) => setRule(promotion, lines) ?? []);
  const tiers = running.flatMap((promotion) => tierRule(promotion, lines) ?? []);
  return {
    sets: sets.filter((rule) => rule.most(first) > 0),
    tiers: tiers.filter((rule) => {
      const open = rule.places.filter((at) => first.closed[at] !== true);
      return rule.offOf(measure(lines, first.stillFen, open)) > 0;
    }),
  };
}

/** Coupons that the untouched cart could use: whatever is taken off it only takes them further away. */
function couponsOf({ coupons, nowMs }: QuoteFacts, lines: readonly CartLine[]) {
  const first = firstSums(lines);
  const rules = coupons
    .filter((coupon) => whyNotUsable(coupon, nowMs) === null)
    .sort(endsFirst)
    .map((coupon, rank) => couponRule(coupon, rank, lines));
  const isFreight = ({ coupon }: CouponRule) => coupon.terms.kind === 'freight';
  return {
    coupons: rules.filter((rule) => !isFreight(rule) && couponOff(rule, first) > 0),
    freightCoupons: rules.filter((rule) => isFreight(rule) && reaches(rule, first)),
  };
}

function freeFreightOf(
  running: readonly Promotion[],
  lines: readonly CartLine[],
  regionCode: string | null,
): FreeFreightRule[] {
  return running.flatMap((promotion) => {
    const { terms, scope, standing } = promotion;
    if (terms.kind !== 'free_freight' || regionCode === null || !goesThere(terms, regionCode))
      return [];
    const within = scopeOf(scope);
    return {
      promotion,
      places: lines.flatMap((line, at) => (within(line.goods) ? [at] : [])),
      frees: (goods) => freesFreight(terms, goods),
      leftFen: standing.leftFen ?? Infinity,
    };
  });
}

function wantedPieces(lines: readonly CartLine[]): Map<string, number> {
  const wanted = new Map<string, number>();
  for (const { goods } of lines)
    wanted.set(goods.skuId, (wanted.get(goods.skuId) ?? 0) + goods.quantity);
  return wanted;
}
