import { rateOfFen } from '../../../kit/money';
import { foldText, missingTo, type Missing } from './measure';
import type { SetDeal, SetUnits } from './sets';
import type { TermsOf } from './terms';

/**
 * 第 N 件折扣 on what is open: of m pieces the ⌊m / nth⌋ cheapest pay a share, each discount rounded down. It
 * uses up those and as many of the dearest as stand for them; what is left in the middle stays open. `units`
 * stand dearest first; `open` counts the units of each that no set has taken.
 */
export function nthDeal(
  terms: TermsOf<'nth'>,
  units: readonly SetUnits[],
  open: readonly number[],
): SetDeal | null {
  const count = Math.floor(open.reduce((sum, each) => sum + each, 0) / terms.nth);
  if (count === 0) return null;
  const taken = units.map(() => 0);
  let offFen = 0;
  let cheap = count;
  for (let at = units.length - 1; at >= 0 && cheap > 0; at -= 1) {
    const use = Math.min(cheap, open[at] ?? 0);
    taken[at] = use;
    offFen += use * offOfPiece(terms, units[at]);
    cheap -= use;
  }
  let full = count * (terms.nth - 1);
  for (let at = 0; at < units.length && full > 0; at += 1) {
    const use = Math.min(full, (open[at] ?? 0) - (taken[at] ?? 0));
    taken[at] = (taken[at] ?? 0) + use;
    full -= use;
  }
  return offFen > 0 ? { offFen, taken } : null;
}

/**
 * The most that the rule could take off, in fen, whatever other sets take first. When k pieces are discounted,
 * k × (nth − 1) that are not cheaper pay in full; so at best they are those right after the dearest.
 */
export function nthMost(
  terms: TermsOf<'nth'>,
  units: readonly SetUnits[],
  open: readonly number[],
): number {
  // What the dearest pieces would give together: `sums[n]` for n of them.
  const sums = [0];
  units.forEach((unit, at) => {
    const off = offOfPiece(terms, unit);
    for (let n = open[at] ?? 0; n > 0; n -= 1) sums.push((sums[sums.length - 1] ?? 0) + off);
  });
  let most = 0;
  for (let k = 1; k * terms.nth < sums.length; k += 1)
    most = Math.max(most, (sums[k * terms.nth] ?? 0) - (sums[k * (terms.nth - 1)] ?? 0));
  return most;
}

/** What is missing to the first discounted piece; null when there are pieces enough. */
export function nextNth(
  terms: TermsOf<'nth'>,
  units: readonly SetUnits[],
  open: readonly number[],
): Missing | null {
  const pieces = open.reduce((sum, each) => sum + each, 0);
  if (pieces >= terms.nth) return null;
  const worthFen = Math.max(0, ...units.map((unit) => offOfPiece(terms, unit)));
  const goods = { amountFen: 0, pieces };
  return missingTo({ by: 'pieces', atLeast: terms.nth }, goods, {
    worthFen,
    gain: `享${nthText(terms)}`,
  });
}

function offOfPiece({ paysBp }: TermsOf<'nth'>, unit: SetUnits | undefined): number {
  return rateOfFen(unit?.unitFen ?? 0, 10_000 - paysBp);
}

/** `第 2 件 5 折`; `第 2 件免费`. */
export function nthText({ nth, paysBp }: TermsOf<'nth'>): string {
  return `第 ${nth} 件${paysBp === 0 ? '免费' : ` ${foldText(paysBp)}`}`;
}
