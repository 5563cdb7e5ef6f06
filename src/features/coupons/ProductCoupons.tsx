import { View } from '@tarojs/components';
import { useState } from 'react';
import { couponText } from '../../../cloudfunctions/domains/coupons/rules/text';
import { Icon } from '../../ui/Icon';
import { Sheet } from '../../ui/Sheet';
import { Tap } from '../../ui/Tap';
import { OfferedTicket } from './OfferedTicket';
import { useOffered } from './useOffered';
import './ProductCoupons.scss';

interface ProductCouponsProps {
  productId: string;
  /** A coupon was taken. */
  onTaken: () => void;
}

/** As many coupons as are named on the page itself. */
const mostNamed = 2;

/** Coupons that may be taken for a product: two in words, all as tickets in a sheet. */
export function ProductCoupons({ productId, onTaken }: ProductCouponsProps) {
  const [open, setOpen] = useState(false);
  const { state, take } = useOffered({ productId, onTaken });
  // Without an answer there are simply none.
  const items = state.phase === 'ready' ? state.value.items : [];
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
        <View className="product-coupons-sheet">
          {items.map((offered) => (
            <OfferedTicket
              key={offered.batchId}
              offered={offered}
              onTake={() => void take(offered)}
            />
          ))}
        </View>
      </Sheet>
    </View>
  );
}
