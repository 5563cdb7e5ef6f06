import { CouponsScreen } from '../../../features/coupons/CouponsScreen';

/** My coupons. */
export default function CouponsPage() {
  return <CouponsScreen />;
}
