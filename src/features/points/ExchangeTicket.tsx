import { Text, View } from '@tarojs/components';
import {
  faceOf,
  limitsSay,
  scopeSay,
  sortSay,
} from '../../../cloudfunctions/domains/coupons/rules/face';
import { Button } from '../../ui/Button';
import { Ticket } from '../../ui/Ticket';
import { couponStep } from './exchanges';
import type { ExchangeCoupon } from './useExchange';
import './ExchangeTicket.scss';

interface ExchangeTicketProps {
  coupon: ExchangeCoupon;
  /** The points that I have. */
  points: number;
  busy: boolean;
  onExchange: () => void;
}

/** A coupon that is had for points. */
export function ExchangeTicket({ coupon, points, busy, onExchange }: ExchangeTicketProps) {
  const { can, label } = couponStep(coupon, points);
  return (
    <Ticket
      value={faceOf(coupon.terms, coupon.thresholdFen)}
      title={coupon.name}
      sort={sortSay(coupon.terms)}
      lines={[...limitsSay(coupon.terms), scopeSay(coupon.scope)]}
      action={
        <Button compact disabled={!can} loading={busy} onTap={onExchange}>
          {label}
        </Button>
      }
    >
      <View className="exchange-ticket">
        <Text className="exchange-ticket__points">{coupon.points ?? 0}</Text>积分
      </View>
    </Ticket>
  );
}
