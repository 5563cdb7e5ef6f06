import { bundleDeal, bundleMost } from '../../../promotions/rules/bundle';
import { nthDeal, nthMost } from '../../../promotions/rules/nth';
import { scopeOf } from '../../../promotions/rules/scope';
import type { SetDeal } from '../../../promotions/rules/sets';
import type { Promotion } from '../../../promotions/schema/promotion';
import type { CartLine } from '../unit-prices';
import { spread, type Sums } from './sums';

/** A promotion of step 2 that may take units of this cart. */
export interface SetRule {
  promotion: Promotion;
  /** The lines whose units it may take. */
  places: readonly number[];
  /** What it does on these sums, as the cart's lines; null when nothing, or more than its budget has left. */
  deal: (sums: Sums) => SetDeal | null;
  /** The most it could take off, in fen, whatever other sets take first. */
  most: (sums: Sums) => number;
}

/** A promotion of step 2 on the lines of a cart; null when it is none. */
export function setRule(promotion: Promotion, lines: readonly CartLine[]): SetRule | null {
  const { terms, standing } = promotion;
  if (terms.kind !== 'bundle' && terms.kind !== 'nth') return null;
  const places = placesOf(promotion, lines);
  const units = places.flatMap((at) => {
    const line = lines[at];
    return line === undefined ? [] : [{ productId: line.goods.productId, unitFen: line.unitFen }];
  });
  const open = (sums: Sums) =>
    places.map((at) => (takes(promotion, sums, at) ? (sums.open[at] ?? 0) : 0));
  const leftFen = standing.leftFen ?? Infinity;
  return {
    promotion,
    places,
    deal: (sums) => {
      const deal =
        terms.kind === 'bundle'
          ? bundleDeal(terms, units, open(sums))
          : nthDeal(terms, units, open(sums));
      return deal === null || deal.offFen > leftFen ? null : deal;
    },
    most: (sums) => {
      const most =
        terms.kind === 'bundle'
          ? bundleMost(terms, units, open(sums))
          : nthMost(terms, units, open(sums));
      return Math.min(most, leftFen);
    },
  };
}

/** Its lines as its rule wants them: 组合套餐 the cheapest first, 第 N 件折扣 the dearest, ties to the earlier. */
function placesOf({ terms, scope }: Promotion, lines: readonly CartLine[]): number[] {
  const within =
    terms.kind === 'bundle'
      ? ({ productId }: CartLine['goods']) =>
          terms.items.some((item) => item.productId === productId)
      : scopeOf(scope);
  const places = lines.flatMap((line, at) =>
    line.takesPromotions && within(line.goods) ? [at] : [],
  );
  const up = terms.kind === 'bundle' ? 1 : -1;
  const unitFen = (at: number) => lines[at]?.unitFen ?? 0;
  return places.sort((a, b) => up * (unitFen(a) - unitFen(b)) || a - b);
}

/** A line closed by a set before takes no other; a set that stands alone takes no line that another makes cheaper. */
function takes({ withPromotions }: Promotion, sums: Sums, at: number): boolean {
  return sums.closed[at] !== true && (withPromotions || sums.touched[at] !== true);
}

/** What a set leaves: its discount is spread in proportion to what its units cost, so no share exceeds them. */
export function applySet(
  sums: Sums,
  { promotion, places }: SetRule,
  deal: SetDeal,
  lines: readonly CartLine[],
): Sums {
  const open = [...sums.open];
  const weightAt = new Map<number, number>();
  places.forEach((at, n) => {
    const taken = deal.taken[n] ?? 0;
    if (taken === 0) return;
    weightAt.set(at, taken * (lines[at]?.unitFen ?? 0));
    open[at] = (open[at] ?? 0) - taken;
  });
  const inOrder = [...weightAt.keys()].sort((a, b) => a - b);
  const weights = inOrder.map((at) => weightAt.get(at) ?? 0);
  return { ...spread(sums, promotion, deal.offFen, { places: inOrder, weights }), open };
}

/**
 * For each set from `from` on, at most what it can still take off, in fen. Where no set before it shares a line
 * with it, that is exactly its deal.
 */
export function setsMost(rules: readonly SetRule[], from: number, sums: Sums): number {
  let most = 0;
  for (let n = from; n < rules.length; n += 1) {
    const rule = rules[n];
    if (rule === undefined) continue;
    const alone = !rules.slice(from, n).some((other) => meet(other, rule));
    most += alone ? (rule.deal(sums)?.offFen ?? 0) : rule.most(sums);
  }
  return most;
}

function meet(one: SetRule, other: SetRule): boolean {
  return one.places.some((at) => other.places.includes(at));
}
