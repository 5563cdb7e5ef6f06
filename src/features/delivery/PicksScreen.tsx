import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { ask } from '../../cloud';
import { useAsk } from '../../kit/useAsk';
import { useStepwise } from '../../kit/useStepwise';
import { Ask } from '../../ui/Ask';
import { BottomBar } from '../../ui/BottomBar';
import { Button } from '../../ui/Button';
import { Empty } from '../../ui/Empty';
import { Page } from '../../ui/Page';
import { SkeletonRows } from '../../ui/Skeleton';
import { usePicked } from './picked';
import { picksCsv, type Picks } from './picksText';
import { signInToDelivery } from './signInToDelivery';
import './PicksScreen.scss';

/** What to take from the shelves for the chosen orders: summed by SKU, and order by order. */
export function PicksScreen() {
  const orderIds = usePicked((picked) => picked.orderIds);
  const state = useAsk(
    async () => {
      await signInToDelivery('manager');
      return ask('delivery.pickList', { orderIds: [...orderIds] });
    },
    orderIds.length === 0 ? null : orderIds.join(),
  );
  if (orderIds.length === 0) {
    return (
      <Page title="拣货单">
        <Empty
          icon="paper"
          say="请先在待发货里选中订单"
          action="去选订单"
          onAction={() => void Taro.redirectTo({ url: '/pages/manager/ship/index' })}
        />
      </Page>
    );
  }
  const picks = state.phase === 'ready' ? state.value : null;
  return (
    <Page title="拣货单" bar={picks === null ? null : <Bar picks={picks} />}>
      <Ask state={state} skeleton={<SkeletonRows count={4} />}>
        {(value) => <Lists picks={value} />}
      </Ask>
    </Page>
  );
}

function Lists({ picks: { bySku, orders } }: { picks: Picks }) {
  const shown = useStepwise();
  const pieces = bySku.reduce((sum, { quantity }) => sum + quantity, 0);
  return (
    <>
      <View className="picks">
        <View className="picks__title">
          按商品汇总 · {bySku.length} 种 {pieces} 件
        </View>
        {bySku.map((pick) => (
          <PickRow key={pick.skuId} {...pick} />
        ))}
      </View>
      {orders.slice(0, shown).map(({ orderId, number, buyer, receiver, remark, goods }) => (
        <View key={orderId} className="picks">
          <View className="picks__title">{receiver === null ? buyer : receiver.name}</View>
          <View className="picks__number">{number}</View>
          {goods.map((pick) => (
            <PickRow key={pick.skuId} {...pick} />
          ))}
          {remark === '' ? null : <View className="picks__remark">留言：{remark}</View>}
        </View>
      ))}
    </>
  );
}

function PickRow({ title, specText, quantity }: Picks['bySku'][number]) {
  return (
    <View className="pick-row">
      <View className="pick-row__words">
        <View>{title}</View>
        <View className="pick-row__spec">{specText}</View>
      </View>
      <Text className="pick-row__count">×{quantity}</Text>
    </View>
  );
}

/** A browser prints and saves; the mini program copies the table. */
function Bar({ picks }: { picks: Picks }) {
  if (process.env.TARO_ENV !== 'h5') {
    return (
      <BottomBar>
        <Button onTap={() => void Taro.setClipboardData({ data: picksCsv(picks) })}>
          复制拣货单
        </Button>
      </BottomBar>
    );
  }
  return (
    <BottomBar>
      <Button kind="plain" onTap={() => saveCsv(picksCsv(picks))}>
        导出表格
      </Button>
      <Button onTap={() => window.print()}>打印</Button>
    </BottomBar>
  );
}

/** With the mark that spreadsheets tell UTF-8 by. */
function saveCsv(csv: string): void {
  const address = URL.createObjectURL(new Blob([`\ufeff${csv}`], { type: 'text/csv' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = '拣货单.csv';
  link.click();
  URL.revokeObjectURL(address);
}
