import { fine, no, type ApiAnswer } from './answers';
import type { Desk } from './desk';
import { ShippingCall } from './shipping-call';

const masked = /^(\d{3}\*{4}\d{4}|\d{3,4}-\*{4}\d{4}|\*{4}\d{4})$/;
const rfc3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?(Z|[+-]\d{2}:\d{2})$/;
const mostParcels = 15;

/** What WeChat answers to shipping info, with its own codes for each fault. */
export function shipped(desk: Desk, body: unknown): ApiAnswer {
  const read = ShippingCall.safeParse(body);
  if (!read.success)
    return no(10_060_014, `参数错误 ${read.error.issues[0]?.path.join('.') ?? ''}`);
  const call = read.data;
  const wrong = whyNotOrder(call) ?? whyNotParcels(call);
  if (wrong !== null) return wrong;
  return noted(desk, call);
}

function whyNotOrder({
  order_key: key,
  logistics_type: by,
  delivery_mode: mode,
  ...call
}: ShippingCall) {
  if (key.order_number_type === 1) {
    if (!key.mchid) return no(268_485_196, '商户号不能为空');
    if (!key.out_trade_no) return no(268_485_197, '商户订单号不能为空');
  } else if (key.order_number_type === 2) {
    if (!key.transaction_id) return no(268_485_195, '微信支付订单号不能为空');
  } else return no(268_485_194, '订单单号类型非法');
  if (![1, 2, 3, 4].includes(by)) return no(10_060_005, '物流类型有误');
  if (![1, 2].includes(mode)) return no(268_485_224, '发货模式非法');
  if (mode === 2 && by !== 1) return no(10_060_006, '非快递发货时不允许分拆发货');
  if (mode === 2 && call.is_all_delivered === undefined) {
    return no(10_060_007, '分拆发货模式下必须填写 is_all_delivered');
  }
  return rfc3339.test(call.upload_time) ? null : no(268_485_216, '上传时间非法');
}

function whyNotParcels(call: ShippingCall): ApiAnswer | null {
  const { shipping_list: parcels, delivery_mode: mode, logistics_type: by } = call;
  if (mode === 1 && parcels.length !== 1) return no(268_485_228, '统一发货只能有一个物流信息');
  if (parcels.length === 0 || parcels.length > mostParcels)
    return no(10_060_024, '物流信息列表太长');
  for (const {
    item_desc: item,
    tracking_no: number,
    express_company: company,
    contact,
  } of parcels) {
    if (item === '') return no(10_060_008, '商品描述不能为空');
    if ([...item].length > 120) return no(10_060_009, '商品描述太长');
    if (by === 1 && !number) return no(268_485_226, '物流单号不能为空');
    if (by === 1 && !company) return no(268_485_227, '物流公司编码不能为空');
    const contacts = [contact?.receiver_contact, contact?.consignor_contact].filter(Boolean);
    if (company === 'SF' && contacts.length === 0) return no(268_485_229, '顺丰须填联系方式');
    if (contacts.some((text) => !masked.test(text ?? ''))) return no(268_485_230, '联系方式须掩码');
  }
  return null;
}

/** Takes the info: parts are added until all is delivered; after that it may be told anew once. */
function noted(desk: Desk, call: ShippingCall): ApiAnswer {
  const { order_key: key, shipping_list: parcels } = call;
  const order = key.out_trade_no ?? key.transaction_id ?? '';
  const delivered = call.delivery_mode === 1 || call.is_all_delivered === true;
  const before = desk.sent.shipments.find((shipment) => shipment.order === order);
  if (before === undefined) {
    desk.sent.shipments.push({ order, delivered, again: 0, parcels, call });
  } else if (before.delivered) {
    if (before.again > 0) return no(10_060_003, '支付单已使用重新发货机会');
    Object.assign(before, { again: 1, parcels, call, delivered });
  } else {
    const told = new Set(before.parcels.map((parcel) => parcel.tracking_no));
    const added = parcels.filter((parcel) => !told.has(parcel.tracking_no));
    Object.assign(before, { delivered, call, parcels: [...before.parcels, ...added] });
  }
  if (delivered) desk.pushLater(settlementOf(desk, order, null));
  return fine();
}

/** The event that WeChat pushes when all is shipped, and again when the payer has confirmed (`method` 2) or the timer has (1). */
export function settlementOf(desk: Desk, order: string, method: 1 | 2 | null) {
  const seconds = Math.floor(desk.nowMs() / 1_000);
  const received = {
    confirm_receive_method: method,
    confirm_receive_time: seconds,
    settlement_time: seconds,
  };
  const key = desk.sent.shipments.find((shipment) => shipment.order === order)?.call.order_key;
  return {
    Event: 'trade_manage_order_settlement',
    transaction_id: key?.transaction_id ?? `4200${order}`,
    merchant_id: desk.keys.mchid,
    sub_merchant_id: '',
    merchant_trade_no: key?.out_trade_no ?? order,
    pay_time: seconds,
    shipped_time: seconds,
    ...(method === null ? { estimated_settlement_time: seconds + 10 * 86_400 } : received),
  };
}
