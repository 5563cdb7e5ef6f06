import { useRouter } from '@tarojs/taro';
import { LineStates } from '../../../features/after-sales/LineStates';
import { OrderScreen } from '../../../features/orders/OrderScreen';
import { GuideCard } from '../../../features/referral/GuideCard';

/** One of my orders, by its id, or by the number with which WeChat's order list opens it. */
export default function OrderPage() {
  const { orderId, number } = useRouter().params;
  return (
    <OrderScreen
      wanted={orderId === undefined ? { number: number ?? '' } : { orderId }}
      guideCard={(guide) => <GuideCard guide={guide} />}
      lines={({ orderId: id, paidAt }, draw) => (
        <LineStates orderId={id} isPaid={paidAt !== null} draw={draw} />
      )}
    />
  );
}
