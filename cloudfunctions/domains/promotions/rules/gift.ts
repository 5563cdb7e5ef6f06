import { atLeastText, countOf, missingTo, type Measured, type Missing } from './measure';
import type { TermsOf } from './terms';

type GiftTier = TermsOf<'gift'>['tiers'][number];

/** 满赠: the highest tier that is reached, whose goods come for nothing; null for none. */
export function giftOf({ by, tiers }: TermsOf<'gift'>, goods: Measured): GiftTier | null {
  let best: GiftTier | null = null;
  for (const tier of tiers) {
    if (countOf(by, goods) >= tier.atLeast && tier.atLeast > (best?.atLeast ?? 0)) best = tier;
  }
  return best;
}

/** What is missing to the nearest tier above the one that is reached; null at the top. */
export function nextGift({ by, tiers }: TermsOf<'gift'>, goods: Measured): Missing | null {
  const [next] = tiers
    .filter((tier) => countOf(by, goods) < tier.atLeast)
    .sort((a, b) => a.atLeast - b.atLeast);
  if (next === undefined) return null;
  return missingTo({ by, atLeast: next.atLeast }, goods, { worthFen: null, gain: '得赠品' });
}

/** `满 ¥299 送赠品`, a part for each tier. */
export function giftTexts({ by, tiers }: TermsOf<'gift'>): string[] {
  return tiers.map(({ atLeast }) => `${atLeastText(by, atLeast)}送赠品`);
}
