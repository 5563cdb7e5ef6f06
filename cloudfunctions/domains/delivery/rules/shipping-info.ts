import { maskPhone } from '../../../kit/text';
import type { CarrierCode } from './carriers';

/** A parcel as WeChat is told of it; an express one has carrier and number. */
export type ShippedParcel = {
  /** What is in it, ≤ 120 characters; the buyer reads it. */
  itemDesc: string;
  trackingNo?: string;
  company?: CarrierCode;
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

/** WeChat's answer to information that it has already: as good as taken. */
export const alreadyTold = 10_060_023;

/** Goods must be reported 48 hours after they were paid for; people are alarmed before. */
export const alarmAfterMs = 36 * 3_600_000;

/** What is known of an order when its shipping is told. */
export interface ShippedFacts {
  transactionId: string;
  payerOpenid: string;
  delivery: 'express' | 'pickup';
  /** Nothing is left to send. */
  allSent: boolean;
  /** WeChat was told before that the goods travel in parts: that stays so. */
  toldSplit: boolean;
  phone: string;
  parcels: readonly {
    carrier: CarrierCode;
    number: string;
    units: readonly { title: string; quantity: number }[];
  }[];
  /** For goods that were handed over without a parcel. */
  goods: readonly { title: string; quantity: number }[];
}

/** What WeChat is told of an order now, or null while there is nothing to tell. */
export function shippingInfoOf(facts: ShippedFacts, nowMs: number): ShippingInfo | null {
  const { transactionId, payerOpenid, allSent, parcels } = facts;
  const told = { order: { transactionId }, payerOpenid, uploadedAtMs: nowMs };
  if (facts.delivery === 'pickup') {
    if (!allSent) return null;
    const handed = [{ itemDesc: goodsText(facts.goods) }];
    return { ...told, by: 'pickup', split: false, allDelivered: true, parcels: handed };
  }
  if (parcels.length === 0) return null;
  const split = facts.toldSplit || parcels.length > 1 || !allSent;
  const shipped = parcels.map(({ carrier, number, units }) => ({
    itemDesc: goodsText(units),
    trackingNo: number,
    company: carrier,
    ...(carrier === 'SF' ? { receiverContact: maskPhone(facts.phone) } : {}),
  }));
  return { ...told, by: 'express', split, allDelivered: allSent, parcels: shipped };
}

/** What of the information decides whether it is news: all but the instant of telling. */
export function newsOf({
  uploadedAtMs: _at,
  ...news
}: ShippingInfo): Omit<ShippingInfo, 'uploadedAtMs'> {
  return news;
}

const longestText = 120;

function goodsText(goods: readonly { title: string; quantity: number }[]): string {
  const text = goods.map(({ title, quantity }) => `${title}×${quantity}`).join('，');
  const characters = [...text];
  if (characters.length <= longestText) return text;
  return `${characters.slice(0, longestText - 1).join('')}…`;
}
