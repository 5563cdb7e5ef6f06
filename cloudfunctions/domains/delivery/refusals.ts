import { refusals } from '../../kit/refusal';

/** What the delivery room says no to. */
export const refuse = refusals({
  no_such_order: ['missing', '没有找到这笔订单'],
  no_such_parcel: ['missing', '没有找到这个包裹'],
  bad_number: ['invalid', '运单号应为 6–32 位字母或数字'],
  choose_carrier: ['invalid', '看不出是哪家快递，请选择快递公司'],
  number_taken: ['conflict', '这个单号已用在其他顾客的订单上，请核对'],
  same_number: ['conflict', '这个单号已经在这笔订单里了'],
  too_many_parcels: ['conflict', '一笔订单最多发 15 个包裹'],
  not_express: ['conflict', '这笔订单不走快递，请在自提或同城里处理'],
  not_city: ['conflict', '这笔订单不是同城配送'],
  cannot_send_out: ['conflict', '这笔订单现在不能送出'],
  not_sent_out: ['conflict', '商品还没有送出，请先点骑手取货'],
  not_pickup: ['conflict', '这笔订单不是到店自提'],
  corrected_before: ['conflict', '一笔订单的单号只能更正一次，请联系顾客说明'],
  cannot_correct: ['conflict', '包裹已签收或订单已结束，不能再更正单号'],
  nothing_left: ['conflict', '这笔订单没有可以发的商品了'],
  no_such_code: ['missing', '没有找到这个取货码，请核对'],
  too_many_codes: ['tooMany', '输错次数过多，请一分钟后再试'],
  cannot_hand_over: ['conflict', '这笔订单现在不能交付'],
  refund_asked: ['conflict', '顾客正在申请退款，请先处理退款'],
  managers_only: ['forbidden', '只有店长可以查看'],
  empty_table: ['invalid', '没有读到内容，请粘贴订单号和运单号'],
  too_many_rows: ['invalid', '一次最多 500 行，请分批粘贴'],
});
