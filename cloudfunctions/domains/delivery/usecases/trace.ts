import { minute } from '../../../kit/time';
import { transact } from '../../../platform/database';
import type { Traced, Tracker } from '../../../platform/tracker';
import type { Contact } from '../../orders/schema';
import type { World } from '../../registry';
import { nextTraceAt } from '../rules/parcel';
import { saveHeard, saveNextTrace, takeDueTraces } from '../store/parcels';

const atOnce = 50;

type Due = Awaited<ReturnType<typeof takeDueTraces>>[number];

/** Asks carriers about parcels on their way; answers how many. Without a tracker nobody is asked. */
export async function traceParcels(world: World): Promise<number> {
  const { db, shop, nowMs, ports } = world;
  const { tracker } = ports;
  if (tracker === null) return 0;
  const taken = { shopId: shop.shopId, nowMs, againAt: nowMs + 10 * minute, limit: atOnce };
  const due = await takeDueTraces(db, taken);
  for (const parcel of due) await traceParcel(world, tracker, parcel);
  return due.length;
}

async function traceParcel(world: World, tracker: Tracker, parcel: Due): Promise<void> {
  const { db, shop, nowMs, log } = world;
  const row = { shopId: shop.shopId, parcelId: parcel.parcelId };
  try {
    const heard = await tracker.trace(askedOf(world, parcel));
    await transact(db, (tx) => saveHeard(tx, row, keptOf(parcel, heard, nowMs)));
  } catch (fault) {
    const reason = fault instanceof Error ? fault.message : String(fault);
    log.warn('parcel.not_traced', { parcel: parcel.parcelId, tries: parcel.traceTries, reason });
    const { state, sentAt, traceTries: failures } = parcel;
    await saveNextTrace(db, row, nextTraceAt({ state, sentAt, failures }, nowMs));
  }
}

function askedOf({ ports, nowMs }: World, { carrier, number, sentAt, contactSealed }: Due) {
  const contact = contactSealed === null ? null : ports.unseal(contactSealed);
  const phone = contact === null ? '' : (JSON.parse(contact) as Contact).phone;
  return { carrier, number, phoneTail: phone.slice(-4), sinceMs: sentAt, nowMs };
}

/** What is kept of an answer: a carrier that has heard nothing yet leaves the parcel as it was. */
function keptOf({ number, state: before, sentAt }: Due, { state, steps }: Traced, nowMs: number) {
  const now = steps.length === 0 ? before : state;
  return {
    number,
    state: now,
    steps,
    nowMs,
    nextAt: nextTraceAt({ state: now, sentAt, failures: 0 }, nowMs),
  };
}
