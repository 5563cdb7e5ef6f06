import { useRouter } from '@tarojs/taro';
import { StaffSaleScreen } from '../../../features/after-sales/StaffSaleScreen';
import { ForStaff } from '../../../features/guides/ForStaff';

/** One after-sale to decide about. */
export default function ManagerAfterSalePage() {
  const { id = '' } = useRouter().params;
  return (
    <ForStaff role="manager" title="售后详情">
      <StaffSaleScreen afterSaleId={id} role="manager" />
    </ForStaff>
  );
}
