import { clockText } from '../../../kit/time';
import type { Promotion } from '../schema/promotion';
import { audienceSay, isFor, type OfferedTo } from './audience';

/** Shops are in China, which has one zone. */
const shopOffsetMinutes = 480;

/** Why an offer does not count at all. */
export interface Objection {
  code: 'not_started' | 'ended' | 'not_for_you' | 'used_up' | 'limit_reached';
  say: string;
}

/** Why a promotion does not count for this buyer now, or null when it does. */
export function whyNotRunning(
  promotion: Promotion,
  nowMs: number,
  buyer: OfferedTo,
): Objection | null {
  const { audience, standing } = promotion;
  const outside = whyNotNow(promotion, nowMs);
  if (outside !== null) return outside;
  if (!isFor(audience, buyer)) return { code: 'not_for_you', say: audienceSay(audience, buyer) };
  if ((standing.leftUses ?? 1) <= 0) return { code: 'used_up', say: '优惠名额已用完' };
  if ((standing.memberUses ?? 1) <= 0) return { code: 'limit_reached', say: '您的可用次数已用完' };
  return null;
}

/** Whether now is outside of `startsAt` ≤ now < `endsAt`, in words; null within. */
export function whyNotNow(
  { startsAt, endsAt }: { startsAt: number; endsAt: number },
  nowMs: number,
): Objection | null {
  if (nowMs < startsAt) return { code: 'not_started', say: `${instantText(startsAt)} 开始` };
  return nowMs >= endsAt ? { code: 'ended', say: '已结束' } : null;
}

/** `11月28日 10:00`. */
function instantText(atMs: number): string {
  const text = clockText(atMs, shopOffsetMinutes);
  return `${Number(text.slice(5, 7))}月${Number(text.slice(8, 10))}日 ${text.slice(11)}`;
}

/** Of promotions of one step the higher goes first; ids settle the rest. */
export function inOrder(
  a: Pick<Promotion, 'priority' | 'promotionId'>,
  b: Pick<Promotion, 'priority' | 'promotionId'>,
): number {
  return b.priority - a.priority || (a.promotionId < b.promotionId ? -1 : 1);
}
