import { Text, View } from '@tarojs/components';
import { moneyText } from '../../../cloudfunctions/kit/money';
import { Picture } from '../../ui/Picture';
import { whenText } from './times';
import { partText, stateText, type Credited } from './words';
import './CreditedLine.scss';

interface CreditedLineProps {
  order: Credited;
  /** The shop's day. */
  today: string;
  nowMs: number;
}

/** An order in short: what, who, when, and what it earns. */
export function CreditedLine({ order, today, nowMs }: CreditedLineProps) {
  return (
    <View className="credited-line">
      <View className="credited-line__picture">
        <Picture src={order.pictureUrl === '' ? null : order.pictureUrl} rounded />
      </View>
      <View className="credited-line__words">
        <View className="credited-line__title">{order.title}</View>
        <View className="credited-line__note">
          {order.buyer} · {whenText(order.paidAt, today, nowMs)}
        </View>
      </View>
      <View className="credited-line__earned">
        <Text className="credited-line__amount">{moneyText(order.commissionFen)}</Text>
        <Text className="credited-line__note">
          {order.part === 'sale' ? stateText(order.state) : partText(order.part)}
        </Text>
      </View>
    </View>
  );
}
