import { Text, View } from '@tarojs/components';
import { classes } from '../../kit/classes';
import { Button } from '../../ui/Button';
import { Price } from '../../ui/Price';
import { Tap } from '../../ui/Tap';
import { Deadline } from './Deadline';
import { LineRow } from './LineRow';
import type { OrderDeeds } from './useOrderDeeds';
import { lineSort, nextDeed, piecesBeyond, stateName, timeText, type OrderSummary } from './words';
import './OrderCard.scss';

interface OrderCardProps {
  order: OrderSummary;
  deeds: OrderDeeds;
  onCancel: () => void;
  /** Its time to be paid is up. */
  onExpired: () => void;
}

/** One order in the list: how it stands, what is in it, what it cost, and what to do next. */
export function OrderCard({ order, deeds, onCancel, onExpired }: OrderCardProps) {
  const rest = piecesBeyond(order);
  return (
    <View className="order-card">
      <Tap className="order-card__body" onTap={() => deeds.open(order)}>
        <View className="order-card__head">
          <Text className="order-card__time">{timeText(order.placedAt)}</Text>
          <Text
            className={classes(
              'order-card__state',
              order.state === 'unpaid' && 'order-card__state--unpaid',
            )}
          >
            {stateName(order.state)}
          </Text>
        </View>
        {order.lines.map((line) => (
          <LineRow key={`${line.kind} ${line.skuId}`} {...line} pill={lineSort(line)} small />
        ))}
        {rest > 0 ? <View className="order-card__rest">还有 {rest} 件商品</View> : null}
        <View className="order-card__sum">
          <Text>
            共 {order.pieces} 件，{order.state === 'unpaid' ? '应付' : '合计'}
          </Text>
          <Price fen={order.payableFen} tone="ink" />
        </View>
      </Tap>
      <View className="order-card__deeds">
        {order.state === 'unpaid' ? (
          <View className="order-card__left">
            <Deadline endsAtMs={order.expiresAt} onEnd={onExpired} />
          </View>
        ) : null}
        <View className="order-card__buttons">
          {order.state === 'unpaid' ? (
            <Button kind="plain" compact onTap={onCancel}>
              取消订单
            </Button>
          ) : null}
          <PrimaryDeed order={order} deeds={deeds} />
        </View>
      </View>
    </View>
  );
}

function PrimaryDeed({ order, deeds }: Pick<OrderCardProps, 'order' | 'deeds'>) {
  if (nextDeed(order.state) === 'pay') {
    return (
      <Button
        compact
        loading={deeds.busyId === order.orderId}
        onTap={() => void deeds.payFor(order)}
      >
        去支付
      </Button>
    );
  }
  return (
    <Button kind="plain" compact onTap={() => void deeds.buyAgain(order)}>
      再次购买
    </Button>
  );
}
