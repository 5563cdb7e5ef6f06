import { View } from '@tarojs/components';
import { moneyText } from '../../../cloudfunctions/kit/money';
import { Sheet } from '../../ui/Sheet';
import type { CartSum } from './rows';
import './CartAmounts.scss';

interface CartAmountsProps {
  open: boolean;
  sum: CartSum;
  onClose: () => void;
}

/** What the chosen goods come to, and how the freight would be worked out. */
export function CartAmounts({ open, sum, onClose }: CartAmountsProps) {
  const { goodsFen, discountFen, freightFen, freight } = sum.quote;
  return (
    <Sheet open={open} title="金额明细" onClose={onClose}>
      <Row name={`商品金额（${sum.pieces} 件）`} text={moneyText(goodsFen)} />
      {discountFen > 0 ? <Row name="优惠" text={moneyText(-discountFen)} /> : null}
      <Row name="预计运费" text={moneyText(freightFen)} />
      {freight.map((part) => (
        <View key={part.templateId} className="cart-amounts__working">
          {part.working}
        </View>
      ))}
      <View className="cart-amounts__note">运费按一般地区估算，以结算时的收货地址为准</View>
    </Sheet>
  );
}

function Row({ name, text }: { name: string; text: string }) {
  return (
    <View className="cart-amounts">
      <View className="cart-amounts__name">{name}</View>
      <View>{text}</View>
    </View>
  );
}
