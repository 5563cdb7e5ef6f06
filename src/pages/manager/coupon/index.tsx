import { useRouter } from '@tarojs/taro';
import { ForStaff } from '../../../features/guides/ForStaff';
import { CouponScreen } from '../../../features/offers/coupons/CouponScreen';

/** One batch of coupons. */
export default function ManagerCouponPage() {
  const { params } = useRouter();
  return (
    <ForStaff role="manager" title="优惠券详情">
      <CouponScreen batchId={params['id'] ?? ''} />
    </ForStaff>
  );
}
