/** A parcel as WeChat is told of it. */
export type ShippedParcel = {
  /** What is in it, ≤ 120 characters; the buyer reads it. */
  itemDesc: string;
  /** Both for an express parcel, neither otherwise; `company` is WeChat's code, such as SF. */
  trackingNo?: string;
  company?: string;
  /** The receiver's number, masked: `189****1234`. SF needs it. */
  receiverContact?: string;
};

/** How goods travel, as WeChat counts: express 1, same city 2, virtual 3, pick-up 4. */
const logistics = { express: 1, sameCity: 2, virtual: 3, pickup: 4 } as const;

/** Which payment was shipped: by WeChat Pay's own id, or by the shop's number. */
export type ShippedOrder = { transactionId: string } | { mchid: string; outTradeNo: string };

/** Shipping info of one payment. More than one parcel, or a part of the goods, is a split delivery. */
export type ShippingInfo = {
  order: ShippedOrder;
  by: keyof typeof logistics;
  split: boolean;
  /** In a split delivery: nothing more will follow. */
  allDelivered: boolean;
  parcels: readonly ShippedParcel[];
  uploadedAtMs: number;
  payerOpenid: string;
};

const mostParcels = 15;

/** The body of `upload_shipping_info`. Throws a RangeError at what WeChat would refuse for its form. */
export function shippingBody(info: ShippingInfo) {
  const { parcels, split, by } = info;
  if (parcels.length === 0 || parcels.length > mostParcels) {
    throw new RangeError('shipping info has 1 to 15 parcels');
  }
  if (!split && parcels.length > 1) throw new RangeError('one parcel, or a split delivery');
  if (split && by !== 'express') throw new RangeError('only express goods travel in parts');
  return {
    order_key: orderKey(info.order),
    logistics_type: logistics[by],
    delivery_mode: split ? 2 : 1,
    ...(split ? { is_all_delivered: info.allDelivered } : {}),
    shipping_list: parcels.map((parcel) => parcelBody(parcel, by === 'express')),
    upload_time: chinaTime(info.uploadedAtMs),
    payer: { openid: info.payerOpenid },
  };
}

/** WeChat's way to name a payment. */
function orderKey(order: ShippedOrder) {
  return 'transactionId' in order
    ? { order_number_type: 2, transaction_id: order.transactionId }
    : { order_number_type: 1, mchid: order.mchid, out_trade_no: order.outTradeNo };
}

function parcelBody(parcel: ShippedParcel, isExpress: boolean) {
  const { itemDesc, trackingNo, company, receiverContact } = parcel;
  if (isExpress && (trackingNo === undefined || company === undefined)) {
    throw new RangeError('an express parcel has a carrier and a number');
  }
  return {
    item_desc: [...itemDesc].slice(0, 120).join(''),
    ...(isExpress ? { tracking_no: trackingNo, express_company: company } : {}),
    ...(receiverContact === undefined ? {} : { contact: { receiver_contact: receiverContact } }),
  };
}

/** RFC 3339 in China's zone, with milliseconds. */
function chinaTime(atMs: number): string {
  return `${new Date(atMs + 8 * 3_600_000).toISOString().slice(0, 23)}+08:00`;
}
