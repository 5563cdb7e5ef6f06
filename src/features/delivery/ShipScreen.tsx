import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { useState } from 'react';
import { ask } from '../../cloud';
import { sayWhy } from '../../kit/sayWhy';
import { Ask } from '../../ui/Ask';
import { BottomBar } from '../../ui/BottomBar';
import { Button } from '../../ui/Button';
import { Empty } from '../../ui/Empty';
import { More } from '../../ui/More';
import { Page } from '../../ui/Page';
import { SearchBox } from '../../ui/SearchBox';
import { SkeletonRows } from '../../ui/Skeleton';
import { Tabs } from '../../ui/Tabs';
import { toast } from '../../ui/toast';
import { BoardCard } from './BoardCard';
import { CorrectSheet } from './CorrectSheet';
import { LateOrders } from './LateOrders';
import { usePicked } from './picked';
import { openPicks, openPickup, openShipMany } from './routes';
import { ShipSheet } from './ShipSheet';
import { useBoard } from './useBoard';
import type { BoardOrder, BoardTab } from './words';
import './ShipScreen.scss';

type Opened = { sheet: 'ship' | 'correct'; orderId: string } | null;

/** What waits to leave the shop, what waits at counters, and what is on its way. */
export function ShipScreen({ firstTab }: { firstTab: string | undefined }) {
  const board = useBoard(tabNamed(firstTab));
  const [opened, setOpened] = useState<Opened>(null);
  const { tab, pages, words } = board;
  const reload = () => void pages.state.reload();
  usePullDownRefresh(() => {
    void pages.state.reload().finally(() => Taro.stopPullDownRefresh());
  });
  const close = () => setOpened(null);
  return (
    <Page title="发货" bar={<Bar tab={tab} board={board} />}>
      <Head board={board} />
      {tab === 'toShip' && (board.counts?.late ?? 0) > 0 ? <LateOrders /> : null}
      <Ask state={pages.state} skeleton={<SkeletonRows count={4} />}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon="parcel" say={noneSay(tab, words)} />
          ) : (
            <>
              {items.map((order) => (
                <BoardCard
                  key={order.orderId}
                  order={order}
                  tab={tab}
                  onShip={() => setOpened({ sheet: 'ship', orderId: order.orderId })}
                  onCorrect={() => setOpened({ sheet: 'correct', orderId: order.orderId })}
                  onReady={() => void markReady(order, reload)}
                />
              ))}
              <More phase={pages.morePhase} say={pages.moreSay} onMore={() => void pages.more()} />
            </>
          )
        }
      </Ask>
      <ShipSheet
        orderId={opened?.sheet === 'ship' ? opened.orderId : null}
        onClose={close}
        onShipped={reload}
      />
      <CorrectSheet
        orderId={opened?.sheet === 'correct' ? opened.orderId : null}
        onClose={close}
        onCorrected={reload}
      />
    </Page>
  );
}

type Board = ReturnType<typeof useBoard>;

function Head({ board }: { board: Board }) {
  const { counts } = board;
  const tabs = [
    { key: 'toShip', label: '待发货', ...counted(counts?.toShip) },
    { key: 'pickup', label: '待自提', ...counted(counts?.pickup) },
    { key: 'shipped', label: '已发货' },
  ];
  return (
    <View className={`ship-head ship-head--${process.env.TARO_ENV}`}>
      <View className="ship-head__search">
        <SearchBox
          value={board.typed}
          placeholder="订单号、手机尾号或商品名"
          onChange={board.type}
          onSearch={board.search}
          onCard
        />
      </View>
      <Tabs tabs={tabs} current={board.tab} onChoose={(key) => board.setTab(tabNamed(key))} />
    </View>
  );
}

function counted(count: number | undefined) {
  return count === undefined ? {} : { count };
}

/** The deeds for many at once; picking where something was chosen. */
function Bar({ tab, board }: { tab: BoardTab; board: Board }) {
  const { orderIds, take, clear } = usePicked();
  if (tab === 'shipped') return null;
  if (tab === 'pickup') {
    return (
      <BottomBar>
        <Button onTap={() => openPickup('manager')}>核销取货码</Button>
      </BottomBar>
    );
  }
  const { state } = board.pages;
  const shown = state.phase === 'ready' ? state.value.items.map(({ orderId }) => orderId) : [];
  return (
    <BottomBar>
      <Button
        kind="plain"
        onTap={() => (orderIds.length === 0 ? take(shown) : clear())}
        disabled={shown.length === 0}
      >
        {orderIds.length === 0 ? '全选' : '取消选择'}
      </Button>
      <Button kind="quiet" disabled={orderIds.length === 0} onTap={openPicks}>
        {orderIds.length === 0 ? '拣货单' : `拣货单(${orderIds.length})`}
      </Button>
      <Button onTap={openShipMany}>批量发货</Button>
    </BottomBar>
  );
}

async function markReady({ orderId }: BoardOrder, onDone: () => void): Promise<void> {
  try {
    await ask('delivery.ready', { orderId });
    toast('已通知顾客来取');
    onDone();
  } catch (reason) {
    toast(sayWhy(reason));
  }
}

function tabNamed(key: string | undefined): BoardTab {
  return key === 'pickup' || key === 'shipped' ? key : 'toShip';
}

function noneSay(tab: BoardTab, words: string): string {
  if (words !== '') return '没有找到相关订单，换个词试试';
  if (tab === 'toShip') return '没有待发货的订单';
  return tab === 'pickup' ? '没有等待自提的订单' : '没有在途的订单';
}
