import { yuanText } from '../../../kit/money';
import { missingTo, type Missing } from './measure';
import type { SetDeal, SetUnits } from './sets';
import type { TermsOf } from './terms';

/**
 * 组合套餐 on what is open: as many whole sets as there are units for, of the cheapest units of each product
 * (so that the dearer ones may still serve elsewhere). `units` stand cheapest first; `open` counts the units of
 * each that no set has taken. Null when there is no whole set, or when it would not be cheaper.
 */
export function bundleDeal(
  terms: TermsOf<'bundle'>,
  units: readonly SetUnits[],
  open: readonly number[],
): SetDeal | null {
  const sets = wholeSets(terms, units, open);
  if (sets === 0) return null;
  const taken = units.map(() => 0);
  let costFen = 0;
  for (const item of terms.items) {
    let needed = item.quantity * sets;
    units.forEach(({ productId, unitFen }, at) => {
      if (productId !== item.productId) return;
      const use = Math.min(needed, open[at] ?? 0);
      taken[at] = use;
      costFen += use * unitFen;
      needed -= use;
    });
  }
  const offFen = costFen - sets * terms.priceFen;
  return offFen > 0 ? { offFen, taken } : null;
}

/**
 * The most that the bundle could take off, in fen, whatever other sets take first: the dearest units of each
 * product, in as many sets as gain.
 */
export function bundleMost(
  terms: TermsOf<'bundle'>,
  units: readonly SetUnits[],
  open: readonly number[],
): number {
  const sets = wholeSets(terms, units, open);
  const gains = new Array<number>(sets).fill(-terms.priceFen);
  for (const item of terms.items) {
    let used = 0;
    for (let at = units.length - 1; at >= 0 && used < sets * item.quantity; at -= 1) {
      const unit = units[at];
      if (unit?.productId !== item.productId) continue;
      for (let n = open[at] ?? 0; n > 0 && used < sets * item.quantity; n -= 1) {
        const set = Math.floor(used / item.quantity);
        gains[set] = (gains[set] ?? 0) + unit.unitFen;
        used += 1;
      }
    }
  }
  return gains.reduce((sum, gain) => sum + Math.max(0, gain), 0);
}

/** What is missing to one set, over all its products; null when there is one. */
export function nextBundle(
  terms: TermsOf<'bundle'>,
  units: readonly SetUnits[],
  open: readonly number[],
): Missing | null {
  let there = 0;
  let atLeast = 0;
  for (const { productId, quantity } of terms.items) {
    there += Math.min(quantity, openOf(productId, units, open));
    atLeast += quantity;
  }
  if (there === atLeast) return null;
  const goods = { amountFen: 0, pieces: there };
  const gain = `享${bundleText(terms)}`;
  return missingTo({ by: 'pieces', atLeast }, goods, { worthFen: null, gain });
}

function wholeSets(
  { items, mostSets }: TermsOf<'bundle'>,
  units: readonly SetUnits[],
  open: readonly number[],
): number {
  const possible = items.map(({ productId, quantity }) =>
    Math.floor(openOf(productId, units, open) / quantity),
  );
  return Math.min(mostSets ?? Infinity, ...possible);
}

function openOf(productId: string, units: readonly SetUnits[], open: readonly number[]): number {
  let count = 0;
  units.forEach((unit, at) => {
    if (unit.productId === productId) count += open[at] ?? 0;
  });
  return count;
}

/** `组合套餐 ¥199`. */
export function bundleText({ priceFen }: TermsOf<'bundle'>): string {
  return `组合套餐 ¥${yuanText(priceFen)}`;
}
