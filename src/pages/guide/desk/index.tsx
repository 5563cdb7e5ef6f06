import { PickupDoor } from '../../../features/delivery/DeliveryDoors';
import { openOfMyOrders } from '../../../features/after-sales/routes';
import { DeskScreen } from '../../../features/guides/DeskScreen';
import { ShopTabBar } from '../../../features/shell/ShopTabBar';
import { ForStaff } from '../../../features/guides/ForStaff';

/** A guide's desk. */
export default function GuideDeskPage() {
  return (
    <ForStaff role="guide" title="导购台">
      <DeskScreen
        tabBar={<ShopTabBar current="guide" />}
        doors={<PickupDoor />}
        onAfterSales={openOfMyOrders}
      />
    </ForStaff>
  );
}
