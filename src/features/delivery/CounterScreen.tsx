import { View } from '@tarojs/components';
import { BottomBar } from '../../ui/BottomBar';
import { Button } from '../../ui/Button';
import { Page } from '../../ui/Page';
import { Tabs } from '../../ui/Tabs';
import { BoardList } from './BoardList';
import { openPickup } from './routes';
import { useBoard } from './useBoard';
import './ShipScreen.scss';

/** What waits at a guide's own store: goods to be fetched, and goods for riders. */
export function CounterScreen() {
  const board = useBoard('pickup');
  const { counts, tab } = board;
  const tabs = [
    { key: 'pickup', label: '待自提', ...(counts === null ? {} : { count: counts.pickup }) },
    { key: 'city', label: '同城', ...(counts === null ? {} : { count: counts.city }) },
  ];
  return (
    <Page
      title="门店订单"
      bar={
        tab === 'pickup' ? (
          <BottomBar>
            <Button onTap={() => openPickup('guide')}>核销取货码</Button>
          </BottomBar>
        ) : null
      }
    >
      <View className={`ship-head ship-head--${process.env.TARO_ENV}`}>
        <Tabs
          tabs={tabs}
          current={tab}
          onChoose={(key) => board.setTab(key === 'city' ? 'city' : 'pickup')}
        />
      </View>
      <BoardList board={board} onShip={nothing} onCorrect={nothing} />
    </Page>
  );
}

/** Parcels are the manager's. */
function nothing(): void {
  return undefined;
}
