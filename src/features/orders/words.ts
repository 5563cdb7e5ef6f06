import { moneyText, yuanText } from '../../../cloudfunctions/kit/money';
import { clockText, day, hour } from '../../../cloudfunctions/kit/time';
import { stateNames, type OrderState } from '../../../cloudfunctions/domains/orders/flow';
import type { Output } from '../../cloud';

export type OrderView = Output<'orders.show'>;
export type OrderSummary = Output<'orders.list'>['items'][number];

/** The shop's zone, east of UTC. */
const shopOffsetMinutes = 480;

/** `2026-11-22 15:04` by the shop's clock. */
export function timeText(atMs: number): string {
  return clockText(atMs, shopOffsetMinutes);
}

/** `15:04` by the shop's clock. */
export function clockTime(atMs: number): string {
  return timeText(atMs).slice(-5);
}

/** What a state is called, as a headline. */
export function stateName(state: OrderState): string {
  return stateNames[state];
}

/** The headline of one order: goods that wait at a counter are fetched, not shipped. */
export function headline({ state, delivery }: Pick<OrderView, 'state' | 'delivery'>): string {
  return state === 'paid' && delivery === 'pickup' ? '待自提' : stateName(state);
}

/** What comes next, in one line below the headline. An unpaid order shows its deadline instead. */
export function nextStepSay(
  order: Pick<OrderView, 'state' | 'delivery' | 'closeReason' | 'refunds' | 'confirmBy'> & {
    lines: readonly { shippedQuantity: number }[];
  },
  nowMs: number,
): string {
  switch (order.state) {
    case 'unpaid':
      return '超时未付款，订单会自动取消';
    case 'teaming':
      return '已付款，人齐后为您发货';
    case 'paid':
      if (order.delivery === 'pickup') return '请凭取货码到店自提';
      if (order.delivery === 'city') return '门店正在备货，骑手取货后为您送达';
      return isPartSent(order) ? '部分商品已发出，其余正在备货' : '商家正在备货，将尽快为您发出';
    case 'shipped':
      return order.delivery === 'city' && nowMs < (order.confirmBy ?? 0)
        ? '骑手已取货，请留意接收'
        : confirmSay(order.confirmBy, nowMs);
    case 'received':
      return '已签收，期待您再来';
    case 'completed':
      return '交易已完成，感谢您的信任';
    case 'closed':
      return order.refunds.length > 0
        ? '已收到的款项会原路退回'
        : closeReasonSay(order.closeReason);
  }
}

/** How long it is until receipt is confirmed by itself, in whole days while there are any. */
function confirmSay(confirmBy: number | null, nowMs: number): string {
  const leftMs = (confirmBy ?? nowMs) - nowMs;
  if (confirmBy === null || leftMs <= 0) return '包裹正在路上，请留意签收';
  if (leftMs >= day) return `还剩 ${Math.floor(leftMs / day)} 天自动确认收货`;
  if (leftMs >= hour) return `还剩 ${Math.floor(leftMs / hour)} 小时自动确认收货`;
  return '不到 1 小时自动确认收货';
}

/** Whether some of an order has left; with the last of it the order is shipped. */
export function isPartSent({ lines }: { lines: readonly { shippedQuantity: number }[] }): boolean {
  return lines.some(({ shippedQuantity }) => shippedQuantity > 0);
}

/** Why an order was closed, for the shopper. */
export function closeReasonSay(reason: string | null): string {
  if (reason === 'refunded') return '已全额退款';
  return reason === 'timeout' ? '超时未付款，订单已自动取消' : '您已取消这笔订单';
}

/** How a refund stands. */
export function refundSay(state: string): string {
  switch (state) {
    case 'done':
      return '已原路退回';
    case 'failed':
      return '退款遇到问题，客服会联系您';
    default:
      return '正在原路退回，通常 1–3 天到账';
  }
}

/** Why money goes back. */
export function refundReasonSay(reason: string): string {
  return reason === 'late_payment' ? '付款时订单已关闭，款项退回' : '订单退款';
}

/** What the sum of an order is called: still to pay, paid (or what WeChat Pay took of it), or neither. */
export function totalName(
  order: Pick<OrderView, 'state' | 'paidAt' | 'payableFen' | 'dueFen'>,
): string {
  if (order.paidAt !== null) return order.dueFen < order.payableFen ? '微信支付' : '实付';
  return order.state === 'unpaid' ? '应付' : '合计';
}

