import { fen, yuanText, type Fen } from '../../../kit/money';
import { atLeastText, countOf, missingTo, type Measured, type Missing } from './measure';
import type { TermsOf } from './terms';

/** 满减: what the best tier that is reached takes off, in fen; never more than the goods cost. 0 for none. */
export function offOf(terms: TermsOf<'off'>, goods: Measured): Fen {
  const count = countOf(terms.by, goods);
  let best = 0;
  for (const { atLeast, offFen } of terms.tiers) {
    if (count < atLeast) continue;
    best = Math.max(best, terms.repeats ? Math.floor(count / atLeast) * offFen : offFen);
  }
  return fen(Math.min(best, goods.amountFen));
}

/** What is missing to the nearest tier that takes off more; null when the best is reached. */
export function nextOff(terms: TermsOf<'off'>, goods: Measured): Missing | null {
  const count = countOf(terms.by, goods);
  const steps = terms.tiers.map(({ atLeast, offFen }) => {
    const times = terms.repeats ? Math.floor(count / atLeast) + 1 : 1;
    return { atLeast: times * atLeast, offFen: times * offFen };
  });
  const now = Math.max(
    0,
    ...terms.tiers
      .filter((tier) => count >= tier.atLeast && !terms.repeats)
      .map((tier) => tier.offFen),
  );
  const [next] = steps
    .filter((step) => count < step.atLeast && step.offFen > now)
    .sort((a, b) => a.atLeast - b.atLeast);
  return next === undefined
    ? null
    : missingTo({ by: terms.by, atLeast: next.atLeast }, goods, {
        worthFen: next.offFen,
        gain: `可减 ¥${yuanText(next.offFen)}`,
      });
}

/** `满 ¥299 减 ¥40`, a part for each tier. */
export function offTexts({ by, tiers, repeats }: TermsOf<'off'>): string[] {
  return tiers.map(
    ({ atLeast, offFen }) =>
      `${repeats ? '每' : ''}${atLeastText(by, atLeast)}减 ¥${yuanText(offFen)}`,
  );
}
