import type { ExchangeCoupon, ExchangeGood } from './useExchange';

/** Whether something can be had for points now, and the words of its button. */
export interface ExchangeStep {
  readonly can: boolean;
  readonly label: string;
}

/** How having a good for points stands; what is gone comes before what is missing. */
export function goodStep(
  { left, mineLeft, points }: Pick<ExchangeGood, 'left' | 'mineLeft' | 'points'>,
  mine: number,
): ExchangeStep {
  if (left <= 0) return { can: false, label: '已兑完' };
  if (mineLeft !== null && mineLeft <= 0) return { can: false, label: '已达上限' };
  return mine < points ? { can: false, label: '积分不足' } : { can: true, label: '兑换' };
}

/** How having a coupon for points stands. */
export function couponStep(
  { whyNot, points, takenPercent }: Pick<ExchangeCoupon, 'whyNot' | 'points' | 'takenPercent'>,
  mine: number,
): ExchangeStep {
  if (whyNot !== null) return { can: false, label: takenPercent >= 100 ? '已兑完' : '不可兑换' };
  return mine < (points ?? 0) ? { can: false, label: '积分不足' } : { can: true, label: '兑换' };
}
