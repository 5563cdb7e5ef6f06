import { refusals } from '../../kit/refusal';

/** What the orders room says no to. */
export const refuse = refusals({
  no_such_order: ['missing', '没有找到这笔订单'],
  cannot_cancel: ['conflict', '这笔订单现在不能取消'],
  cannot_pay: ['conflict', '这笔订单已不能支付，请重新下单'],
  price_changed: ['conflict', '价格有变动，请核对新的金额'],
  too_few_points: ['conflict', '积分不足，换不了这件商品'],
  offers_moved: ['conflict', '优惠正在变动，请稍后再试'],
  sold_out: ['conflict', '手慢了，有商品库存不足'],
  key_reused: ['conflict', '请勿重复提交不同的订单，请返回重试'],
  not_deliverable: ['conflict', '有商品不配送到该地区，请更换地址或选择自提'],
  slot_gone: ['conflict', '这个送达时间已经约不上了，请重新选择'],
  too_much: ['conflict', '单笔订单金额过大，请分开下单'],
  cannot_ship: ['conflict', '这笔订单现在不能发货'],
  nothing_to_ship: ['invalid', '请选择要发货的商品'],
  refund_asked: ['conflict', '有商品正在申请退款，请先处理'],
  cannot_receive: ['conflict', '这笔订单现在不能确认收货'],
  cannot_extend: ['conflict', '商品还没有全部发出，暂时不用延长收货'],
  extended_before: ['conflict', '这笔订单已经延长过一次收货时间'],
  cannot_refund: ['conflict', '这笔订单现在不能退款'],
  nothing_to_refund: ['invalid', '请选择要退款的商品'],
  no_such_line: ['missing', '订单里没有这件商品'],
  too_many_units: ['conflict', '数量超过了还能处理的件数'],
  pay_unavailable: ['conflict', '微信支付暂时没有响应，请稍后再试'],
});
