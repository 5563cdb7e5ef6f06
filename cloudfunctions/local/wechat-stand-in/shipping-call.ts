import { z } from 'zod';

const Parcel = z.object({
  item_desc: z.string(),
  tracking_no: z.string().max(128).optional(),
  express_company: z.string().max(128).optional(),
  contact: z
    .object({ receiver_contact: z.string().optional(), consignor_contact: z.string().optional() })
    .optional(),
});
/** The body of `upload_shipping_info`. */
export const ShippingCall = z.object({
  order_key: z.object({
    order_number_type: z.number(),
    transaction_id: z.string().optional(),
    mchid: z.string().optional(),
    out_trade_no: z.string().optional(),
  }),
  logistics_type: z.number(),
  delivery_mode: z.number(),
  is_all_delivered: z.boolean().optional(),
  shipping_list: z.array(Parcel),
  upload_time: z.string(),
  payer: z.object({ openid: z.string().min(1) }),
});
export type ShippingCall = z.infer<typeof ShippingCall>;

/** What WeChat knows of one payment's shipping. */
export type Shipment = {
  /** The payment by the number it was told with. */
  order: string;
  delivered: boolean;
  /** How often it was told anew after it was all delivered: once is allowed. */
  again: number;
  parcels: ShippingCall['shipping_list'];
  call: ShippingCall;
};
