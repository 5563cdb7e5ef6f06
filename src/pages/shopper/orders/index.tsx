import { useRouter } from '@tarojs/taro';
import { OrdersScreen } from '../../../features/orders/OrdersScreen';

/** My orders; `state` in the address opens a tab. */
export default function OrdersPage() {
  const { params } = useRouter();
  return <OrdersScreen firstTab={params['state']} />;
}
