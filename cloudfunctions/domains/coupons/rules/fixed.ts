import { fen, yuanText, type Fen } from '../../../kit/money';
import type { CouponTermsOf } from './terms';

/** 满减券: its amount, but never more than the goods still cost, in fen. */
export function fixedOff({ offFen }: CouponTermsOf<'fixed'>, goodsFen: number): Fen {
  return fen(Math.min(offFen, goodsFen));
}

/** `减 ¥20`. */
export function fixedText({ offFen }: CouponTermsOf<'fixed'>): string {
  return `减 ¥${yuanText(offFen)}`;
}
