import type { QuoteFacts } from '../../cloudfunctions/domains/cart/rules/facts';
import { freightOf } from '../../cloudfunctions/domains/catalogue/rules/freight';
import type { Coupon } from '../../cloudfunctions/domains/coupons/schema';
import type { Promotion } from '../../cloudfunctions/domains/promotions/schema/promotion';
import { counting, covers, priced, type Goods } from './exhaustive-prices';
import {
  afterCoupon,
  forCoupon,
  laid,
  playSet,
  playTier,
  sumOf,
  type Table,
} from './exhaustive-steps';

/** One combination and what it comes to. */
interface Outcome {
  payableFen: number;
  points: number;
  couponId: string | null;
  freightCouponId: string | null;
  /** Places among coupons in the order of their ends; -1 for none. */
  ranks: [number, number];
}

/**
 * The best combination by looking at every one: each subset of sets, each subset of 满减 and 满折, each coupon
 * and each freight coupon. Written apart from the engine, straight from the rules, to be compared with it.
 */
export function exhaustiveQuote(facts: QuoteFacts): Outcome {
  const promotions = counting(facts);
  const goods = withAddOns(facts, promotions, priced(facts, promotions));
  const sets = promotions.filter(({ terms }) => terms.kind === 'bundle' || terms.kind === 'nth');
  const tiers = promotions.filter(({ terms }) => terms.kind === 'off' || terms.kind === 'rate');
  const outcomes: Outcome[] = [];
  for (const someSets of subsets(sets)) {
    const afterSets = laid(goods.all);
    if (!someSets.every((promotion) => playSet(afterSets, promotion))) continue;
    if (!goods.kept.every((promotion) => opens(afterSets, promotion))) continue;
    const gifts = giftsOf(facts, promotions, afterSets);
    for (const someTiers of subsets(tiers)) {
      const table = copy(afterSets);
      const taken = table.goods.map(() => false);
      if (!someTiers.every((promotion) => playTier(table, promotion, taken))) continue;
      outcomes.push(...couponed(facts, promotions, { table, gifts }));
    }
  }
  return bestOf(facts, outcomes);
}

function bestOf({ choice }: QuoteFacts, all: readonly Outcome[]): Outcome {
  const keep = (some: readonly Outcome[], name: 'couponId' | 'freightCouponId') => {
    const wanted = choice[name];
    const fitting = some.filter((each) => each[name] === wanted);
    return wanted === undefined || fitting.length === 0 ? some : fitting;
  };
  const allowed = keep(keep(all, 'couponId'), 'freightCouponId');
  const [best] = [...allowed].sort(
    (a, b) =>
      a.payableFen - b.payableFen ||
      a.points - b.points ||
      a.ranks[0] - b.ranks[0] ||
      a.ranks[1] - b.ranks[1],
  );
  if (best === undefined) throw new Error('there is always a combination');
  return best;
}

function subsets<T>(all: readonly T[]): T[][] {
  return Array.from({ length: 2 ** all.length }, (_, chosen) =>
    all.filter((__, at) => Math.floor(chosen / 2 ** at) % 2 === 1),
  );
}

const copy = (table: Table): Table => ({
  ...table,
  still: [...table.still],
  discounted: [...table.discounted],
  noPromotions: [...table.noPromotions],
  noCoupons: [...table.noCoupons],
});

/** What lines in the scope of a 满赠 or 加价购 come to. */
function scoped(table: Table, promotion: Promotion, by: 'amount' | 'pieces'): number {
  return sumOf(
    table,
    (at, { line, addOn }) =>
      !addOn && table.noPromotions[at] !== true && covers(promotion.scope, line),
  )[by];
}

const opens = (table: Table, promotion: Promotion) =>
  promotion.terms.kind === 'add_on' &&
  scoped(table, promotion, promotion.terms.by) >= promotion.terms.atLeast;

function withAddOns(
  { choice, sideGoods }: QuoteFacts,
  promotions: readonly Promotion[],
  cart: readonly Goods[],
) {
  const all = [...cart];
  const kept = new Set<Promotion>();
  const given = new Map<Promotion, number>();
  const had = new Map<string, number>();
  for (const wanted of choice.addOns) {
    const promotion = promotions.find((each) => each.promotionId === wanted.promotionId);
    const side = sideGoods[wanted.skuId];
    if (promotion?.terms.kind !== 'add_on' || side === undefined) continue;
    const terms = promotion.terms.goods.find(({ skuId }) => skuId === wanted.skuId);
    if (terms === undefined || !opens(laid(cart), promotion)) continue;
    const pieces = all
      .filter(({ line }) => line.skuId === wanted.skuId)
      .reduce((sum, { line }) => sum + line.quantity, 0);
    const name = `${wanted.promotionId} ${wanted.skuId}`;
    const most = terms.most - (had.get(name) ?? 0);
    const quantity = Math.min(wanted.quantity, most, side.left - pieces);
    if (quantity <= 0) continue;
    const unitFen = Math.min(terms.priceFen, side.listFen);
    const fen = (given.get(promotion) ?? 0) + (side.listFen - unitFen) * quantity;
    if (promotion.standing.leftFen !== null && fen > promotion.standing.leftFen) continue;
    given.set(promotion, fen);
    had.set(name, (had.get(name) ?? 0) + quantity);
    kept.add(promotion);
    all.push({
      line: { ...side, quantity },
      unitFen,
      barredFromPromotions: true,
      barredFromCoupons: true,
      paysByPoints: true,
      points: 0,
      addOn: true,
    });
  }
  return { all, kept: [...kept] };
}

