import { Text, View } from '@tarojs/components';
import { classes } from '../../kit/classes';
import { Icon, type IconName } from '../../ui/Icon';
import { Countdown } from '../../ui/Countdown';
import { shopNow } from '../../stores/shopClock';
import { headline, nextStepSay, type OrderView } from './words';
import './OrderHead.scss';

const signs: Readonly<Record<OrderView['state'], IconName>> = {
  unpaid: 'clock',
  teaming: 'people',
  paid: 'parcel',
  shipped: 'truck',
  received: 'check',
  completed: 'check',
  closed: 'close',
};

/** The state as a headline, with the next step and its deadline. */
export function OrderHead({ order, onExpired }: { order: OrderView; onExpired: () => void }) {
  return (
    <View className="order-head">
      <View className={classes('order-head__sign', isOver(order) && 'order-head__sign--over')}>
        <Icon name={signs[order.state]} size="large" />
      </View>
      <View className="order-head__words">
        <View className="order-head__state">{headline(order)}</View>
        {order.state === 'unpaid' ? (
          <View className="order-head__next">
            请在{' '}
            <Text className="order-head__left">
              <Countdown endsAtMs={order.expiresAt} now={shopNow} onEnd={onExpired} />
            </Text>{' '}
            内付款，超时订单会自动取消
          </View>
        ) : (
          <View className="order-head__next">{nextStepSay(order, shopNow())}</View>
        )}
      </View>
    </View>
  );
}

function isOver({ state }: OrderView): boolean {
  return state === 'closed' || state === 'completed';
}
