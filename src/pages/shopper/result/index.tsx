import { useRouter } from '@tarojs/taro';
import { ResultScreen } from '../../../features/orders/ResultScreen';

/** How the payment of an order went. */
export default function ResultPage() {
  const { params } = useRouter();
  return <ResultScreen orderId={params['orderId'] ?? ''} />;
}
