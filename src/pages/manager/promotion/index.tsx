import { useRouter } from '@tarojs/taro';
import { ForStaff } from '../../../features/guides/ForStaff';
import { PromotionScreen } from '../../../features/offers/promotions/PromotionScreen';

/** One promotion. */
export default function ManagerPromotionPage() {
  const { params } = useRouter();
  return (
    <ForStaff role="manager" title="活动详情">
      <PromotionScreen promotionId={params['id'] ?? ''} />
    </ForStaff>
  );
}
