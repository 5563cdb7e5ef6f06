import { sql } from 'kysely';
import type { Queries } from '../../../platform/database';
import type { Tables } from '../../registry';
import type { DeliveryTables } from '../tables';

type Db = Queries<Tables>;
type Parcel = DeliveryTables['parcels'];

/** Locks an order for what the delivery room does with it; the orders room's own steps lock the same row. */
export async function lockOrder(db: Db, shopId: string, orderId: string) {
  return db
    .selectFrom('orders')
    .select(['orderId', 'memberId', 'number', 'state', 'delivery', 'storeId', 'paidAt'])
    .where('shopId', '=', shopId)
    .where('orderId', '=', orderId)
    .forUpdate()
    .executeTakeFirst();
}

/** An order's lines with what was sent of them. */
export async function listLines(db: Db, shopId: string, orderIds: readonly string[]) {
  if (orderIds.length === 0) return [];
  return db
    .selectFrom('orderLines')
    .select(['orderId', 'line', 'skuId', 'title', 'specText', 'pictureUrl', 'quantity', 'kind'])
    .select(['paidFen', 'shippedQuantity', 'cancelledQuantity', 'askedQuantity'])
    .select(['refundedQuantity', 'refundedFen'])
    .where('shopId', '=', shopId)
    .where('orderId', 'in', [...orderIds])
    .orderBy('orderId')
    .orderBy('line')
    .execute();
}

/** The parcels of orders, in the order in which they left. */
export async function listParcels(db: Db, shopId: string, orderIds: readonly string[]) {
  if (orderIds.length === 0) return [];
  return db
    .selectFrom('parcels')
    .selectAll()
    .where('shopId', '=', shopId)
    .where('orderId', 'in', [...orderIds])
    .orderBy('orderId')
    .orderBy('place')
    .execute();
}

/** What is in the parcels of an order. */
export async function listUnits(db: Db, shopId: string, orderId: string) {
  return db
    .selectFrom('parcelUnits')
    .select(['parcelId', 'line', 'quantity'])
    .where('shopId', '=', shopId)
    .where('orderId', '=', orderId)
    .orderBy('parcelId')
    .orderBy('line')
    .execute();
}

/** Writes a parcel with what is in it. */
export async function addParcelRow(
  db: Db,
  parcel: Parcel,
  units: readonly { line: number; quantity: number }[],
): Promise<void> {
  const { shopId, parcelId, orderId } = parcel;
  await db.insertInto('parcels').values(parcel).execute();
  await db
    .insertInto('parcelUnits')
    .values(units.map((unit) => ({ shopId, parcelId, orderId, ...unit })))
    .execute();
}

/** One parcel, by id. */
export async function findParcel(db: Db, shopId: string, parcelId: string) {
  return db
    .selectFrom('parcels')
    .selectAll()
    .where('shopId', '=', shopId)
    .where('parcelId', '=', parcelId)
    .executeTakeFirst();
}

/** Whether another member's parcel left under this number since `sinceMs`; carriers use numbers again later. */
export async function isNumberTaken(
  db: Db,
  used: { shopId: string; number: string; memberId: string; sinceMs: number },
): Promise<boolean> {
  const other = await db
    .selectFrom('parcels as p')
    .innerJoin('orders as o', (join) =>
      join.onRef('o.shopId', '=', 'p.shopId').onRef('o.orderId', '=', 'p.orderId'),
    )
    .select('p.parcelId')
    .where('p.shopId', '=', used.shopId)
    .where('p.number', '=', used.number)
    .where('p.sentAt', '>', used.sinceMs)
    .where('o.memberId', '<>', used.memberId)
    .limit(1)
    .executeTakeFirst();
  return other !== undefined;
}

