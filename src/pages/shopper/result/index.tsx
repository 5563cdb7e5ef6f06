import { useRouter } from '@tarojs/taro';
import { MyPackets } from '../../../features/coupons/MyPackets';
import { SubscribeRow } from '../../../features/messaging/SubscribeRow';
import { ResultScreen } from '../../../features/orders/ResultScreen';

/** How the payment of an order went. */
export default function ResultPage() {
  const { params } = useRouter();
  const orderId = params['orderId'] ?? '';
  return (
    <ResultScreen
      orderId={orderId}
      packets={<MyPackets orderId={orderId} />}
      messages={<SubscribeRow tap="paid" about="发货、到店和退款" />}
    />
  );
}
