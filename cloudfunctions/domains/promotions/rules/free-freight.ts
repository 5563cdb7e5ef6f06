import { atLeastText, countOf, missingTo, type Measured, type Missing } from './measure';
import type { TermsOf } from './terms';

/** 包邮: whether it holds for a region code of six digits. */
export function goesThere({ notProvinces }: TermsOf<'free_freight'>, regionCode: string): boolean {
  return !notProvinces.includes(regionCode.slice(0, 2));
}

/** Whether goods reach what 包邮 asks. */
export function freesFreight({ by, atLeast }: TermsOf<'free_freight'>, goods: Measured): boolean {
  return countOf(by, goods) >= atLeast;
}

/** What is missing to 包邮; null when it is reached. */
export function nextFreeFreight(terms: TermsOf<'free_freight'>, goods: Measured): Missing | null {
  if (freesFreight(terms, goods)) return null;
  return missingTo(terms, goods, { worthFen: null, gain: '包邮' });
}

/** `满 ¥99 包邮`, or `包邮`. */
export function freeFreightText({ by, atLeast }: TermsOf<'free_freight'>): string {
  return atLeast === 0 ? '包邮' : `${atLeastText(by, atLeast)}包邮`;
}
