import { useRouter } from '@tarojs/taro';
import { OrderScreen } from '../../../features/orders/OrderScreen';
import { GuideCard } from '../../../features/referral/GuideCard';

/** One of my orders. */
export default function OrderPage() {
  const { params } = useRouter();
  return (
    <OrderScreen
      orderId={params['orderId'] ?? ''}
      guideCard={(guide) => <GuideCard guide={guide} />}
    />
  );
}
