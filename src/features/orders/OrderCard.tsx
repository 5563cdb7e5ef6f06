import { Text, View } from '@tarojs/components';
import { classes } from '../../kit/classes';
import { Button } from '../../ui/Button';
import { Price } from '../../ui/Price';
import { Tap } from '../../ui/Tap';
import { Deadline } from './Deadline';
import { LineRow } from './LineRow';
import { openParcels } from './routes';
import type { OrderDeeds } from './useOrderDeeds';
import { lineSort, nextDeed, piecesBeyond, stateName, timeText, type OrderSummary } from './words';
import './OrderCard.scss';

interface OrderCardProps {
  order: OrderSummary;
  deeds: OrderDeeds;
  onCancel: () => void;
  onConfirm: () => void;
  /** Its time to be paid is up. */
  onExpired: () => void;
}

/** One order in the list: how it stands, what is in it, what it cost, and what to do next. */
export function OrderCard(props: OrderCardProps) {
  const { order, deeds, onExpired } = props;
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
          <Price fen={order.state === 'unpaid' ? order.dueFen : order.payableFen} tone="ink" />
        </View>
      </Tap>
      <View className="order-card__deeds">
        {order.state === 'unpaid' ? (
          <View className="order-card__left">
            <Deadline endsAtMs={order.expiresAt} onEnd={onExpired} />
          </View>
        ) : null}
        <View className="order-card__buttons">
          <Deeds {...props} />
        </View>
      </View>
    </View>
  );
}

/** What to do next, and beside it what else can be done. */
function Deeds({ order, deeds, onCancel, onConfirm }: OrderCardProps) {
  const loading = deeds.busyId === order.orderId;
  switch (nextDeed(order.state)) {
    case 'pay':
      return (
        <>
          <Button kind="plain" compact onTap={onCancel}>
            取消订单
          </Button>
          <Button compact loading={loading} onTap={() => void deeds.payFor(order)}>
            去支付
          </Button>
        </>
      );
    case 'confirm':
      return (
        <>
          <Button kind="plain" compact onTap={() => openParcels(order.orderId)}>
            查看物流
          </Button>
          <Button compact loading={loading} onTap={onConfirm}>
            确认收货
          </Button>
        </>
      );
    case 'again':
      return (
        <Button kind="plain" compact onTap={() => void deeds.buyAgain(order)}>
          再次购买
        </Button>
      );
  }
}
