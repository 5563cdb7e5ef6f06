import { View } from '@tarojs/components';
import { moneyText } from '../../../cloudfunctions/kit/money';
import { breakdownOf, unusedToTell } from '../../../cloudfunctions/domains/cart/rules/breakdown';
import { Amounts, type AmountRow } from '../../ui/Amounts';
import { Reasons } from '../../ui/Reasons';
import { Sheet } from '../../ui/Sheet';
import type { CartSum } from './sum';
import './CartAmounts.scss';

interface CartAmountsProps {
  open: boolean;
  sum: CartSum;
  onClose: () => void;
}

/** What the chosen goods come to, saving by saving, how the freight would be worked out, and what does not count. */
export function CartAmounts({ open, sum, onClose }: CartAmountsProps) {
  return (
    <Sheet open={open} title="金额明细" onClose={onClose}>
      <Amounts rows={rowsOf(sum)} totalName="预计应付" totalFen={sum.quote.payableFen} />
      <View className="cart-amounts__note">运费按一般地区估算，以结算时的收货地址为准</View>
      <NotUsed sum={sum} />
    </Sheet>
  );
}

function NotUsed({ sum: { quote } }: { sum: CartSum }) {
  const { told, others } = unusedToTell(quote.unused);
  return (
    <Reasons
      title="没有用上的优惠"
      rows={told.map(({ ruleId, name, say }) => ({ id: ruleId, name, say }))}
      rest={others === 0 ? '' : `另有 ${others} 项优惠不适用于所选商品`}
    />
  );
}

function rowsOf({ quote, pieces }: CartSum): AmountRow[] {
  return breakdownOf(quote).map(({ id, of, name, fen }) => ({
    id,
    name: of === 'goods' ? `${name}（${pieces} 件）` : of === 'freight' ? '预计运费' : name,
    text: moneyText(fen),
    accent: of === 'saving',
    notes: of === 'freight' ? quote.freight.map((part) => part.working) : [],
  }));
}
