import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { LineState, useOfOrder } from '../../../features/after-sales/LineState';
import { OrderScreen } from '../../../features/orders/OrderScreen';
import { GuideCard } from '../../../features/referral/GuideCard';

/** One of my orders, by its id, or by the number with which WeChat's order list opens it. */
export default function OrderPage() {
  const { orderId, number } = useRouter().params;
  const [shownId, setShownId] = useState<string | null>(orderId ?? null);
  const ofOrder = useOfOrder(shownId);
  return (
    <OrderScreen
      wanted={orderId === undefined ? { number: number ?? '' } : { orderId }}
      guideCard={(guide) => <GuideCard guide={guide} />}
      lineState={(line) => <LineState ofOrder={ofOrder} line={line} />}
      onShown={({ orderId: id, paidAt }) => setShownId(paidAt === null ? null : id)}
    />
  );
}
