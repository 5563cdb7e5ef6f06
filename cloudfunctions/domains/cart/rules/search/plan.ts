import { endsFirst, whyNotUsable } from '../../../coupons/rules/usable';
import { freesFreight, goesThere } from '../../../promotions/rules/free-freight';
import type { Measured } from '../../../promotions/rules/measure';
import { scopeOf } from '../../../promotions/rules/scope';
import { inOrder, whyNotRunning } from '../../../promotions/rules/standing';
import type { Promotion } from '../../../promotions/schema/promotion';
import type { QuoteFacts } from '../facts';
import { priceLines, type CartLine, type PricedLines } from '../unit-prices';
import { couponRule, reaches, type CouponRule, type Untouched } from './coupons';
import {
  everyGift,
  sideRules,
  wantedAddOns,
  type AddOns,
  type GiftTable,
  type SideRule,
} from './gifts';
import { purseOf, type Purse } from './purse';
import { roadOf, type Gifts, type Road } from './road';
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
  /** All that count, whether they can touch this cart or not. */
  all: { sets: readonly SetRule[]; tiers: readonly TierRule[]; coupons: readonly CouponRule[] };
  gifts: GiftTable;
  /** Every gift that could come. */
  mostGifts: readonly Gifts[];
  addOnRules: readonly SideRule<'add_on'>[];
  addOns: AddOns;
  /** Coupons for goods that could be used; those that could take off most go first. */
  coupons: readonly CouponRule[];
  /** Coupons for freight that could be used; those that end first go first. */
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
  const cart = { lines, first: firstSums(lines) };
  const road = roadOf(facts, lines);
  const exchanged = lines.reduce((sum, line) => sum + line.points, 0);
  const all = {
    sets: running.flatMap((promotion) => setRule(promotion, lines) ?? []),
    tiers: running.flatMap((promotion) => tierRule(promotion, lines) ?? []),
    coupons: couponsOf(facts, cart),
  };
  const gifts = {
    rules: sideRules('gift', running, lines),
    sideGoods: facts.sideGoods,
    wanted: wantedPieces(lines),
    road,
  };
  return {
    ...cart,
    priced,
    all,
    sets: all.sets.filter((rule) => rule.most(cart.first) > 0),
    tiers: all.tiers.filter(
      (rule) => rule.offOf(measure(lines, cart.first.stillFen, rule.places)) > 0,
    ),
    gifts,
    mostGifts: everyGift(gifts),
    addOnRules,
    addOns,
    coupons: all.coupons.filter((rule) => rule.mostFen > 0).sort((a, b) => b.mostFen - a.mostFen),
    freightCoupons: all.coupons.filter((rule) => isForFreight(rule) && reaches(rule, cart.first)),
    freeFreight: freeFreightOf(running, lines, road.regionCode),
    road,
    purse: purseOf(facts.points, choice.points, exchanged),
  };
}

const isForFreight = ({ coupon }: CouponRule) => coupon.terms.kind === 'freight';

/** Coupons that can be used now, as far as they themselves say; those that end first go first. */
function couponsOf({ coupons, nowMs }: QuoteFacts, cart: Untouched): CouponRule[] {
  return coupons
    .filter((coupon) => whyNotUsable(coupon, nowMs) === null)
    .sort(endsFirst)
    .map((coupon, rank) => couponRule(coupon, rank, cart));
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
