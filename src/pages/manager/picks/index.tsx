import { PicksScreen } from '../../../features/delivery/PicksScreen';
import { ForStaff } from '../../../features/guides/ForStaff';

/** The list to pick goods by. */
export default function ManagerPicksPage() {
  return (
    <ForStaff role="manager" title="拣货单">
      <PicksScreen />
    </ForStaff>
  );
}
