/** A parcel as WeChat is told of it; an express one has carrier and number. */
type ShippedParcel = {
  /** What is in it, ≤ 120 characters; the buyer reads it. */
  itemDesc: string;
  trackingNo?: string;
  /** WeChat's code of the carrier, such as SF. */
  company?: string;
  /** The receiver's number, masked: `189****1234`. SF needs it. */
  receiverContact?: string;
};

/** What WeChat is told of a payment's goods, so that it pays the shop; in the words of the shop. */
export type ShippingInfo = {
  order: { transactionId: string };
  by: 'express' | 'pickup';
  /** More than one parcel, or a part of the goods. */
  split: boolean;
  /** In a split delivery: nothing more will follow. */
  allDelivered: boolean;
  parcels: readonly ShippedParcel[];
  uploadedAtMs: number;
  payerOpenid: string;
};
