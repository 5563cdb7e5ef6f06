import { memberNotice } from '../../after-sales/rules/notices';
import { carrierName } from '../../delivery/rules/carriers';
import { lastParcel } from '../../delivery/usecases/of-order';
import { oneStore } from '../../guides/usecases/stores';
import { orderInWords } from '../../orders/usecases/told';
import type { Events, Tx, World } from '../../registry';
import { messageFor } from './queue';

/** An order was paid: its buyer hears of it. */
export async function messagePaid(
  world: World,
  tx: Tx,
  { orderId, memberId }: Events['orders.paid'],
): Promise<void> {
  const order = await orderInWords(world, tx, orderId);
  if (order === null) return;
  const { number, goods, payableFen: fen, paidAt } = order;
  const at = paidAt ?? world.nowMs;
  const about = { kind: 'order_paid' as const, orderId, number, goods, fen, at };
  await messageFor(world, tx, { memberId, about, causeId: orderId });
}

/** All of an order is on its way: its buyer hears of it, with the last parcel; goods handed over need no message. */
export async function messageShipped(
  world: World,
  tx: Tx,
  { orderId, memberId }: Events['orders.shipped'],
): Promise<void> {
  const order = await orderInWords(world, tx, orderId);
  const parcel = await lastParcel(world, tx, orderId);
  if (order === null || parcel === null) return;
  const { number, goods } = order;
  const carrier = carrierName(parcel.carrier);
  const sent = { carrier, trackingNo: parcel.number, at: world.nowMs };
  const about = { kind: 'order_shipped' as const, orderId, number, goods, ...sent };
  await messageFor(world, tx, { memberId, about, causeId: orderId });
}

/** Goods lie ready at their store: their buyer hears of it. */
export async function messagePickupReady(
  world: World,
  tx: Tx,
  { orderId, memberId, storeId }: Events['delivery.pickupReady'],
): Promise<void> {
  const order = await orderInWords(world, tx, orderId);
  if (order === null) return;
  const { number, goods } = order;
  const { name: store } = await oneStore({ db: tx, shop: world.shop }, storeId, false);
  const about = { kind: 'pickup_ready' as const, orderId, number, goods, store, at: world.nowMs };
  await messageFor(world, tx, { memberId, about, causeId: orderId });
}

/** Money is back where it came from: its owner hears of it. */
export async function messageRefunded(
  world: World,
  tx: Tx,
  { refundId, orderId, memberId, amountFen: fen }: Events['payments.refunded'],
): Promise<void> {
  const order = await orderInWords(world, tx, orderId);
  if (order === null) return;
  const { number, goods } = order;
  const about = { kind: 'refund_done' as const, orderId, number, goods, fen, at: world.nowMs };
  await messageFor(world, tx, { memberId, about, causeId: refundId });
}

/** What a step of an after-sale is called in a message, in five characters at most. */
const states: Readonly<Record<string, string>> = {
  open: '已受理',
  agree: '已同意',
  resume: '复核通过',
  refuse: '未通过',
  lapse: '已关闭',
  receive: '已收到退货',
  send: '换货已寄出',
};

/** An after-sale moved by somebody else's hand: its shopper hears how it stands. Money that goes back tells of itself. */
export async function messageAfterSale(
  world: World,
  tx: Tx,
  moved: Events['afterSales.moved'],
): Promise<void> {
  const { afterSaleId, orderId, memberId, kind, step, actor } = moved;
  const state = states[step];
  if (state === undefined) return;
  const facts = { kind, step, actor, refusal: '请在售后里查看原因', total: '', wechatFen: 0 };
  const notice = memberNotice(facts, world.shop.settings.orders.returnWithinMs);
  const order = await orderInWords(world, tx, orderId);
  if (notice === null || order === null) return;
  const { number, goods } = order;
  const told = { state, note: notice.title, at: world.nowMs };
  const about = { kind: 'after_sale' as const, orderId, number, goods, ...told };
  await messageFor(world, tx, { memberId, about, causeId: `${afterSaleId} ${step}` });
}
