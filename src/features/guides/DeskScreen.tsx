import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh } from '@tarojs/taro';
import type { ReactNode } from 'react';
import { phoneNow } from '../../kit/clock';
import { Ask } from '../../ui/Ask';
import { Icon, type IconName } from '../../ui/Icon';
import { Page } from '../../ui/Page';
import { Tap } from '../../ui/Tap';
import { CreditedLine } from './CreditedLine';
import { DeskHead } from './DeskHead';
import { DeskSkeleton } from './DeskSkeleton';
import { openGoods, openOrders, openVisits } from './routes';
import { useDesk, type Desk } from './useDesk';
import { VisitRow } from './VisitRow';
import './DeskScreen.scss';

interface DeskScreenProps {
  tabBar: ReactNode;
  /** The ways to what other rooms let her do. */
  doors: ReactNode;
  /** Opens the after-sales of her customers. */
  onAfterSales: () => void;
}

/** A guide's first look: today, what to do, who bought and who came. */
export function DeskScreen({ tabBar, doors, onAfterSales }: DeskScreenProps) {
  const state = useDesk();
  usePullDownRefresh(() => {
    void state.reload().finally(() => Taro.stopPullDownRefresh());
  });
  return (
    <Page title="导购台" bar={tabBar}>
      <Ask state={state} skeleton={<DeskSkeleton />}>
        {(desk) => (
          <View className="desk">
            <View className="desk__first">
              <DeskHead desk={desk} />
              <Deeds onAfterSales={onAfterSales} />
              {doors}
            </View>
            <LatestOrders desk={desk} />
            <LatestVisits desk={desk} />
          </View>
        )}
      </Ask>
    </Page>
  );
}

function Deeds({ onAfterSales }: Pick<DeskScreenProps, 'onAfterSales'>) {
  return (
    <View className="desk__deeds">
      <Deed icon="share" label="选品分享" first onTap={openGoods} />
      <Deed icon="people" label="客户来访" onTap={openVisits} />
      <Deed icon="wallet" label="我的业绩" onTap={() => openOrders('all')} />
      <Deed icon="shield" label="顾客售后" onTap={onAfterSales} />
    </View>
  );
}

interface DeedProps {
  icon: IconName;
  label: string;
  /** The one that brings sales. */
  first?: boolean;
  onTap: () => void;
}

function Deed({ icon, label, first = false, onTap }: DeedProps) {
  return (
    <Tap className={first ? 'desk__deed desk__deed--first' : 'desk__deed'} onTap={onTap}>
      <View className="desk__sign">
        <Icon name={icon} size="large" />
      </View>
      {label}
    </Tap>
  );
}

function LatestOrders({ desk: { orders, numbers } }: { desk: Desk }) {
  return (
    <Latest
      title="最新业绩"
      none="还没有业绩，分享一张卡片试试"
      any={orders.length > 0}
      onMore={() => openOrders('all')}
    >
      {orders.map((order) => (
        <CreditedLine
          key={`${order.orderId} ${order.part}`}
          order={order}
          today={numbers.day}
          nowMs={phoneNow()}
        />
      ))}
    </Latest>
  );
}

function LatestVisits({ desk: { visits, numbers } }: { desk: Desk }) {
  return (
    <Latest
      title="最近来访"
      none="还没有人来，分享一张卡片试试"
      any={visits.length > 0}
      onMore={openVisits}
    >
      {visits.map((visit) => (
        <VisitRow key={visit.touchId} visit={visit} today={numbers.day} nowMs={phoneNow()} />
      ))}
    </Latest>
  );
}

interface LatestProps {
  title: string;
  /** Said when there is nothing. */
  none: string;
  any: boolean;
  onMore: () => void;
  children: ReactNode;
}

function Latest({ title, none, any, onMore, children }: LatestProps) {
  return (
    <View className="desk__latest">
      <Tap className="desk__latest-head" label={`${title}，看全部`} onTap={onMore}>
        <View className="desk__latest-title">{title}</View>
        全部
        <Icon name="forward" size="small" />
      </Tap>
      {any ? children : <View className="desk__none">{none}</View>}
    </View>
  );
}
