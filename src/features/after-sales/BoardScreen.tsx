import { View } from '@tarojs/components';
import { useReachBottom } from '@tarojs/taro';
import { useState } from 'react';
import { ask, type Output } from '../../cloud';
import { usePages } from '../../kit/usePages';
import { useShownAgain } from '../../kit/useShownAgain';
import { useShopClock } from '../../stores/shopClock';
import { BottomBar } from '../../ui/BottomBar';
import { Button } from '../../ui/Button';
import { Page } from '../../ui/Page';
import { Tabs } from '../../ui/Tabs';
import { openGoodwillForm, openToDecide } from './routes';
import { signInAsStaff } from './signInAsStaff';
import { StaffSales } from './StaffSales';
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
      <StaffSales pages={pages} none="这里没有售后" onOpen={openToDecide} />
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
