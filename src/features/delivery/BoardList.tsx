import { useRef, useState } from 'react';
import { ask } from '../../cloud';
import { sayWhy } from '../../kit/sayWhy';
import { freshId } from '../../stores/chance';
import { Ask } from '../../ui/Ask';
import { Empty } from '../../ui/Empty';
import { More } from '../../ui/More';
import { SkeletonRows } from '../../ui/Skeleton';
import { confirmed, toast } from '../../ui/toast';
import { BoardCard } from './BoardCard';
import type { useBoard } from './useBoard';
import type { BoardTab } from './words';

interface BoardListProps {
  board: ReturnType<typeof useBoard>;
  onShip: (orderId: string) => void;
  onCorrect: (orderId: string) => void;
}

/** The orders of a tab, page by page, with what is to be done with each. */
export function BoardList({ board, onShip, onCorrect }: BoardListProps) {
  const { tab, pages, words } = board;
  const deeds = useCounterDeeds(() => void pages.state.reload());
  return (
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
                onShip={() => onShip(order.orderId)}
                onCorrect={() => onCorrect(order.orderId)}
                onReady={() => void deeds.markReady(order.orderId)}
                onSendOut={() => void deeds.sendOut(order.orderId)}
                onDelivered={() => void deeds.markDelivered(order.orderId)}
              />
            ))}
            <More phase={pages.morePhase} say={pages.moreSay} onMore={() => void pages.more()} />
          </>
        )
      }
    </Ask>
  );
}

/** What is done with an order by one tap; each at a time. */
function useCounterDeeds(onDone: () => void) {
  const [busy, setBusy] = useState(false);
  const keys = useRef(new Map<string, string>());

  async function doing(deed: () => Promise<unknown>, say: string): Promise<void> {
    if (busy) return;
    setBusy(true);
    try {
      await deed();
      toast(say);
      onDone();
    } catch (reason) {
      toast(sayWhy(reason));
    } finally {
      setBusy(false);
    }
  }

  /** One key an order: a tap that got no answer is the same deed. */
  function keyOf(orderId: string): string {
    const key = keys.current.get(orderId) ?? freshId();
    keys.current.set(orderId, key);
    return key;
  }

  return {
    markReady: (orderId: string) =>
      doing(() => ask('delivery.ready', { orderId }), '已通知顾客来取'),
    sendOut: (orderId: string) =>
      doing(() => ask('delivery.sendOut', { orderId, key: keyOf(orderId) }), '骑手已取货'),
    async markDelivered(orderId: string): Promise<void> {
      const question = { title: '已送到顾客手中？', say: '确认后记为送达时间', yes: '已送达' };
      if (!(await confirmed(question))) return;
      await doing(() => ask('delivery.delivered', { orderId }), '已记为送达');
    },
  };
}

function noneSay(tab: BoardTab, words: string): string {
  if (words !== '') return '没有找到相关订单，换个词试试';
  if (tab === 'toShip') return '没有待发货的订单';
  if (tab === 'pickup') return '没有等待自提的订单';
  return tab === 'city' ? '没有要送的同城订单' : '没有在途的订单';
}
