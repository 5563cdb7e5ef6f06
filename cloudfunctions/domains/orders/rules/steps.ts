import { step } from '../../../kit/flow';
import type { Refusal } from '../../../kit/refusal';
import { orderFlow, type OrderState } from '../flow';
import { refuse } from '../refusals';

/** Why an order may not be cancelled by its shopper, or null when it may. */
export function whyNotCancel(order: { state: OrderState }): Refusal | null {
  return step(orderFlow, order.state, 'cancel') === null ? refuse('cannot_cancel') : null;
}

/** Why an order cannot be paid at `nowMs`, or null when it can. */
export function whyNotPay(
  order: { state: OrderState; expiresAt: number },
  nowMs: number,
): Refusal | null {
  return step(orderFlow, order.state, 'pay') === null || order.expiresAt <= nowMs
    ? refuse('cannot_pay')
    : null;
}

/** Whether an unpaid order's time is over at `nowMs`. */
export function isOverdue(order: { state: OrderState; expiresAt: number }, nowMs: number): boolean {
  return step(orderFlow, order.state, 'expire') !== null && order.expiresAt <= nowMs;
}

/** What happened to an order, in the words of its timeline. */
export function eventText(event: { step: string; actor: string; reason: string }): string {
  const said = eventTexts[event.step] ?? '订单有更新';
  return event.reason === '' || event.step === 'refund_late' ? said : `${said}：${event.reason}`;
}

const eventTexts: Readonly<Record<string, string>> = {
  place: '提交订单',
  pay: '支付成功',
  cancel: '取消订单',
  expire: '超时未支付，订单关闭',
  reopen: '关闭后收到付款，订单已恢复',
  part: '部分商品已发出',
  ship: '商家已发货',
  extend: '延长了收货时间',
  receive: '已确认收货',
  complete: '交易完成',
  refund: '已退款',
  refund_late: '关闭后收到付款，款项原路退回',
};
