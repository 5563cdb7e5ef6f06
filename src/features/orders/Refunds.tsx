import { Text, View } from '@tarojs/components';
import { moneyText } from '../../../cloudfunctions/kit/money';
import { Block } from './Block';
import { refundReasonSay, refundSay, timeText, type OrderView } from './words';
import './OrderFacts.scss';

/** Money on its way back, or back already. */
export function Refunds({ order }: { order: OrderView }) {
  if (order.refunds.length === 0) return null;
  return (
    <Block title="退款">
      {order.refunds.map((refund) => (
        <View key={`${refund.wantedAt} ${refund.amountFen}`} className="order-refund">
          <View className="order-refund__line">
            <Text>{refundSay(refund.state)}</Text>
            <Text className="order-refund__amount">{moneyText(refund.amountFen)}</Text>
          </View>
          <View className="order-refund__why">
            {refundReasonSay(refund.reason)} · {timeText(refund.wantedAt)}
          </View>
        </View>
      ))}
    </Block>
  );
}
