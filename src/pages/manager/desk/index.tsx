import { BoardDoor } from '../../../features/after-sales/BoardDoor';
import { ShopTabBar } from '../../../features/shell/ShopTabBar';
import { ForStaff } from '../../../features/guides/ForStaff';
import { BacklogDoor } from '../../../features/messaging/BacklogDoor';
import { DeliveryDoors } from '../../../features/delivery/DeliveryDoors';
import { Canvas2d } from '../../../features/poster/Canvas2d';
import { MoneyDoor } from '../../../features/payments/MoneyDoor';
import { OfferDoors } from '../../../features/offers/OfferDoors';
import { ManagerScreen } from '../../../features/reports/ManagerScreen';
import type { ChartPartProps } from '../../../features/reports/TrendChart';

/** The manager's desk. */
export default function ManagerDeskPage() {
  return (
    <ForStaff role="manager" title="管理">
      <ManagerScreen
        tabBar={<ShopTabBar current="manager" />}
        canvas={ChartCanvas}
        doors={
          <>
            <DeliveryDoors />
            <BoardDoor />
            <OfferDoors />
            <MoneyDoor />
            <BacklogDoor />
          </>
        }
      />
    </ForStaff>
  );
}

function ChartCanvas(props: ChartPartProps) {
  return <Canvas2d {...props} />;
}
