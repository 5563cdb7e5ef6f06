import Taro from '@tarojs/taro';
import { useState } from 'react';
import { yuanText } from '../../../cloudfunctions/kit/money';
import { ask, Declined, type Output } from '../../cloud';
import { sayWhy } from '../../kit/sayWhy';
import { useCart } from '../../stores/cart';
import { confirmed, toast } from '../../ui/toast';
import { useCheckoutDraft, type DraftLine } from './checkoutDraft';
import { pay } from './payment';
import { orderPage, ordersPage, resultPage } from './routes';
import { afterRefusal, priceChanges, type SeenQuote } from './afterRefusal';
import { choiceOf, type Delivery, type OfferChoice } from './steps';

type Placed = Output<'orders.place'>;

interface Wanted {
  readonly delivery: Delivery;
  readonly remark: string;
  /** What the shopper saw; the shop takes nothing when its own quote is another one. */
  readonly seen: SeenQuote;
}

interface Screen {
  /** Asks for a new quote and new problems. */
  readonly reload: () => Promise<void>;
  readonly titleOf: (skuId: string) => string;
  /** Goes before the order, inside the tap itself: a question that WeChat puts only there. */
  readonly before?: () => Promise<void>;
}

/** Places the order and opens the pay sheet; `busy` until the page is left or the shop said no. */
export function usePlacing(screen: Screen) {
  const [busy, setBusy] = useState(false);

  async function submit(wanted: Wanted): Promise<void> {
    setBusy(true);
    await screen.before?.();
    await send(wanted);
  }

  async function send(wanted: Wanted): Promise<void> {
    const placed = await place(wanted, screen);
    if (placed === 'no') setBusy(false);
    else if ('orderId' in placed) await goOn(placed);
    else await send({ ...wanted, seen: placed });
  }

  return { busy, submit };
}

/**
 * The placed order; another quote that the shopper agreed to; or no, after she was told why. The draft's
 * key goes with every try, so that a lost answer never makes two orders.
 */
async function place(wanted: Wanted, screen: Screen): Promise<Placed | SeenQuote | 'no'> {
  const { lines, key, using } = useCheckoutDraft.getState();
  const { seen, ...rest } = wanted;
  const { payableFen, dueFen } = seen;
  const order = { ...rest, key, lines: [...lines], choice: choiceOf(using), payableFen, dueFen };
  try {
    return await ask('orders.place', order);
  } catch (reason) {
    if (!(reason instanceof Declined)) throw reason;
    return (await afterNo(reason, wanted, screen)) ?? 'no';
  }
}

async function afterNo(no: Declined, wanted: Wanted, screen: Screen): Promise<SeenQuote | null> {
  const next = afterRefusal(no.code, no.details);
  switch (next.kind) {
    case 'newQuote':
      await screen.reload();
      return agreedTo(next.quote, wanted.seen, no.say);
    case 'soldOut':
      toast(next.skuId === null ? no.say : `「${screen.titleOf(next.skuId)}」库存不足`);
      await screen.reload();
      return null;
    case 'placedBefore':
      toast('订单可能已经提交，请先查看');
      await Taro.redirectTo({ url: ordersPage('unpaid') });
      return null;
    case 'askAnew':
      toast(no.say);
      await screen.reload();
      return null;
    case 'say':
      toast(no.say);
      return null;
  }
}

/** The new quote, if she agrees to it after she was told what moved. */
async function agreedTo(
  now: SeenQuote | null,
  seen: SeenQuote,
  say: string,
): Promise<SeenQuote | null> {
  if (now === null) {
    toast(say);
    return null;
  }
  const amounts = `应付金额由 ¥${yuanText(seen.dueFen)} 变为 ¥${yuanText(now.dueFen)}`;
  const yes = await confirmed({
    title: '价格有变动',
    say: `${[...priceChanges(seen, now), amounts].join('，')}。按新的金额提交吗？`,
    yes: '继续提交',
  });
  return yes ? now : null;
}

/** From the placed order to its payment. Whatever happens there, the order stands and can be paid later. */
async function goOn(placed: Placed): Promise<void> {
  const { lines, from, using, finish } = useCheckoutDraft.getState();
  if (from === 'cart') emptyCart(lines, using);
  const url = await payOnce(placed);
  if (url !== null) await Taro.redirectTo({ url });
  finish();
}

/** What was ordered leaves the cart, with the goods of 加价购 that came along. */
function emptyCart(lines: readonly DraftLine[], { addOns }: OfferChoice): void {
  const { remove, setAddOn } = useCart.getState();
  remove(lines.map((line) => line.skuId));
  for (const addOn of addOns) setAddOn({ ...addOn, quantity: 0 });
}

/** The page to go on to after paying; null when the browser left for the pay sheet. Nothing due is paid already. */
async function payOnce({ orderId, dueFen }: Placed): Promise<string | null> {
  if (dueFen === 0) return resultPage(orderId);
  try {
    const outcome = await pay(orderId, true);
    if (outcome === 'left') return null;
    return outcome === 'done' ? resultPage(orderId) : orderPage(orderId);
  } catch (reason) {
    toast(sayWhy(reason));
    return orderPage(orderId);
  }
}
