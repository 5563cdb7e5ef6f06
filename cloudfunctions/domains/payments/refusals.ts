import { refusals } from '../../kit/refusal';

/** What the payments room says no to. */
export const refuse = refusals({
  no_such_refund: ['missing', '没有找到这笔退款'],
  refund_done: ['conflict', '这笔退款已经到账'],
  nothing_paid: ['conflict', '这笔订单没有微信支付的款项可退'],
  over_paid: ['conflict', '退款金额超过了可退的金额'],
  too_many_refunds: ['conflict', '这笔订单的退款次数已到上限'],
  no_such_bill: ['missing', '这一天还没有账单'],
});
