import { ClaimScreen } from '../../../features/coupons/ClaimScreen';

/** Coupons that anybody may take. */
export default function ClaimPage() {
  return <ClaimScreen />;
}
