import { useReachBottom } from '@tarojs/taro';
import { ask } from '../../cloud';
import { usePages } from '../../kit/usePages';
import { useShownAgain } from '../../kit/useShownAgain';
import { useShopClock } from '../../stores/shopClock';
import { Page } from '../../ui/Page';
import { openToHelp } from './routes';
import { signInAsStaff } from './signInAsStaff';
import { StaffSales } from './StaffSales';

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
      <StaffSales pages={pages} none="您的顾客没有售后" onOpen={openToHelp} />
    </Page>
  );
}
