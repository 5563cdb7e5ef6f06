import { View } from '@tarojs/components';
import { useState } from 'react';
import { Ask } from '../../ui/Ask';
import { Empty } from '../../ui/Empty';
import { More } from '../../ui/More';
import { Page } from '../../ui/Page';
import { SearchBox } from '../../ui/SearchBox';
import { SkeletonRows } from '../../ui/Skeleton';
import { Tabs } from '../../ui/Tabs';
import { CancelSheet } from './CancelSheet';
import { ConfirmSheet } from './ConfirmSheet';
import { OrderCard } from './OrderCard';
import { goHome } from './routes';
import { useOrders } from './useOrders';
import { orderTab, type OrderSummary } from './words';
import './OrdersScreen.scss';

/** My orders by how they stand. */
export function OrdersScreen({ firstTab }: { firstTab: string | undefined }) {
  const orders = useOrders(firstTab);
  const [cancelling, setCancelling] = useState<OrderSummary | null>(null);
  const [confirming, setConfirming] = useState<OrderSummary | null>(null);
  const { pages, words, deeds } = orders;
  return (
    <Page title="我的订单">
      <Head orders={orders} />
      <Ask state={pages.state} skeleton={<SkeletonRows count={4} />}>
        {({ items }) =>
          items.length === 0 ? (
            <NoOrders searching={words !== ''} />
          ) : (
            <>
              {items.map((order) => (
                <OrderCard
                  key={order.orderId}
                  order={order}
                  deeds={deeds}
                  onCancel={() => setCancelling(order)}
                  onConfirm={() => setConfirming(order)}
                  onExpired={orders.reload}
                />
              ))}
              <More phase={pages.morePhase} say={pages.moreSay} onMore={() => void pages.more()} />
            </>
          )
        }
      </Ask>
      <CancelSheet
        open={cancelling !== null}
        onClose={() => setCancelling(null)}
        onCancel={(reason) => {
          setCancelling(null);
          if (cancelling !== null) void deeds.cancel(cancelling, reason);
        }}
      />
      <ConfirmSheet
        open={confirming !== null}
        lines={confirming?.lines ?? []}
        onClose={() => setConfirming(null)}
        onConfirm={() => {
          setConfirming(null);
          if (confirming !== null) void deeds.confirm(confirming);
        }}
      />
    </Page>
  );
}

function Head({ orders }: { orders: ReturnType<typeof useOrders> }) {
  return (
    <View className="orders-head">
      <View className="orders-head__search">
        <SearchBox
          value={orders.typed}
          placeholder="搜索商品或订单号"
          onChange={orders.type}
          onSearch={orders.search}
          onCard
        />
      </View>
      <Tabs
        tabs={orders.tabs}
        current={orders.tab}
        onChoose={(key) => orders.setTab(orderTab(key))}
      />
    </View>
  );
}

function NoOrders({ searching }: { searching: boolean }) {
  if (searching) return <Empty icon="search" say="没有找到相关订单，换个词试试" />;
  return <Empty icon="paper" say="这里还没有订单" action="去逛逛" onAction={goHome} />;
}
