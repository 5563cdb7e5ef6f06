import { useRouter } from '@tarojs/taro';
import { askOfOrder, LineStates } from '../../../features/after-sales/LineStates';
import { DeliveryCard } from '../../../features/delivery/DeliveryCard';
import { OrderScreen } from '../../../features/orders/OrderScreen';
import { isPartSent, type OrderView } from '../../../features/orders/words';
import { GuideCard } from '../../../features/referral/GuideCard';

/** One of my orders, by its id, or by the number with which WeChat's order list opens it. */
export default function OrderPage() {
  const { orderId, number } = useRouter().params;
  return (
    <OrderScreen
      wanted={orderId === undefined ? { number: number ?? '' } : { orderId }}
      guideCard={(guide) => <GuideCard guide={guide} />}
      delivery={deliveryOf}
      beside={askOfOrder}
      lines={(ofOrder, draw) => <LineStates ofOrder={ofOrder} draw={draw} />}
    />
  );
}

/** Only where there is something to show: a code for the counter, or goods that have left. */
function deliveryOf(order: OrderView) {
  const travels = order.delivery === 'express' ? isPartSent(order) : order.paidAt !== null;
  if (!travels || order.state === 'closed') return null;
  const sent = order.lines.map(({ shippedQuantity }) => shippedQuantity).join();
  return (
    <DeliveryCard
      orderId={order.orderId}
      version={`${order.state} ${sent}`}
      awaitsCode={order.delivery === 'pickup' && order.state === 'paid'}
    />
  );
}