/** Of what an order was paid, where it was not WeChat Pay alone; empty otherwise. */
export function paidBy({ payableFen, dueFen }: Pick<OrderView, 'payableFen' | 'dueFen'>): string {
  if (dueFen === payableFen) return '';
  const stored = `储值支付 ¥${yuanText(payableFen - dueFen)}`;
  return dueFen === 0 ? stored : `微信支付 ¥${yuanText(dueFen)}，${stored}`;
}

/** What points an order earns once it is completed, or has earned; empty for none and for a closed order. */
export function earnedSay({ state, quote }: Pick<OrderView, 'state' | 'quote'>): string {
  const { earned } = quote.points;
  if (earned === 0 || state === 'closed') return '';
  return state === 'completed' ? `已得 ${earned} 积分` : `完成后可得 ${earned} 积分`;
}

type OrderLine = OrderSummary['lines'][number];

/** What sort of line it is, in two characters; empty for goods that were simply bought. */
export function lineSort({ kind }: Pick<OrderLine, 'kind'>): string {
  if (kind === 'gift') return '赠品';
  return kind === 'add_on' ? '换购' : '';
}

/** Why a line of an order costs what it does. */
export function lineLooks(line: OrderLine, quote: OrderView['quote']) {
  const addOn = line.kind === 'add_on';
  const quoted = quote.lines.find(
    ({ skuId, unitFrom }) => skuId === line.skuId && (unitFrom === 'add_on') === addOn,
  );
  if (line.kind === 'gift' || quoted === undefined) return { pill: lineSort(line) };
  const exchange = quoted.unitFrom === 'exchange';
  return {
    pill: addOn ? lineSort(line) : unitPills[quoted.unitFrom],
    points: exchange ? Math.floor(quote.points.exchanged / line.quantity) : 0,
    offs: quoted.discounts.map(({ say, shareFen }) => `${say} ${moneyText(-shareFen)}`),
  };
}

const unitPills = {
  list: '',
  flash: '秒杀',
  exchange: '积分兑换',
  timed: '限时折扣',
  member: '会员价',
  add_on: '换购',
};

/** Pieces of an order that its card does not show; the list brings its first lines only. */
export function piecesBeyond(order: Pick<OrderSummary, 'pieces' | 'lines'>): number {
  return order.pieces - order.lines.reduce((sum, line) => sum + line.quantity, 0);
}

/** Reasons that a shopper can choose for taking an order back. */
export const cancelReasons: readonly string[] = [
  '不想要了',
  '地址或手机号填错了',
  '规格或数量选错了',
  '想重新下单使用优惠',
  '其他原因',
];

/** The one thing that a shopper does next with an order. */
export type NextDeed = 'pay' | 'confirm' | 'again';

/** The primary action of an order: paying for it, saying that it is here, otherwise buying again. */
export function nextDeed(state: OrderState): NextDeed {
  if (state === 'unpaid') return 'pay';
  return state === 'shipped' ? 'confirm' : 'again';
}

/** The tabs of the order list, in the order of an order's life. */
export const orderTabs = [
  { key: 'all', label: '全部', states: undefined },
  { key: 'unpaid', label: '待付款', states: ['unpaid'] },
  { key: 'paid', label: '待发货', states: ['teaming', 'paid'] },
  { key: 'shipped', label: '待收货', states: ['shipped'] },
  { key: 'completed', label: '已完成', states: ['received', 'completed'] },
] as const;

export type OrderTab = (typeof orderTabs)[number]['key'];

/** The tab that an address names, or all orders. */
export function orderTab(key: string | undefined): OrderTab {
  return orderTabs.find((tab) => tab.key === key)?.key ?? 'all';
}

/** The states of the orders that a tab shows; undefined for all. */
export function statesOf(tab: OrderTab): OrderState[] | undefined {
  const states = orderTabs.find(({ key }) => key === tab)?.states;
  return states === undefined ? undefined : [...states];
}

/** The tabs with how many orders wait in each; finished orders wait for nothing. */
export function tabsWithCounts(counts: Output<'orders.counts'> | null) {
  return orderTabs.map(({ key, label }) => {
    if (counts === null || key === 'all' || key === 'completed') return { key, label };
    return { key, label, count: counts[key] };
  });
}
