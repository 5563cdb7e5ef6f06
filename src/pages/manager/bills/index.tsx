import { useRouter } from '@tarojs/taro';
import { ForStaff } from '../../../features/guides/ForStaff';
import { BillsScreen } from '../../../features/payments/BillsScreen';

/** Bills of each day, and refunds that are not back. */
export default function ManagerBillsPage() {
  const { params } = useRouter();
  return (
    <ForStaff role="manager" title="对账与退款">
      <BillsScreen first={params['tab'] ?? ''} />
    </ForStaff>
  );
}
