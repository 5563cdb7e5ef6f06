import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { yuanText } from '../../../cloudfunctions/kit/money';
import { useCart } from '../../stores/cart';
import { Button } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { Price } from '../../ui/Price';
import { Tap } from '../../ui/Tap';
import { CartAmounts } from './CartAmounts';
import type { CartRow } from './rows';
import type { CartSum } from './sum';
import { Tick } from './Tick';
import type { Editing } from './useEditing';
import './CartBar.scss';

interface CartBarProps {
  rows: readonly CartRow[];
  sum: CartSum;
  onCheckout: () => void;
}

/** Above the tabs: choose all, what it comes to, and on to the checkout. */
export function CartBar({ rows, sum, onCheckout }: CartBarProps) {
  const [open, setOpen] = useState(false);
  const skuIds = rows.map((row) => row.skuId);
  return (
    <>
      <View className="cart-bar">
        <View className="cart-bar__row">
          <Tick
            chosen={sum.allChosen}
            onTap={() => useCart.getState().toggleAll(!sum.allChosen, skuIds)}
          >
            全选
          </Tick>
          <Tap
            className="cart-bar__sum"
            label="查看金额明细"
            disabled={sum.pieces === 0}
            onTap={() => setOpen(true)}
          >
            <View className="cart-bar__total">
              <Text className="cart-bar__word">合计</Text>
              <Price fen={sum.quote.goodsFen - sum.quote.discountFen} />
            </View>
            {sum.pieces === 0 ? null : (
              <View className="cart-bar__note">
                {sum.savedFen > 0 ? `已优惠 ¥${yuanText(sum.savedFen)}` : '不含运费，明细'}
                <Icon name="up" size="small" />
              </View>
            )}
          </Tap>
          <View className="cart-bar__go">
            <Button id="checkout" disabled={sum.pieces === 0} onTap={onCheckout}>
              {sum.pieces === 0 ? '结算' : `结算(${sum.pieces})`}
            </Button>
          </View>
        </View>
      </View>
      <CartAmounts open={open} sum={sum} onClose={() => setOpen(false)} />
    </>
  );
}

/** The bar while the cart is tidied up: pick lines and remove them together. */
export function EditBar({ editing }: { editing: Editing }) {
  const { picked, allPicked, pickAll, removePicked } = editing;
  return (
    <View className="cart-bar">
      <View className="cart-bar__row cart-bar__row--apart">
        <Tick chosen={allPicked} onTap={() => pickAll(!allPicked)}>
          全选
        </Tick>
        <View className="cart-bar__go">
          <Button kind="plain" disabled={picked.length === 0} onTap={() => void removePicked()}>
            {picked.length === 0 ? '移除' : `移除(${picked.length})`}
          </Button>
        </View>
      </View>
    </View>
  );
}
