import { maskPhone } from '../../../kit/text';
import type { ShippingInfo } from '../schema';
import type { CarrierCode } from './carriers';

/** WeChat's answer to information that it has already: as good as taken. */
export const alreadyTold = 10_060_023;

/** Goods must be reported 48 hours after they were paid for; people are alarmed before. */
export const alarmAfterMs = 36 * 3_600_000;

/** What is known of an order when its shipping is told. */
export interface ShippedFacts {
  transactionId: string;
  payerOpenid: string;
  delivery: 'express' | 'pickup' | 'city';
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
  if (facts.delivery !== 'express') {
    if (!allSent) return null;
    const handed = [{ itemDesc: goodsText(facts.goods) }];
    const by = facts.delivery === 'pickup' ? ('pickup' as const) : ('sameCity' as const);
    return { ...told, by, split: false, allDelivered: true, parcels: handed };
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
