import { View } from '@tarojs/components';
import { useReachBottom } from '@tarojs/taro';
import { useState } from 'react';
import { ask, type Output } from '../../cloud';
import { usePages } from '../../kit/usePages';
import { useShownAgain } from '../../kit/useShownAgain';
import { shopNow, useShopClock } from '../../stores/shopClock';
import { Ask } from '../../ui/Ask';
import { BottomBar } from '../../ui/BottomBar';
import { Button } from '../../ui/Button';
import { Empty } from '../../ui/Empty';
import { More } from '../../ui/More';
import { Page } from '../../ui/Page';
import { SkeletonRows } from '../../ui/Skeleton';
import { Tabs } from '../../ui/Tabs';
import { openGoodwillForm, openToDecide } from './routes';
import { SaleCard } from './SaleCard';
import { signInAsStaff } from './signInAsStaff';
import { dutySay } from './words';
import './Sale.scss';

type Counts = Output<'afterSales.board'>['counts'];
type Tab = keyof Counts | 'ended';

const tabs: readonly { key: Tab; label: string }[] = [
  { key: 'asked', label: '待处理' },
  { key: 'returned', label: '待收货' },
  { key: 'received', label: '待寄换货' },
  { key: 'agreed', label: '待寄回' },
  { key: 'sent', label: '换货中' },
  { key: 'refunding', label: '退款中' },
  { key: 'ended', label: '已结束' },
];

/** The shop's after-sales by whose turn it is; what is due first stands first. */
export function BoardScreen() {
  const [tab, setTab] = useState<Tab>('asked');
  const { counts, pages } = useSalesBoard(tab);
  const counted: Partial<Record<Tab, number>> = counts;
  return (
    <Page
      title="售后处理"
      bar={
        <BottomBar>
          <Button id="open-goodwill" kind="quiet" onTap={openGoodwillForm}>
            为顾客发起售后
          </Button>
        </BottomBar>
      }
    >
      <View className="sale-tabs">
        <Tabs
          tabs={tabs.map((one) => ({ ...one, count: counted[one.key] ?? 0 }))}
          current={tab}
          onChoose={(key) => setTab(tabs.find((one) => one.key === key)?.key ?? 'asked')}
        />
      </View>
      <Ask state={pages.state} skeleton={<SkeletonRows count={4} />}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon="shield" say="这里没有售后" />
          ) : (
            <>
              {items.map((sale) => (
                <SaleCard
                  key={sale.afterSaleId}
                  sale={sale}
                  who={sale.buyer}
                  due={dutySay(sale, shopNow())}
                  onOpen={openToDecide}
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

/** One of the lists, page by page, and how many stand in each. */
function useSalesBoard(tab: Tab) {
  const [counts, setCounts] = useState<Partial<Counts>>({});
  const pages = usePages(async (cursor) => {
    await signInAsStaff('manager');
    const page = await ask('afterSales.board', { tab, ...(cursor === null ? {} : { cursor }) });
    useShopClock.getState().learn(page.nowMs);
    setCounts(page.counts);
    return page;
  }, tab);
  useShownAgain(() => void pages.state.reload());
  useReachBottom(() => void pages.more());
  return { counts, pages };
}
