import type { Output } from '../../cloud';
import type { Pages } from '../../kit/usePages';
import { shopNow } from '../../stores/shopClock';
import { Ask } from '../../ui/Ask';
import { Empty } from '../../ui/Empty';
import { More } from '../../ui/More';
import { SkeletonRows } from '../../ui/Skeleton';
import { SaleCard } from './SaleCard';
import { dutySay } from './words';

interface StaffSalesProps {
  pages: Pages<Output<'afterSales.board'>['items'][number]>;
  /** What stands there when there are none. */
  none: string;
  onOpen: (afterSaleId: string) => void;
}

/** After-sales as those who work here see them: whose they are and what is due, page by page. */
export function StaffSales({ pages, none, onOpen }: StaffSalesProps) {
  return (
    <Ask state={pages.state} skeleton={<SkeletonRows count={4} />}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty icon="shield" say={none} />
        ) : (
          <>
            {items.map((sale) => (
              <SaleCard
                key={sale.afterSaleId}
                sale={sale}
                who={sale.buyer}
                due={dutySay(sale, shopNow())}
                onOpen={onOpen}
              />
            ))}
            <More phase={pages.morePhase} say={pages.moreSay} onMore={() => void pages.more()} />
          </>
        )
      }
    </Ask>
  );
}
