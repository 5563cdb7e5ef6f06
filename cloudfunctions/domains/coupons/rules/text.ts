import { yuanText } from '../../../kit/money';
import type { Coupon, CouponTerms } from '../schema';
import { fixedText } from './fixed';
import { freightText } from './freight';
import { percentText } from './percent';

/** What a coupon gives, in one short sentence: `满 ¥199 减 ¥20`, `无门槛 8.5 折`, `兑换一件`. */
export function couponText({
  terms,
  thresholdFen,
}: Pick<Coupon, 'terms' | 'thresholdFen'>): string {
  const from = thresholdFen > 0 ? `满 ¥${yuanText(thresholdFen)} ` : '';
  if (from === '' && (terms.kind === 'fixed' || terms.kind === 'percent'))
    return `无门槛${terms.kind === 'percent' ? ' ' : ''}${givesText(terms)}`;
  return `${from}${givesText(terms)}`;
}

/** What it gives once its threshold is reached. */
export function givesText(terms: CouponTerms): string {
  switch (terms.kind) {
    case 'fixed':
      return fixedText(terms);
    case 'percent':
      return percentText(terms);
    case 'exchange':
      return '兑换一件';
    case 'freight':
      return freightText(terms);
  }
}
