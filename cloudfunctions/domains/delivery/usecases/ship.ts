import { insist, present } from '../../../kit/refusal';
import { transact } from '../../../platform/database';
import { once } from '../../members/usecases/once';
import type { Units } from '../../orders/rules/refund';
import { shipUnits } from '../../orders/usecases/ship';
import type { StaffContext, Tx } from '../../registry';
import { refuse } from '../refusals';
import { carrierName, type CarrierCode } from '../rules/carriers';
import { parcelText, whyNotCorrect } from '../rules/parcel';
import type { Correct, Ship } from '../schema';
import { findParcel, listParcels, lockOrder, saveLabel } from '../store/parcels';
import { wantUpload } from '../store/uploads';
import { addParcel, insistFree, readLabel } from './parcels';

/** Sends units of an order in a parcel, once per key. */
export async function ship(context: StaffContext, { key, ...wanted }: Ship) {
  const { db, shop } = context;
  return transact(db, async (tx) => {
    const deed = { key, deed: 'delivery.ship', body: wanted };
    const { id: parcelId, again } = await once(context, tx, deed);
    const carrier = wanted.carrier ?? null;
    if (!again) await sendParcel(context, tx, { ...wanted, parcelId, carrier });
    const sent = await findParcel(tx, shop.shopId, parcelId);
    const { carrier: code, number } = present(sent, refuse('no_such_parcel'));
    return { parcelId, carrier: code, carrierName: carrierName(code), number };
  });
}

/** What leaves, and under which number. */
export interface Sending {
  parcelId: string;
  orderId: string;
  units: readonly Units[];
  number: string;
  carrier: CarrierCode | null;
}

/** Sends units in a parcel, in the open transaction: the order counts them as sent, and WeChat is told. */
export async function sendParcel(
  context: StaffContext,
  tx: Tx,
  { parcelId, orderId, units, number, carrier }: Sending,
): Promise<void> {
  const { shop, caller, nowMs } = context;
  const { shopId } = shop;
  const { staffId } = caller.staff;
  const order = present(await lockOrder(tx, shopId, orderId), refuse('no_such_order'));
  insist(order.delivery === 'express' ? null : refuse('not_express'));
  const by = { actor: caller.staff.role, actorId: staffId };
  const reason = parcelText(readLabel(number, carrier));
  await shipUnits(context, tx, { orderId, units, ...by, reason });
  const sale = { parcelId, orderId, purpose: 'sale' as const, sentBy: staffId };
  await addParcel(context, tx, { ...sale, number, carrier, units });
  await wantUpload(tx, { shopId, orderId, nowMs });
}

/** Puts another number on a parcel: once an order, while it is on its way. */
export async function correctParcel(
  context: StaffContext,
  { parcelId, number, carrier }: Correct,
): Promise<{ done: true }> {
  const { db, shop, nowMs } = context;
  const { shopId } = shop;
  const named = present(await findParcel(db, shopId, parcelId), refuse('no_such_parcel'));
  const label = readLabel(number, carrier ?? null);
  await transact(db, async (tx) => {
    const { orderId } = named;
    const order = present(await lockOrder(tx, shopId, orderId), refuse('no_such_parcel'));
    const sent = await listParcels(tx, shopId, [orderId]);
    const parcel = present(
      sent.find((one) => one.parcelId === parcelId),
      refuse('no_such_parcel'),
    );
    // Whoever repeats a correction that was made has what she wants.
    if (parcel.number === label.number && parcel.carrier === label.carrier) return;
    insist(whyNotCorrect(order, sent, parcel));
    const others = sent.filter((one) => one !== parcel);
    insist(others.some((one) => one.number === label.number) ? refuse('same_number') : null);
    await insistFree(context, tx, { number: label.number, memberId: order.memberId });
    await saveLabel(tx, { shopId, parcelId }, { ...label, nowMs });
    if (parcel.purpose === 'sale') await wantUpload(tx, { shopId, orderId, nowMs });
  });
  return { done: true };
}
