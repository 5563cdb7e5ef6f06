import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { Icon } from '../../ui/Icon';
import { Tap } from '../../ui/Tap';
import { Block } from './Block';
import { InvoiceSheet } from './InvoiceSheet';
import { timeText, type OrderView } from './words';
import './OrderFacts.scss';

const deliveryNames = { express: '快递配送', pickup: '门店自提', city: '同城配送' };

/** Number, times and what the shopper wrote. */
export function OrderFacts({ order }: { order: OrderView }) {
  return (
    <Block>
      <Tap
        className="order-fact"
        label={`复制订单号 ${order.number}`}
        onTap={() => void Taro.setClipboardData({ data: order.number })}
      >
        <Text className="order-fact__name">订单号</Text>
        <View className="order-fact__value">
          {order.number}
          <Icon name="copy" size="small" />
        </View>
      </Tap>
      <Fact name="下单时间" value={timeText(order.placedAt)} />
      {order.paidAt === null ? null : <Fact name="付款时间" value={timeText(order.paidAt)} />}
      {order.closedAt === null ? null : <Fact name="关闭时间" value={timeText(order.closedAt)} />}
      <Fact name="配送方式" value={deliveryNames[order.delivery]} />
      {order.remark === '' ? null : <Fact name="留言" value={order.remark} />}
      <InvoiceFact order={order} />
    </Block>
  );
}

/** The way to an invoice, once there is something to invoice. */
function InvoiceFact({ order }: { order: OrderView }) {
  const [open, setOpen] = useState(false);
  if (order.paidAt === null) return null;
  return (
    <>
      <Tap className="order-fact" label="发票" onTap={() => setOpen(true)}>
        <Text className="order-fact__name">发票</Text>
        <View className="order-fact__value">
          申请或查看
          <Icon name="forward" size="small" />
        </View>
      </Tap>
      <InvoiceSheet orderId={order.orderId} open={open} onClose={() => setOpen(false)} />
    </>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <View className="order-fact">
      <Text className="order-fact__name">{name}</Text>
      <Text className="order-fact__value">{value}</Text>
    </View>
  );
}
