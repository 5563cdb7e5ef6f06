import { PickupScreen } from '../../../features/delivery/PickupScreen';
import { ForStaff } from '../../../features/guides/ForStaff';

/** The counter where pick-up codes are checked. */
export default function ManagerPickupPage() {
  return (
    <ForStaff role="manager" title="自提核销">
      <PickupScreen />
    </ForStaff>
  );
}
