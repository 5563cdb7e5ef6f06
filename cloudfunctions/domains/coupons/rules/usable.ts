import { whyNotNow } from '../../promotions/rules/standing';
import type { Coupon, CouponState } from '../schema';

/** Why a coupon cannot be used now, whatever is bought. */
export interface CouponObjection {
  code: 'held' | 'used_up' | 'ended' | 'not_started';
  say: string;
}

const byState: Readonly<Record<Exclude<CouponState, 'available'>, CouponObjection>> = {
  held: { code: 'held', say: '已用于待付款订单' },
  used: { code: 'used_up', say: '已使用' },
  expired: { code: 'ended', say: '已过期' },
  void: { code: 'ended', say: '已失效' },
};

/** Why a coupon cannot be used now, whatever is bought, or null when it can. */
export function whyNotUsable(coupon: Coupon, nowMs: number): CouponObjection | null {
  if (coupon.state !== 'available') return byState[coupon.state];
  const outside = whyNotNow(coupon, nowMs);
  if (outside === null) return null;
  return outside.code === 'not_started'
    ? { code: 'not_started', say: outside.say }
    : { code: 'ended', say: '已过期' };
}

/** The coupon that ends first goes first; batch and coupon id settle the rest. */
export function endsFirst(a: Coupon, b: Coupon): number {
  if (a.endsAt !== b.endsAt) return a.endsAt - b.endsAt;
  if (a.batchId !== b.batchId) return a.batchId < b.batchId ? -1 : 1;
  return a.couponId < b.couponId ? -1 : 1;
}
