import { useReachBottom } from '@tarojs/taro';
import { usePages } from '../../kit/usePages';
import { useShownAgain } from '../../kit/useShownAgain';
import { askAsMember } from '../../stores/askAsMember';
import { Ask } from '../../ui/Ask';
import { Empty } from '../../ui/Empty';
import { More } from '../../ui/More';
import { Page } from '../../ui/Page';
import { SkeletonRows } from '../../ui/Skeleton';
import { openSale } from './routes';
import { SaleCard } from './SaleCard';

/** My after-sales, the latest first. */
export function SalesScreen() {
  const pages = usePages((cursor) =>
    askAsMember('afterSales.mine', cursor === null ? {} : { cursor }),
  );
  useShownAgain(() => void pages.state.reload());
  useReachBottom(() => void pages.more());
  return (
    <Page title="退款/售后">
      <Ask state={pages.state} skeleton={<SkeletonRows count={4} />}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon="shield" say="还没有售后，在订单里可以申请" />
          ) : (
            <>
              {items.map((sale) => (
                <SaleCard key={sale.afterSaleId} sale={sale} onOpen={openSale} />
              ))}
              <More phase={pages.morePhase} say={pages.moreSay} onMore={() => void pages.more()} />
            </>
          )
        }
      </Ask>
    </Page>
  );
}
