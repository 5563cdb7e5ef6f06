import { insist, present, Refused } from '../../../kit/refusal';
import { day } from '../../../kit/time';
import type { Units } from '../../orders/rules/refund';
import type { Tx, World } from '../../registry';
import { refuse } from '../refusals';
import type { CarrierCode } from '../rules/carriers';
import { isRefusal, labelOf, whyNotAdd, type Label } from '../rules/parcel';
import { addParcelRow, isNumberTaken, listParcels, lockOrder } from '../store/parcels';

/** Carriers give a number out again after so long. */
const numberLivesMs = 180 * day;

/** A parcel that leaves the shop, its number as it was typed. */
export interface NewParcel {
  parcelId: string;
  orderId: string;
  /** What was bought, or what replaces it after a claim. */
  purpose: 'sale' | 'exchange';
  number: string;
  /** Null where the number tells its carrier. */
  carrier: CarrierCode | null;
  units: readonly Units[];
  /** Who of the staff sends it; null for the shop itself. */
  sentBy: string | null;
}

/**
 * Writes a parcel of an order, which it locks, in the open transaction; whether the units may leave is for the caller
 * to say. Refuses numbers that are none, that do not tell their carrier, or that another customer's parcel has.
 */
export async function addParcel(
  world: Pick<World, 'shop' | 'nowMs'>,
  tx: Tx,
  parcel: NewParcel,
): Promise<Label> {
  const { shop, nowMs } = world;
  const { parcelId, orderId, purpose, sentBy, units } = parcel;
  const order = present(await lockOrder(tx, shop.shopId, orderId), refuse('no_such_order'));
  const sent = await listParcels(tx, shop.shopId, [orderId]);
  const label = readLabel(parcel.number, parcel.carrier);
  insist(whyNotAdd(sent, label));
  await insistFree(world, tx, { number: label.number, memberId: order.memberId });
  const unheard = { state: 'waiting', tracedAt: null, traceTries: 0, signedAt: null } as const;
  const row = { parcelId, orderId, purpose, sentBy, ...label, ...unheard };
  const place = Math.max(0, ...sent.map((one) => one.place)) + 1;
  const at = { place, sentAt: nowMs, nextTraceAt: nowMs, correctedAt: null };
  await addParcelRow(tx, { shopId: shop.shopId, ...row, ...at }, units);
  return label;
}

/** The label that was typed. Refuses what is none. */
export function readLabel(number: string, carrier: CarrierCode | null): Label {
  const label = labelOf(number, carrier);
  if (isRefusal(label)) throw new Refused(label);
  return label;
}

/** Refuses a number under which another customer's parcel left lately: rows of a table slip. */
export async function insistFree(
  { shop, nowMs }: Pick<World, 'shop' | 'nowMs'>,
  tx: Tx | World['db'],
  { number, memberId }: { number: string; memberId: string },
): Promise<void> {
  const sinceMs = nowMs - numberLivesMs;
  const taken = await isNumberTaken(tx, { shopId: shop.shopId, number, memberId, sinceMs });
  insist(taken ? refuse('number_taken') : null);
}
