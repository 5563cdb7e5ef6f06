import { fen, yuanText, type Fen } from '../../../kit/money';
import type { CouponTermsOf } from './terms';

/** 运费券: its amount or all of it, but never more than the freight that is left, in fen. */
export function freightOff({ offFen }: CouponTermsOf<'freight'>, freightFen: number): Fen {
  return fen(Math.min(offFen ?? Infinity, freightFen));
}

/** `运费减 ¥8`, `免运费`. */
export function freightText({ offFen }: CouponTermsOf<'freight'>): string {
  return offFen === null ? '免运费' : `运费减 ¥${yuanText(offFen)}`;
}
