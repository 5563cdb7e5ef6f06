import type { Refusal } from '../../../kit/refusal';
import { day, hour, minute } from '../../../kit/time';
import { refuse } from '../refusals';
import { carrierName, carriersOf, cleanNumber, type CarrierCode } from './carriers';

/** How far a parcel has come, by its carrier's word. */
export type ParcelState = 'waiting' | 'collected' | 'moving' | 'delivering' | 'signed' | 'trouble';

/** WeChat takes no more of one payment. */
const mostParcels = 15;

const askEveryMs = 30 * minute;
const askAtMostMs = 30 * day;

/** What a parcel's state is called. */
export const parcelStateNames: Readonly<Record<ParcelState, string>> = {
  waiting: '等待揽收',
  collected: '已揽收',
  moving: '运输中',
  delivering: '派送中',
  signed: '已签收',
  trouble: '派送异常',
};

/** A number with its carrier. */
export interface Label {
  carrier: CarrierCode;
  number: string;
}

/** The label that was typed, its carrier recognised where nobody chose one; or why it cannot be used. */
export function labelOf(typed: string, chosen: CarrierCode | null): Label | Refusal {
  const number = cleanNumber(typed);
  if (number === null) return refuse('bad_number');
  const carriers = carriersOf(number);
  const [only] = carriers;
  const carrier = chosen ?? (carriers.length === 1 ? only : undefined);
  return carrier === undefined ? refuse('choose_carrier', { carriers }) : { carrier, number };
}

/** Whether a label could not be read. */
export function isRefusal(label: Label | Refusal): label is Refusal {
  return 'code' in label;
}

/** A parcel in the words of an order's timeline. */
export function parcelText({ carrier, number }: Label): string {
  return `${carrierName(carrier)} ${number}`;
}

/** A parcel as far as its place in an order goes. */
interface SentParcel extends Label {
  correctedAt: number | null;
}

/** Why one more parcel cannot leave with this label, or null when it can. */
export function whyNotAdd(sent: readonly SentParcel[], label: Label): Refusal | null {
  if (sent.length >= mostParcels) return refuse('too_many_parcels');
  return sent.some(({ number }) => number === label.number) ? refuse('same_number') : null;
}

/**
 * Why a parcel's number cannot be corrected, or null when it can: once an order, since WeChat takes one correction of
 * a payment, and only while the goods are on their way.
 */
export function whyNotCorrect(
  order: { state: string },
  sent: readonly SentParcel[],
  parcel: { state: ParcelState },
): Refusal | null {
  const over = order.state !== 'paid' && order.state !== 'shipped';
  if (over || parcel.state === 'signed') return refuse('cannot_correct');
  return sent.some(({ correctedAt }) => correctedAt !== null) ? refuse('corrected_before') : null;
}

/**
 * When a carrier is asked again about a parcel, in ms; null when there is nothing more to hear. An answer is followed
 * by the next question half an hour later, a failure by longer and longer waits of six hours at most.
 */
export function nextTraceAt(
  parcel: { state: ParcelState; sentAt: number; failures: number },
  nowMs: number,
): number | null {
  if (parcel.state === 'signed' || nowMs - parcel.sentAt > askAtMostMs) return null;
  return nowMs + Math.min(6 * hour, askEveryMs * 2 ** Math.min(parcel.failures, 4));
}
