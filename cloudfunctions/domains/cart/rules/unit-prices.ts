import { exchangePrice } from '../../promotions/rules/exchange';
import { flashPrice } from '../../promotions/rules/flash';
import { memberPrice } from '../../promotions/rules/member';
import { overAllowance, type OverAllowance } from '../../promotions/rules/allowance';
import { scopeOf, type ScopedGoods } from '../../promotions/rules/scope';
import { timedPrice } from '../../promotions/rules/timed';
import type { Promotion } from '../../promotions/schema/promotion';
import type { Buyer, PricedLine } from './facts';
import type { UnitFrom } from './quoted';

/** A line with the price of one piece, in fen, and what that price allows besides. */
export interface CartLine {
  goods: PricedLine;
  /** Its place among the lines as they were asked for. */
  asked: number;
  unitFen: number;
  unitFrom: UnitFrom;
  /** The promotion that sets the unit price; null for the list price. */
  rule: Promotion | null;
  /** What 积分兑换 costs for the whole line, in points. */
  points: number;
  takesPromotions: boolean;
  takesCoupons: boolean;
  takesPoints: boolean;
}

/** An activity that would not give so many pieces of a line, which has its ordinary price instead. */
export interface Overrun {
  promotion: Promotion;
  over: OverAllowance;
}

export interface PricedLines {
  /** In the order of SKU ids, whatever the order they were asked in. */
  lines: CartLine[];
  overruns: Overrun[];
  /** 限时折扣 and 会员价 whose budget does not last for this cart. */
  overBudget: ReadonlySet<Promotion>;
}

/** Whose prices, by which promotions: those that run, in order of priority. */
export interface PricedFor {
  running: readonly Promotion[];
  buyer: Buyer;
  exchangeId: string | undefined;
}

/**
 * Step 1. A whole line has the price of one activity (积分兑换 when it is asked for, else 秒杀) as long as its
 * allowance lasts, over all lines in the order of SKU ids; beyond it, the whole line has its ordinary price.
 * That is the lowest of list, 限时折扣 and 会员价, ties in this order.
 */
export function priceLines(wanted: readonly PricedLine[], offers: PricedFor): PricedLines {
  const overruns: Overrun[] = [];
  const tallies = new Map<Promotion, { pieces: number; fen: number }>();
  const activities = activitiesOf(offers);
  const places = wanted.map((goods, asked) => ({ goods, asked }));
  places.sort((a, b) => (a.goods.skuId < b.goods.skuId ? -1 : 1));
  const lines = places.map(({ goods, asked }) => ({
    ...listPrice(goods, asked),
    ...activityPrice(goods, activities, { tallies, overruns }),
  }));
  const overBudget = setOrdinaryPrices(lines, offers);
  return { lines, overruns, overBudget };
}

function activitiesOf({ running, exchangeId }: PricedFor): Promotion[] {
  const chosen = running.filter(
    ({ terms, promotionId }) => terms.kind === 'exchange' && promotionId === exchangeId,
  );
  return [...chosen, ...running.filter(({ terms }) => terms.kind === 'flash')];
}

function listPrice(goods: PricedLine, asked: number): CartLine {
  return {
    goods,
    asked,
    unitFen: goods.listFen,
    unitFrom: 'list',
    rule: null,
    points: 0,
    takesPromotions: true,
    takesCoupons: true,
    takesPoints: true,
  };
}

interface Counting {
  tallies: Map<Promotion, { pieces: number; fen: number }>;
  overruns: Overrun[];
}

