import { fen, rateOfFen, yuanText, type Fen } from '../../../kit/money';
import type { CouponTermsOf } from './terms';

/** 折扣券: a share of what the goods still cost, rounded down, and at most its cap, in fen. */
export function percentOff({ paysBp, capFen }: CouponTermsOf<'percent'>, goodsFen: number): Fen {
  return fen(Math.min(rateOfFen(goodsFen, 10_000 - paysBp), capFen ?? Infinity));
}

/** `8.5 折，最多减 ¥50`. */
export function percentText({ paysBp, capFen }: CouponTermsOf<'percent'>): string {
  const cap = capFen === null ? '' : `，最多减 ¥${yuanText(capFen)}`;
  return `${paysBp / 1_000} 折${cap}`;
}
