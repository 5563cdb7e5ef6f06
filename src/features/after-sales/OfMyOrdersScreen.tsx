import { useReachBottom } from '@tarojs/taro';
import { ask } from '../../cloud';
import { usePages } from '../../kit/usePages';
import { useShownAgain } from '../../kit/useShownAgain';
import { shopNow, useShopClock } from '../../stores/shopClock';
import { Ask } from '../../ui/Ask';
import { Empty } from '../../ui/Empty';
import { More } from '../../ui/More';
import { Page } from '../../ui/Page';
import { SkeletonRows } from '../../ui/Skeleton';
import { openToHelp } from './routes';
import { SaleCard } from './SaleCard';
import { signInAsStaff } from './signInAsStaff';
import { dutySay } from './words';

/** After-sales of orders that are credited to me, where I can help. */
export function OfMyOrdersScreen() {
  const pages = usePages(async (cursor) => {
    await signInAsStaff('guide');
    const page = await ask('afterSales.ofMyOrders', cursor === null ? {} : { cursor });
    useShopClock.getState().learn(page.nowMs);
    return page;
  });
  useShownAgain(() => void pages.state.reload());
  useReachBottom(() => void pages.more());
  return (
    <Page title="顾客售后">
      <Ask state={pages.state} skeleton={<SkeletonRows count={4} />}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon="shield" say="您的顾客没有售后" />
          ) : (
            <>
              {items.map((sale) => (
                <SaleCard
                  key={sale.afterSaleId}
                  sale={sale}
                  who={sale.buyer}
                  due={dutySay(sale, shopNow())}
                  onOpen={openToHelp}
                />
              ))}
              <More phase={pages.morePhase} say={pages.moreSay} onMore={() => void pages.more()} />
            </>
          )
        }
      </Ask>
    </Page>
  );
}
