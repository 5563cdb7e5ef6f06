import { ShipManyScreen } from '../../../features/delivery/ShipManyScreen';
import { ForStaff } from '../../../features/guides/ForStaff';

/** Ships a pasted table. */
export default function ManagerShipManyPage() {
  return (
    <ForStaff role="manager" title="批量发货">
      <ShipManyScreen />
    </ForStaff>
  );
}
