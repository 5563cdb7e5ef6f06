import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { useState } from 'react';
import { BottomBar } from '../../ui/BottomBar';
import { Button } from '../../ui/Button';
import { Page } from '../../ui/Page';
import { SearchBox } from '../../ui/SearchBox';
import { Tabs } from '../../ui/Tabs';
import { BoardList } from './BoardList';
import { CorrectSheet } from './CorrectSheet';
import { LateOrders } from './LateOrders';
import { usePicked } from './picked';
import { openPicks, openPickup, openShipMany } from './routes';
import { ShipSheet } from './ShipSheet';
import { useBoard } from './useBoard';
import type { BoardTab } from './words';
import './ShipScreen.scss';

type Opened = { sheet: 'ship' | 'correct'; orderId: string } | null;

/** What waits to leave the shop, what waits at counters and for riders, and what is on its way. */
export function ShipScreen({ firstTab }: { firstTab: string | undefined }) {
  const board = useBoard(tabNamed(firstTab));
  const [opened, setOpened] = useState<Opened>(null);
  const { tab, pages } = board;
  usePullDownRefresh(() => {
    void pages.state.reload().finally(() => Taro.stopPullDownRefresh());
  });
  const reload = () => void pages.state.reload();
  const close = () => setOpened(null);
  return (
    <Page title="发货" bar={<Bar tab={tab} board={board} />}>
      <Head board={board} />
      {tab === 'toShip' && (board.counts?.late ?? 0) > 0 ? <LateOrders /> : null}
      <BoardList
        board={board}
        onShip={(orderId) => setOpened({ sheet: 'ship', orderId })}
        onCorrect={(orderId) => setOpened({ sheet: 'correct', orderId })}
      />
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
    { key: 'city', label: '同城', ...counted(counts?.city) },
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
  if (tab === 'shipped' || tab === 'city') return null;
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

function tabNamed(key: string | undefined): BoardTab {
  return key === 'pickup' || key === 'city' || key === 'shipped' ? key : 'toShip';
}