/** Puts another label on a parcel: its way begins anew. */
export async function saveLabel(
  db: Db,
  parcel: { shopId: string; parcelId: string },
  label: Pick<Parcel, 'carrier' | 'number'> & { nowMs: number },
): Promise<void> {
  const { shopId, parcelId } = parcel;
  const { carrier, number, nowMs } = label;
  await db
    .updateTable('parcels')
    .set({ carrier, number, correctedAt: nowMs })
    .set({ state: 'waiting', tracedAt: null, nextTraceAt: nowMs, traceTries: 0 })
    .where('shopId', '=', shopId)
    .where('parcelId', '=', parcelId)
    .execute();
  await clearSteps(db, shopId, parcelId);
}

async function clearSteps(db: Db, shopId: string, parcelId: string): Promise<void> {
  await db
    .deleteFrom('parcelTraces')
    .where('shopId', '=', shopId)
    .where('parcelId', '=', parcelId)
    .execute();
}

/** The steps of parcels, the latest first. */
export async function listSteps(db: Db, shopId: string, parcelIds: readonly string[]) {
  if (parcelIds.length === 0) return [];
  return db
    .selectFrom('parcelTraces')
    .select(['parcelId', 'happenedAt', 'say', 'place'])
    .where('shopId', '=', shopId)
    .where('parcelId', 'in', [...parcelIds])
    .orderBy('parcelId')
    .orderBy('step', 'desc')
    .execute();
}

/** Parcels about which the carrier is to be asked, taken for this try: others pass them over until `againAt`. */
export async function takeDueTraces(
  db: Db,
  due: { shopId: string; nowMs: number; againAt: number; limit: number },
) {
  const { shopId, nowMs, againAt, limit } = due;
  const waiting = db
    .selectFrom('parcels')
    .select('parcelId')
    .where('shopId', '=', shopId)
    .where('nextTraceAt', '<=', nowMs)
    .orderBy('nextTraceAt')
    .limit(limit)
    .forUpdate()
    .skipLocked();
  return db
    .updateTable('parcels as p')
    .from('orders as o')
    .set({ nextTraceAt: againAt, traceTries: sql`p.trace_tries + 1` })
    .whereRef('o.shopId', '=', 'p.shopId')
    .whereRef('o.orderId', '=', 'p.orderId')
    .where('p.shopId', '=', shopId)
    .where('p.parcelId', 'in', waiting)
    .returning(['p.parcelId', 'p.carrier', 'p.number', 'p.state', 'p.sentAt', 'p.traceTries'])
    .returning(['o.contactSealed'])
    .execute();
}

/** When a parcel is asked about next. */
export async function saveNextTrace(
  db: Db,
  { shopId, parcelId }: { shopId: string; parcelId: string },
  nextAt: number | null,
): Promise<void> {
  await db
    .updateTable('parcels')
    .set({ nextTraceAt: nextAt })
    .where('shopId', '=', shopId)
    .where('parcelId', '=', parcelId)
    .execute();
}

/** What a carrier said of a parcel. */
export interface Heard {
  number: string;
  state: Parcel['state'];
  steps: readonly { atMs: number; say: string; place: string }[];
  nextAt: number | null;
  nowMs: number;
}

/** Keeps what a carrier said in the place of what it said before, unless the label was changed meanwhile. */
export async function saveHeard(
  db: Db,
  { shopId, parcelId }: { shopId: string; parcelId: string },
  heard: Heard,
): Promise<void> {
  const { number, state, steps, nextAt, nowMs } = heard;
  const lastAt = steps[steps.length - 1]?.atMs ?? nowMs;
  const saved = await db
    .updateTable('parcels')
    .set({ state, tracedAt: nowMs, nextTraceAt: nextAt, traceTries: 0 })
    .set({ signedAt: state === 'signed' ? lastAt : null })
    .where('shopId', '=', shopId)
    .where('parcelId', '=', parcelId)
    .where('number', '=', number)
    .executeTakeFirst();
  if (saved.numUpdatedRows === 0n) return;
  await clearSteps(db, shopId, parcelId);
  if (steps.length === 0) return;
  const rows = steps.map(({ atMs, say, place }, step) => ({
    ...{ shopId, parcelId, step, say, place },
    happenedAt: atMs,
  }));
  await db.insertInto('parcelTraces').values(rows).execute();
}
