import { View } from '@tarojs/components';
import { useState } from 'react';
import { couponText } from '../../../cloudfunctions/domains/coupons/rules/text';
import { Icon } from '../../ui/Icon';
import { More } from '../../ui/More';
import { Sheet } from '../../ui/Sheet';
import { Tap } from '../../ui/Tap';
import { OfferedTicket } from './OfferedTicket';
import { useOffered, type Offered } from './useOffered';
import type { OfferedCoupon } from './words';
import './ProductCoupons.scss';

interface ProductCouponsProps {
  productId: string;
  /** The coupons as the page asked for them; null where no answer came. */
  first: Offered | null;
  /** A coupon was taken. */
  onTaken: () => void;
}

/** As many coupons as are named on the page itself. */
const mostNamed = 2;
/** As many tickets as are drawn at once: what travels to the mini program's view stays small. */
const ticketsAtOnce = process.env.TARO_ENV === 'h5' ? 20 : 4;

/** Coupons that may be taken for a product: two in words, all as tickets in a sheet. */
export function ProductCoupons({ productId, first, onTaken }: ProductCouponsProps) {
  const [open, setOpen] = useState(false);
  const { state, take } = useOffered({ productId, first, onTaken });
  // Without an answer there are simply none.
  const { items } = state.phase === 'ready' ? state.value : (first ?? { items: [] });
  return (
    <View>
      {items.length === 0 ? null : (
        <Tap className="product-coupons" label="领取优惠券" onTap={() => setOpen(true)}>
          <View className="product-coupons__name">领券</View>
          <View className="product-coupons__words">
            {items.slice(0, mostNamed).map((offered) => (
              <View key={offered.batchId} className="product-coupons__one">
                {couponText(offered)}
              </View>
            ))}
          </View>
          <Icon className="product-coupons__arrow" name="forward" size="small" />
        </Tap>
      )}
      <Sheet open={open} title="优惠券" onClose={() => setOpen(false)}>
        <Tickets items={items} onTake={(offered) => void take(offered)} />
      </Sheet>
    </View>
  );
}

interface TicketsProps {
  items: readonly OfferedCoupon[];
  onTake: (offered: OfferedCoupon) => void;
}

function Tickets({ items, onTake }: TicketsProps) {
  const [most, setMost] = useState(ticketsAtOnce);
  return (
    <View className="product-coupons-sheet">
      {items.slice(0, most).map((offered) => (
        <OfferedTicket key={offered.batchId} offered={offered} onTake={() => onTake(offered)} />
      ))}
      {items.length > most ? (
        <More phase="idle" onMore={() => setMost(most + ticketsAtOnce)} />
      ) : null}
    </View>
  );
}
