import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { useState, type ReactNode } from 'react';
import { classes } from '../../kit/classes';
import { Ask } from '../../ui/Ask';
import { Page } from '../../ui/Page';
import { Tabs } from '../../ui/Tabs';
import { DefinitionsSheet } from './DefinitionsSheet';
import { Leaders } from './Leaders';
import { ManagerSkeleton } from './ManagerSkeleton';
import { NumbersCard } from './NumbersCard';
import type { ChartPart } from './TrendChart';
import { TrendCard } from './TrendCard';
import { useBoard, type Board, type Window } from './useBoard';
import './ManagerScreen.scss';

const tabs: readonly { key: Window; label: string }[] = [
  { key: 'today', label: '今天' },
  { key: 'month', label: '近 30 天' },
];

interface ManagerScreenProps {
  tabBar: ReactNode;
  /** Draws the chart on a canvas. */
  canvas: ChartPart;
  /** The ways to what the manager sets up. */
  doors: ReactNode;
}

/** The shop at a glance: how much, against before, day by day, and by whom. */
export function ManagerScreen({ tabBar, canvas, doors }: ManagerScreenProps) {
  const { window, choose, state, isOld } = useBoard();
  const [explaining, setExplaining] = useState(false);
  usePullDownRefresh(() => {
    void state.reload().finally(() => Taro.stopPullDownRefresh());
  });
  return (
    <Page title="管理" bar={tabBar} className="manager">
      <View className={`manager__top manager__top--${process.env.TARO_ENV}`}>
        <Tabs
          tabs={tabs}
          current={window}
          onChoose={(key) => choose(key === 'month' ? 'month' : 'today')}
        />
      </View>
      {doors}
      <Ask state={state} skeleton={<ManagerSkeleton />}>
        {(board) => (
          <Blocks
            board={board}
            isOld={isOld}
            canvas={canvas}
            onExplain={() => setExplaining(true)}
          />
        )}
      </Ask>
      <DefinitionsSheet open={explaining} onClose={() => setExplaining(false)} />
    </Page>
  );
}

interface BlocksProps {
  board: Board;
  isOld: boolean;
  canvas: ChartPart;
  onExplain: () => void;
}

function Blocks({ board, isOld, canvas, onExplain }: BlocksProps) {
  const { overview, leaders } = board;
  return (
    <View className={classes('manager__blocks', isOld && 'manager__blocks--old')}>
      <View className="manager__column">
        <NumbersCard overview={overview} onExplain={onExplain} />
        <TrendCard days={overview.days} canvas={canvas} />
      </View>
      <View className="manager__column">
        <Leaders leaders={leaders} window={overview.window} />
      </View>
    </View>
  );
}
