import { Text, View } from '@tarojs/components';
import { moneyText } from '../../../cloudfunctions/kit/money';
import { Picture } from '../../ui/Picture';
import { Pill } from '../../ui/Pill';
import { whenText } from './times';
import { partText, stateText, type Credited } from './words';
import './CreditedCard.scss';

interface CreditedCardProps {
  order: Credited;
  /** The shop's day. */
  today: string;
  nowMs: number;
}

/** An order that is credited to me: what, who, how it stands, what it earns and why. */
export function CreditedCard({ order, today, nowMs }: CreditedCardProps) {
  const { title, buyer, pieces, baseFen, commissionFen, part, state, pictureUrl } = order;
  return (
    <View className="credited">
      <View className="credited__head">
        <Text className="credited__time">{whenText(order.paidAt, today, nowMs)}</Text>
        <Pill tone={state === 'closed' ? 'quiet' : 'good'}>{stateText(state)}</Pill>
      </View>
      <View className="credited__goods">
        <View className="credited__picture">
          <Picture src={pictureUrl === '' ? null : pictureUrl} rounded />
        </View>
        <View className="credited__words">
          <View className="credited__title">{title}</View>
          <View className="credited__buyer">
            {buyer} · 共 {pieces} 件
          </View>
        </View>
      </View>
      <View className="credited__sums">
        <Text>计佣金额 {moneyText(baseFen)}</Text>
        <Text className="credited__earned">
          {partText(part)} {moneyText(commissionFen)}
        </Text>
      </View>
      <View className="credited__why">{order.why}</View>
    </View>
  );
}
