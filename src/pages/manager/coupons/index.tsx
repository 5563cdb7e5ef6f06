import { ForStaff } from '../../../features/guides/ForStaff';
import { CouponsScreen } from '../../../features/offers/coupons/CouponsScreen';

/** Every batch of coupons of the shop. */
export default function ManagerCouponsPage() {
  return (
    <ForStaff role="manager" title="优惠券">
      <CouponsScreen />
    </ForStaff>
  );
}
