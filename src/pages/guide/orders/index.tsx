import { useRouter } from '@tarojs/taro';
import { ForStaff } from '../../../features/guides/ForStaff';
import { OrdersScreen } from '../../../features/guides/OrdersScreen';

/** Orders that are credited to a guide; `tab=today` in the address opens the day's. */
export default function GuideOrdersPage() {
  const { params } = useRouter();
  return (
    <ForStaff role="guide" title="我的业绩">
      <OrdersScreen firstTab={params['tab'] === 'today' ? 'today' : 'all'} />
    </ForStaff>
  );
}
