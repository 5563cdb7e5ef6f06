import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { Output } from '../../cloud';
import { Badge } from '../../ui/Badge';
import { Icon, type IconName } from '../../ui/Icon';
import { Tap } from '../../ui/Tap';
import { ordersPage } from './routes';
import type { OrderTab } from './words';
import './OrdersRow.scss';

type Counts = Output<'orders.counts'>;

interface OrdersRowProps {
  counts: Counts;
  onAfterSales: () => void;
}

/** My orders by how they stand, each with how many wait. */
export function OrdersRow({ counts, onAfterSales }: OrdersRowProps) {
  return (
    <View className="orders-row">
      <Tap className="orders-row__head" label="全部订单" onTap={() => open('all')}>
        <Text className="orders-row__title">我的订单</Text>
        <View className="orders-row__all">
          全部
          <Icon name="forward" size="small" />
        </View>
      </Tap>
      <View className="orders-row__entries">
        <Entry tab="unpaid" icon="wallet" label="待付款" count={counts.unpaid} />
        <Entry tab="paid" icon="parcel" label="待发货" count={counts.paid} />
        <Entry tab="shipped" icon="truck" label="待收货" count={counts.shipped} />
        <Entry tab="completed" icon="paper" label="已完成" count={0} />
        <Tap className="orders-row__entry" label="退款与售后" onTap={onAfterSales}>
          <View className="orders-row__sign">
            <Icon name="shield" size="large" />
          </View>
          售后
        </Tap>
      </View>
    </View>
  );
}

interface EntryProps {
  tab: OrderTab;
  icon: IconName;
  label: string;
  count: number;
}

function Entry({ icon, label, count, tab }: EntryProps) {
  return (
    <Tap
      className="orders-row__entry"
      label={count > 0 ? `${label}，${count} 笔` : undefined}
      onTap={() => open(tab)}
    >
      <View className="orders-row__sign">
        <Icon name={icon} size="large" />
        {count > 0 ? <Badge className="orders-row__count" count={count} /> : null}
      </View>
      {label}
    </Tap>
  );
}

function open(tab: OrderTab) {
  void Taro.navigateTo({ url: ordersPage(tab) });
}
