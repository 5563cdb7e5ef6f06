import Taro from '@tarojs/taro';
import { useState } from 'react';
import { yuanText } from '../../../cloudfunctions/kit/money';
import { ask, Declined, type Output } from '../../cloud';
import { sayWhy } from '../../kit/sayWhy';
import { useCart } from '../../stores/cart';
import { confirmed, toast } from '../../ui/toast';
import { useCheckoutDraft } from './checkoutDraft';
import { pay } from './payment';
import { orderPage, ordersPage, resultPage } from './routes';
import { afterRefusal, type Delivery } from './steps';

type Placed = Output<'orders.place'>;

interface Wanted {
  readonly delivery: Delivery;
  readonly remark: string;
  /** What the shopper saw; the shop takes nothing when its own quote is another one. */
  readonly payableFen: number;
}

interface Screen {
  /** Asks for a new quote and new problems. */
  readonly reload: () => Promise<void>;
  readonly titleOf: (skuId: string) => string;
}

/** Places the order and opens the pay sheet; `busy` until the page is left or the shop said no. */
export function usePlacing(screen: Screen) {
  const [busy, setBusy] = useState(false);

  async function submit(wanted: Wanted): Promise<void> {
    setBusy(true);
    const placed = await place(wanted, screen);
    if (placed === 'no') setBusy(false);
    else if (typeof placed === 'number') await submit({ ...wanted, payableFen: placed });
    else await goOn(placed);
  }

  return { busy, submit };
}

/**
 * The placed order; another amount that the shopper agreed to; or no, after she was told why. The draft's
 * key goes with every try, so that a lost answer never makes two orders.
 */
async function place(wanted: Wanted, screen: Screen): Promise<Placed | number | 'no'> {
  const { lines, key } = useCheckoutDraft.getState();
  try {
    return await ask('orders.place', { ...wanted, key, lines: [...lines] });
  } catch (reason) {
    if (!(reason instanceof Declined)) throw reason;
    return (await afterNo(reason, wanted, screen)) ?? 'no';
  }
}

async function afterNo(no: Declined, wanted: Wanted, screen: Screen): Promise<number | null> {
  const next = afterRefusal(no.code, no.details);
  switch (next.kind) {
    case 'newQuote':
      await screen.reload();
      return agreedTo(next.payableFen, wanted.payableFen, no.say);
    case 'soldOut':
      toast(next.skuId === null ? no.say : `「${screen.titleOf(next.skuId)}」库存不足`);
      await screen.reload();
      return null;
    case 'placedBefore':
      toast('订单可能已经提交，请先查看');
      await Taro.redirectTo({ url: ordersPage('unpaid') });
      return null;
    case 'say':
      toast(no.say);
      return null;
  }
}

async function agreedTo(
  newFen: number | null,
  oldFen: number,
  say: string,
): Promise<number | null> {
  if (newFen === null) {
    toast(say);
    return null;
  }
  const yes = await confirmed({
    title: '价格有变动',
    say: `应付金额由 ¥${yuanText(oldFen)} 变为 ¥${yuanText(newFen)}，按新的金额提交吗？`,
    yes: '继续提交',
  });
  return yes ? newFen : null;
}

/** From the placed order to its payment. Whatever happens there, the order stands and can be paid later. */
async function goOn(placed: Placed): Promise<void> {
  const { lines, from, finish } = useCheckoutDraft.getState();
  if (from === 'cart') useCart.getState().remove(lines.map((line) => line.skuId));
  const url = await payOnce(placed);
  if (url !== null) await Taro.redirectTo({ url });
  finish();
}

/** The page to go on to after paying; null when the browser left for the pay sheet. */
async function payOnce({ orderId, payableFen }: Placed): Promise<string | null> {
  if (payableFen === 0) return resultPage(orderId);
  try {
    const outcome = await pay(orderId, true);
    if (outcome === 'left') return null;
    return outcome === 'done' ? resultPage(orderId) : orderPage(orderId);
  } catch (reason) {
    toast(sayWhy(reason));
    return orderPage(orderId);
  }
}
