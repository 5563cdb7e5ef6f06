import { useRouter } from '@tarojs/taro';
import { ForStaff } from '../../../features/guides/ForStaff';
import { CouponEditScreen } from '../../../features/offers/coupons/CouponEditScreen';

/** Makes a batch of coupons, from nothing or from another. */
export default function ManagerCouponEditPage() {
  const { params } = useRouter();
  return (
    <ForStaff role="manager" title="新建优惠券">
      <CouponEditScreen copyOf={params['copy']} />
    </ForStaff>
  );
}
