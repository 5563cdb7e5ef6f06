import { soonText } from '../../kit/shopTime';
import { shopNow } from '../../stores/shopClock';
import type { OrderPreview } from './steps';

type City = NonNullable<OrderPreview['city']>;

/** When goods come: `尽快送达，付款后 45 分钟内`, `今天 16:00–17:00`, or that a time is to be chosen. */
export function slotText({ minutes, slots }: City, slotAt: number | null): string {
  const slot = slots.find(({ startsAt }) => startsAt === slotAt);
  if (slot === undefined)
    return slotAt === null ? '现在打烊了，请选择送达时间' : '请重新选择送达时间';
  return slotName(slot, minutes, shopNow());
}

/** One slot in words. */
export function slotName(
  { startsAt, endsAt }: City['slots'][number],
  minutes: number,
  nowMs: number,
): string {
  if (startsAt === null || endsAt === null) return `尽快送达，付款后 ${minutes} 分钟内`;
  return `${soonText(startsAt, nowMs)}–${soonText(endsAt, endsAt).slice(-5)}`;
}
