import { refusals } from '../../kit/refusal';

/** What the after-sales room says no to. */
export const refuse = refusals({
  no_such_after_sale: ['missing', '没有找到这笔售后'],
  no_such_order: ['missing', '没有找到这笔订单'],
  cannot_ask: ['conflict', '这笔订单现在不能申请售后'],
  window_over: ['conflict', '已过售后期，如需帮助请联系导购'],
  nothing_asked: ['invalid', '请选择要处理的商品'],
  no_such_line: ['missing', '订单里没有这件商品'],
  too_many_units: ['conflict', '数量超过了还能申请的件数'],
  only_gifts: ['conflict', '赠品不能单独申请售后'],
  wrong_reason: ['invalid', '请重新选择申请原因'],
  too_often: ['conflict', '这笔订单的售后次数已到上限，请联系导购'],
  exchange_unknown: ['conflict', '请选择同一商品、同一价格的其他规格'],
  exchange_sold_out: ['conflict', '要换的规格暂时没有库存，可以改为退货退款'],
  cannot_step: ['conflict', '这笔售后的状态已更新，请刷新后再看'],
  not_yours: ['forbidden', '这笔售后不由您处理'],
  again_once: ['conflict', '这笔售后已经申诉过一次'],
  again_late: ['conflict', '申诉时间已过，如需帮助请联系导购'],
});