/** The first activity that gives the whole line. An activity never makes goods dearer than the list says. */
function activityPrice(
  goods: PricedLine,
  activities: readonly Promotion[],
  { tallies, overruns }: Counting,
): Partial<CartLine> {
  for (const promotion of activities) {
    const price = priceIn(promotion, goods);
    if (price === null) continue;
    const taken = tallies.get(promotion) ?? { pieces: 0, fen: 0 };
    const offFen = goods.listFen - price.unitFen;
    const { skuId, quantity } = goods;
    const over = overAllowance(promotion.standing, { skuId, quantity, offFen }, taken);
    if (over !== null) {
      overruns.push({ promotion, over });
      continue;
    }
    const pieces = taken.pieces + quantity;
    tallies.set(promotion, { pieces, fen: taken.fen + offFen * quantity });
    return { ...price, rule: promotion, ...flagsOf(promotion) };
  }
  return {};
}

function priceIn(promotion: Promotion, { skuId, quantity, listFen }: PricedLine) {
  const { terms } = promotion;
  if (terms.kind === 'exchange') {
    const price = exchangePrice(terms, skuId);
    if (price === null) return null;
    return {
      unitFen: Math.min(price.priceFen, listFen),
      unitFrom: 'exchange' as const,
      points: price.points * quantity,
      takesPoints: false,
    };
  }
  const unitFen = terms.kind === 'flash' ? flashPrice(terms, skuId) : null;
  return unitFen === null || unitFen >= listFen ? null : { unitFen, unitFrom: 'flash' as const };
}

const flagsOf = ({ withPromotions, withCoupons }: Promotion) => ({
  takesPromotions: withPromotions,
  takesCoupons: withCoupons,
});

interface Cut {
  promotion: Promotion;
  from: 'timed' | 'member';
  price: (goods: ScopedGoods & { listFen: number }) => number | null;
}

/**
 * Gives lines without an activity the lowest ordinary price. A promotion whose budget does not last for all
 * that it would take off in this cart is left out whole; the others then count again without it, which only
 * gives them more, so that the order of leaving out does not matter.
 */
function setOrdinaryPrices(lines: CartLine[], offers: PricedFor): ReadonlySet<Promotion> {
  const ordinary = lines.filter((line) => line.unitFrom === 'list');
  const cuts = cutsOf(offers);
  const left = new Set<Promotion>();
  for (;;) {
    const cost = new Map<Promotion, number>();
    for (const line of ordinary) {
      const best = lowest(line.goods, cuts, left);
      Object.assign(line, best ?? listPrice(line.goods, line.asked));
      if (best === null) continue;
      const offFen = (line.goods.listFen - best.unitFen) * line.goods.quantity;
      cost.set(best.rule, (cost.get(best.rule) ?? 0) + offFen);
    }
    const before = left.size;
    for (const [promotion, fen] of cost)
      if (fen > (promotion.standing.leftFen ?? Infinity)) left.add(promotion);
    if (left.size === before) return left;
  }
}

/** 限时折扣 before 会员价, each in order of priority: of equal prices the earlier wins. */
function cutsOf({ running, buyer }: PricedFor): Cut[] {
  const cuts = running.flatMap((promotion): Cut[] => {
    const { terms } = promotion;
    if (terms.kind !== 'timed' && terms.kind !== 'member') return [];
    const within = scopeOf(promotion.scope);
    const price = (goods: ScopedGoods & { listFen: number }) => {
      if (!within(goods)) return null;
      if (terms.kind === 'timed') return timedPrice(terms, goods.listFen);
      return memberPrice(terms, buyer?.level ?? null, goods.listFen);
    };
    return [{ promotion, from: terms.kind, price }];
  });
  const kind = (from: Cut['from']) => cuts.filter((cut) => cut.from === from);
  return [...kind('timed'), ...kind('member')];
}

function lowest(goods: PricedLine, cuts: readonly Cut[], left: ReadonlySet<Promotion>) {
  let best = null;
  let lowestFen = goods.listFen;
  for (const { promotion, from, price } of cuts) {
    const unitFen = left.has(promotion) ? null : price(goods);
    if (unitFen === null || unitFen >= lowestFen) continue;
    lowestFen = unitFen;
    best = { unitFen, unitFrom: from, rule: promotion, ...flagsOf(promotion) };
  }
  return best;
}
