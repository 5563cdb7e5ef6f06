import { useRouter } from '@tarojs/taro';
import { ForStaff } from '../../../features/guides/ForStaff';
import { PromotionEditScreen } from '../../../features/offers/promotions/PromotionEditScreen';

/** Makes a promotion, from nothing or from another. */
export default function ManagerPromotionEditPage() {
  const { params } = useRouter();
  return (
    <ForStaff role="manager" title="新建活动">
      <PromotionEditScreen copyOf={params['copy']} />
    </ForStaff>
  );
}