type Load = { templateId: string; goodsFen: number; pieces: number; grams: number };

function giftsOf(facts: QuoteFacts, promotions: readonly Promotion[], table: Table): Load[] {
  const loads: Load[] = [];
  const gone = new Map<string, number>();
  for (const { line } of table.goods)
    gone.set(line.skuId, (gone.get(line.skuId) ?? 0) + line.quantity);
  for (const promotion of promotions) {
    const { terms } = promotion;
    if (terms.kind !== 'gift') continue;
    const count = scoped(table, promotion, terms.by);
    const reached = terms.tiers.filter(({ atLeast }) => count >= atLeast);
    const [tier] = reached.sort((a, b) => b.atLeast - a.atLeast);
    const side = facts.sideGoods[tier?.skuId ?? ''];
    if (tier === undefined || side === undefined) continue;
    const { skuId, quantity } = tier;
    const { templateId, weightGrams } = side;
    if (side.left - (gone.get(skuId) ?? 0) < quantity) continue;
    const load = { templateId, goodsFen: 0, pieces: quantity, grams: weightGrams * quantity };
    if (freight(facts, [load]) === null) continue;
    gone.set(skuId, (gone.get(skuId) ?? 0) + quantity);
    loads.push(load);
  }
  return loads;
}

/** The freight of loads, put together by template; null where one is not delivered. */
function freight({ destination, templates }: QuoteFacts, loads: readonly Load[]): number | null {
  if (destination?.kind !== 'express') return 0;
  let total = 0;
  for (const [templateId, template] of Object.entries(templates)) {
    const mine = loads.filter((load) => load.templateId === templateId);
    if (mine.length === 0) continue;
    const sum = (name: 'goodsFen' | 'pieces' | 'grams') =>
      mine.reduce((all, load) => all + load[name], 0);
    const whole = { goodsFen: sum('goodsFen'), pieces: sum('pieces'), grams: sum('grams') };
    const { fen } = freightOf({ templateId, ...template, ...whole }, destination.regionCode);
    if (fen === null) return null;
    total += fen;
  }
  return total;
}

interface Played {
  table: Table;
  gifts: readonly Load[];
}

function couponed(
  facts: QuoteFacts,
  promotions: readonly Promotion[],
  { table, gifts }: Played,
): Outcome[] {
  const usable = facts.coupons
    .filter(
      ({ state, startsAt, endsAt }) =>
        state === 'available' && startsAt <= facts.nowMs && facts.nowMs < endsAt,
    )
    .sort(
      (a, b) => a.endsAt - b.endsAt || (a.batchId + a.couponId > b.batchId + b.couponId ? 1 : -1),
    );
  const rank = (coupon: Coupon | null) => (coupon === null ? -1 : usable.indexOf(coupon));
  const outcomes: Outcome[] = [];
  for (const coupon of [null, ...usable]) {
    if (coupon?.terms.kind === 'freight') continue;
    const still = coupon === null ? table.still : afterCoupon(table, coupon);
    if (still === null) continue;
    const road = roadFen(facts, promotions, { table: { ...table, still }, gifts });
    const paying = still.reduce(
      (sum, fen, at) => sum + (table.goods[at]?.paysByPoints === true ? fen : 0),
      0,
    );
    const points = pointsOf(facts, table.goods, paying);
    const goodsFen = still.reduce((sum, fen) => sum + fen, 0) - points * facts.points.pointFen;
    for (const second of [null, ...usable]) {
      const offFen = second === null ? 0 : freightCouponOff(table, second, road);
      if (second !== null && offFen === 0) continue;
      outcomes.push({
        payableFen: goodsFen + road - offFen,
        points,
        couponId: coupon?.couponId ?? null,
        freightCouponId: second?.couponId ?? null,
        ranks: [rank(coupon), rank(second)],
      });
    }
  }
  return outcomes;
}

function freightCouponOff(table: Table, coupon: Coupon, roadFen: number): number {
  const { terms, thresholdFen } = coupon;
  if (terms.kind !== 'freight') return 0;
  const goodsFen = forCoupon(table, coupon);
  if (goodsFen === 0 || goodsFen < thresholdFen) return 0;
  return Math.min(terms.offFen ?? roadFen, roadFen);
}

function pointsOf({ points, choice }: QuoteFacts, goods: readonly Goods[], payFen: number) {
  const exchanged = goods.reduce((sum, each) => sum + each.points, 0);
  const most = Math.floor((payFen * points.mostBp) / 10_000 / points.pointFen);
  return Math.max(0, Math.min(choice.points, most, points.balance - exchanged));
}

/** Freight after 包邮. */
function roadFen(
  facts: QuoteFacts,
  promotions: readonly Promotion[],
  { table, gifts }: Played,
): number {
  const loads = table.goods.map(({ line }, at) => ({
    templateId: line.templateId,
    goodsFen: table.still[at] ?? 0,
    pieces: line.quantity,
    grams: line.weightGrams * line.quantity,
  }));
  if (freight(facts, loads) === null) return 0;
  const fen = freight(facts, [...loads, ...gifts]) ?? 0;
  const province =
    facts.destination?.kind === 'express' ? facts.destination.regionCode.slice(0, 2) : '';
  const free = promotions.some(({ terms, scope, standing }) => {
    if (terms.kind !== 'free_freight' || terms.notProvinces.includes(province)) return false;
    const goods = sumOf(table, (_, { line }) => covers(scope, line));
    return goods[terms.by] >= terms.atLeast && fen <= (standing.leftFen ?? fen);
  });
  return free ? 0 : fen;
}
