import { useRouter } from '@tarojs/taro';
import { StaffSaleScreen } from '../../../features/after-sales/StaffSaleScreen';
import { ForStaff } from '../../../features/guides/ForStaff';

/** One after-sale of a guide's order. */
export default function GuideAfterSalePage() {
  const { id = '' } = useRouter().params;
  return (
    <ForStaff role="guide" title="售后详情">
      <StaffSaleScreen afterSaleId={id} role="guide" />
    </ForStaff>
  );
}
