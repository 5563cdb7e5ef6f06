import { askAfterSales, BoardDoor } from '../../../features/after-sales/BoardDoor';
import { ShopTabBar } from '../../../features/shell/ShopTabBar';
import { ForStaff } from '../../../features/guides/ForStaff';
import { BacklogDoor } from '../../../features/messaging/BacklogDoor';
import { askWaiting, DeliveryDoors } from '../../../features/delivery/DeliveryDoors';
import { InvoicesDoor } from '../../../features/orders/InvoicesDoor';
import { Canvas2d } from '../../../features/poster/Canvas2d';
import { askTroubles, MoneyDoor } from '../../../features/payments/MoneyDoor';
import { OfferDoors } from '../../../features/offers/OfferDoors';
import { ManagerScreen } from '../../../features/reports/ManagerScreen';
import type { ChartPartProps } from '../../../features/reports/TrendChart';
import { AnswersDoor } from '../../../features/reviews/AnswersDoor';
import { CellGroup } from '../../../ui/Cell';

/** The manager's desk. */
export default function ManagerDeskPage() {
  return (
    <ForStaff role="manager" title="管理">
      <ManagerScreen
        tabBar={<ShopTabBar current="manager" />}
        canvas={ChartCanvas}
        doors={
          <OfferDoors
            also={askDesk}
            before={(found) => (
              <>
                <DeliveryDoors counts={found?.delivery ?? null} />
                <BoardDoor counts={found?.afterSales ?? null} />
              </>
            )}
            behind={(found) => (
              <CellGroup>
                <AnswersDoor />
                <InvoicesDoor />
                <MoneyDoor found={found?.money ?? null} />
                <BacklogDoor />
              </CellGroup>
            )}
          />
        }
      />
    </ForStaff>
  );
}

function ChartCanvas(props: ChartPartProps) {
  return <Canvas2d {...props} />;
}

/** All that the doors say, asked for together, so that they are drawn at once; what got no answer is left out. */
async function askDesk() {
  const [delivery, afterSales, money] = await Promise.all([
    askWaiting().catch(() => null),
    askAfterSales().catch(() => null),
    askTroubles().catch(() => null),
  ]);
  return { delivery, afterSales, money };
}
