import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { moneyText } from '../../../cloudfunctions/kit/money';
import { phoneNow } from '../../kit/clock';
import { Ask } from '../../ui/Ask';
import { Empty } from '../../ui/Empty';
import { More } from '../../ui/More';
import { Page } from '../../ui/Page';
import { SkeletonRows } from '../../ui/Skeleton';
import { Stat } from '../../ui/Stat';
import { Tabs } from '../../ui/Tabs';
import { CreditedCard } from './CreditedCard';
import { openGoods } from './routes';
import { useCredited, type CreditedPiece, type CreditedTab } from './useCredited';
import type { DeskNumbers } from './words';
import './OrdersScreen.scss';

const tabs: readonly { key: CreditedTab; label: string }[] = [
  { key: 'today', label: '今天' },
  { key: 'all', label: '全部' },
];

/** The orders that are credited to me, and what they earn. */
export function OrdersScreen({ firstTab }: { firstTab: CreditedTab }) {
  const { tab, setTab, pages } = useCredited(firstTab);
  return (
    <Page title="我的业绩">
      <View className={`guide-orders__top guide-orders__top--${process.env.TARO_ENV}`}>
        <Tabs
          tabs={tabs}
          current={tab}
          onChoose={(key) => setTab(key === 'today' ? 'today' : 'all')}
        />
      </View>
      <Ask state={pages.state} skeleton={<SkeletonRows count={5} />}>
        {({ items }) => (
          <Orders pieces={items} tab={tab}>
            <More phase={pages.morePhase} say={pages.moreSay} onMore={() => void pages.more()} />
          </Orders>
        )}
      </Ask>
    </Page>
  );
}

interface OrdersProps {
  pieces: readonly CreditedPiece[];
  tab: CreditedTab;
  children: ReactNode;
}

function Orders({ pieces, tab, children }: OrdersProps) {
  const numbers = pieces[0]?.numbers ?? null;
  const orders = pieces.flatMap((piece) => piece.orders);
  if (numbers === null || orders.length === 0) {
    return (
      <Empty
        icon="wallet"
        say={tab === 'today' ? '今天还没有业绩' : '还没有业绩，先分享一张卡片'}
        action="去选品分享"
        onAction={openGoods}
      />
    );
  }
  return (
    <>
      <Sums numbers={numbers} tab={tab} />
      {orders.map((order) => (
        <CreditedCard
          key={`${order.orderId} ${order.part}`}
          order={order}
          today={numbers.day}
          nowMs={phoneNow()}
        />
      ))}
      {children}
    </>
  );
}

/** What the list adds up to: the day's, or all that waits. */
function Sums({ numbers, tab }: { numbers: DeskNumbers; tab: CreditedTab }) {
  if (tab === 'all') {
    return (
      <View className="guide-orders__sums">
        <Stat label="待结算佣金" value={moneyText(numbers.pendingFen)} />
      </View>
    );
  }
  return (
    <View className="guide-orders__sums">
      <Stat label="今日业绩" value={moneyText(numbers.creditedFen)} />
      <Stat label="今日佣金" value={moneyText(numbers.commissionTodayFen)} />
    </View>
  );
}
