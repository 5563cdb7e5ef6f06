import { ShopTabBar } from '../../../features/shell/ShopTabBar';
import { ForStaff } from '../../../features/guides/ForStaff';
import { askWaiting, DeliveryDoors } from '../../../features/delivery/DeliveryDoors';
import { Canvas2d } from '../../../features/poster/Canvas2d';
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
          <OfferDoors also={askWaiting} before={(counts) => <DeliveryDoors counts={counts} />} />
        }
      />
    </ForStaff>
  );
}

function ChartCanvas(props: ChartPartProps) {
  return <Canvas2d {...props} />;
}
