import Taro from '@tarojs/taro';
import { useState } from 'react';
import { ask } from '../../cloud';
import { sayWhy } from '../../kit/sayWhy';
import { useCart } from '../../stores/cart';
import { confirmed, toast } from '../../ui/toast';
import { pay } from './payment';
import { goToCart, orderPage, resultPage } from './routes';
import { timeText } from './words';

/** An order as far as the deeds need it. A list brings only its first lines, so fewer than `pieces`. */
export interface DeedOrder {
  readonly orderId: string;
  readonly lines: readonly { skuId: string; quantity: number; kind?: string }[];
  readonly pieces?: number;
}

/**
 * What a shopper does with an order that stands: pay, take back, buy again. `busyId` is the order at work.
 * After paying the result page opens, unless `onPaid` does something else.
 */
export function useOrderDeeds(
  onChanged: () => void,
  onPaid: (orderId: string) => void = showResult,
) {
  const [busyId, setBusyId] = useState('');

  async function doing(orderId: string, deed: () => Promise<void>): Promise<void> {
    setBusyId(orderId);
    try {
      await deed();
    } catch (reason) {
      toast(sayWhy(reason));
      onChanged();
    } finally {
      setBusyId('');
    }
  }

  return {
    busyId,
    payFor: ({ orderId }: DeedOrder) =>
      doing(orderId, async () => {
        if ((await pay(orderId, false)) === 'done') onPaid(orderId);
      }),
    /** The sheet has closed already, so nothing turns while the shop answers. */
    cancel: async ({ orderId }: DeedOrder, reason: string) => {
      toast(await cancelled(orderId, reason));
      onChanged();
    },
    /** After the sheet: her goods are here. */
    confirm: ({ orderId }: DeedOrder) =>
      doing(orderId, async () => {
        await ask('orders.confirm', { orderId });
        toast('已确认收货');
        onChanged();
      }),
    /** Puts the confirmation off, after asking: it can be done once. */
    extend: async ({ orderId }: DeedOrder) => {
      if (!(await confirmed(extension))) return;
      await doing(orderId, async () => {
        const { confirmBy } = await ask('orders.extend', { orderId });
        toast(`已延长到 ${timeText(confirmBy).slice(5, 10)}`);
        onChanged();
      });
    },
    buyAgain: (order: DeedOrder) => doing(order.orderId, () => buyAgain(order)),
    open: ({ orderId }: DeedOrder) => void Taro.navigateTo({ url: orderPage(orderId) }),
  };
}

const extension = {
  title: '延长收货时间',
  say: '还没有收到商品时可以延长 3 天自动确认，每笔订单只能延长一次',
  yes: '延长',
};

export type OrderDeeds = ReturnType<typeof useOrderDeeds>;

/** What to say after the shop answered. */
async function cancelled(orderId: string, reason: string): Promise<string> {
  try {
    await ask('orders.cancel', { orderId, reason });
    return '订单已取消';
  } catch (no) {
    return sayWhy(no);
  }
}

function showResult(orderId: string): void {
  void Taro.navigateTo({ url: resultPage(orderId) });
}

/** Puts an order's lines in the cart and goes there; the cart itself says what can no longer be bought. */
async function buyAgain(order: DeedOrder): Promise<void> {
  const lines = (await allLines(order)).filter(({ kind }) => kind !== 'gift');
  const { add } = useCart.getState();
  const fits = [...lines].reverse().map(({ skuId, quantity }) => add(skuId, quantity));
  if (fits.includes(false)) toast('购物车已满，请先清理');
  goToCart();
}

async function allLines({ orderId, lines, pieces = 0 }: DeedOrder): Promise<DeedOrder['lines']> {
  const here = lines.reduce((sum, line) => sum + line.quantity, 0);
  return here >= pieces ? lines : (await ask('orders.show', { orderId })).lines;
}
