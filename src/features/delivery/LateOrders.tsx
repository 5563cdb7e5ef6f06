import { View } from '@tarojs/components';
import { useState } from 'react';
import { ask } from '../../cloud';
import { useAsk } from '../../kit/useAsk';
import { Ask } from '../../ui/Ask';
import { Icon } from '../../ui/Icon';
import { Sheet } from '../../ui/Sheet';
import { SkeletonRows } from '../../ui/Skeleton';
import { Tap } from '../../ui/Tap';
import { signInToDelivery } from './signInToDelivery';
import { momentText } from './words';
import './LateOrders.scss';

/** A line that says that WeChat will soon ask about orders, opening them. */
export function LateOrders() {
  const [open, setOpen] = useState(false);
  const [asked, setAsked] = useState(0);
  function show() {
    setAsked(asked + 1);
    setOpen(true);
  }
  return (
    <>
      <Tap className="late-orders" onTap={show}>
        <Icon name="warning" />
        <View className="late-orders__say">有订单付款超过 36 小时，请尽快发货</View>
        <Icon name="forward" size="small" />
      </Tap>
      <Sheet open={open} title="48 小时发货提醒" onClose={() => setOpen(false)}>
        <View className="late-orders__why">
          微信要求现货在付款后 48 小时内发货并上报，逾期会影响结算
        </View>
        <Duties key={asked} />
      </Sheet>
    </>
  );
}

function Duties() {
  const state = useAsk(async () => {
    await signInToDelivery('manager');
    return ask('delivery.duties', {});
  });
  return (
    <Ask state={state} skeleton={<SkeletonRows count={3} />}>
      {({ items }) => (
        <>
          {items.map((duty) => (
            <View key={duty.orderId} className="late-order">
              <View className="late-order__number">{duty.number}</View>
              <View className="late-order__say">
                {momentText(duty.paidAt)} 付款 · {duty.say}
              </View>
            </View>
          ))}
        </>
      )}
    </Ask>
  );
}
