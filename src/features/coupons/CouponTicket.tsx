import type { ReactNode } from 'react';
import { Ticket } from '../../ui/Ticket';
import { endsSoon, lifeSays, stampOf, ticketOf, type MyCoupon } from './words';

interface CouponTicketProps {
  coupon: MyCoupon;
  /** The shop's time in ms. */
  nowMs: number;
  action?: ReactNode;
}

/** A coupon in my wallet. */
export function CouponTicket({ coupon, nowMs, action }: CouponTicketProps) {
  const { about, ...ticket } = ticketOf(coupon);
  const stamp = stampOf(coupon.state);
  return (
    <Ticket
      {...ticket}
      lines={[...about, ...lifeSays(coupon, nowMs)]}
      mark={stamp === undefined && endsSoon(coupon, nowMs) ? '将过期' : undefined}
      stamp={stamp}
      dim={coupon.state !== 'available'}
      why={coupon.state === 'held' ? '已用于一笔待付款的订单' : undefined}
      action={action}
    />
  );
}
