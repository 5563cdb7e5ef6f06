import { fen, rateOfFen, type Fen } from '../../../kit/money';
import { atLeastText, countOf, foldText, missingTo, type Measured, type Missing } from './measure';
import type { TermsOf } from './terms';

/** 满折: what the best tier that is reached takes off, in fen, rounded down; 0 for none. */
export function rateOff(terms: TermsOf<'rate'>, goods: Measured): Fen {
  const paysBp = bestOf(terms, goods);
  return paysBp === null ? fen(0) : rateOfFen(goods.amountFen, 10_000 - paysBp);
}

/** What is missing to the nearest tier that takes off more; null when the best is reached. */
export function nextRate(terms: TermsOf<'rate'>, goods: Measured): Missing | null {
  const now = bestOf(terms, goods) ?? 10_000;
  const [next] = terms.tiers
    .filter((tier) => countOf(terms.by, goods) < tier.atLeast && tier.paysBp < now)
    .sort((a, b) => a.atLeast - b.atLeast);
  if (next === undefined) return null;
  const thenFen = terms.by === 'amount' ? next.atLeast : goods.amountFen;
  return missingTo({ by: terms.by, atLeast: next.atLeast }, goods, {
    worthFen: rateOfFen(thenFen, 10_000 - next.paysBp),
    gain: paysText(next.paysBp),
  });
}

function bestOf({ by, tiers }: TermsOf<'rate'>, goods: Measured): number | null {
  const reached = tiers.filter((tier) => countOf(by, goods) >= tier.atLeast);
  return reached.length === 0 ? null : Math.min(...reached.map((tier) => tier.paysBp));
}

const paysText = (paysBp: number) => (paysBp === 0 ? '免单' : `享 ${foldText(paysBp)}`);

/** `满 ¥299 享 9 折`, a part for each tier. */
export function rateTexts({ by, tiers }: TermsOf<'rate'>): string[] {
  return tiers.map(({ atLeast, paysBp }) => `${atLeastText(by, atLeast)}${paysText(paysBp)}`);
}
