import { insist, Refused, type Refusal } from '../../../kit/refusal';
import { transact } from '../../../platform/database';
import { newId } from '../../../platform/ids';
import { sendableUnits } from '../../orders/rules/life';
import type { StaffContext } from '../../registry';
import { refuse } from '../refusals';
import { carrierName, carrierNamed, type CarrierCode } from '../rules/carriers';
import { isRefusal, labelOf, whyNotAdd, type Label } from '../rules/parcel';
import { mostRows, readPasted, repeatedRows, type PastedRow } from '../rules/pasted';
import type { ShipMany, ShippedMany } from '../schema';
import { findByNumbers } from '../store/board';
import { listLines, listParcels, lockOrder } from '../store/parcels';
import { insistFree } from './parcels';
import { sendParcel } from './ship';

type Told = ShippedMany['rows'][number];
type Facts = Awaited<ReturnType<typeof factsOf>>;

/**
 * Ships what a pasted table says, row by row, each in its own transaction: rows that are right ship, those that are
 * not say why. `check` only says what would become of it. A table that is sent again ships nothing twice.
 */
export async function shipMany(
  context: StaffContext,
  { table, carrier, check }: ShipMany,
): Promise<ShippedMany> {
  const pasted = readPasted(table);
  insist(pasted.length === 0 ? refuse('empty_table') : null);
  insist(pasted.length > mostRows ? refuse('too_many_rows') : null);
  const repeated = repeatedRows(pasted);
  const facts = await factsOf(context, pasted);
  const rows: Told[] = [];
  for (const row of pasted) {
    const chosen = carrierNamed(row.carrierSaid) ?? carrier ?? null;
    const whyNot = whyNotRow(row, repeated, rows);
    rows.push(
      whyNot === null
        ? await shipRow(context, { row, chosen, check, facts })
        : refused(row, whyNot),
    );
  }
  const wrong = rows.filter(({ outcome }) => outcome === 'refused').length;
  return { rows, right: rows.length - wrong, wrong };
}

/** Why a row stands in the way of one before it, or null. A table sends all that is left of an order, so once. */
function whyNotRow(
  { row, orderNumber }: PastedRow,
  repeated: ReadonlySet<number>,
  before: readonly Told[],
): string | null {
  if (repeated.has(row)) return '这一行与前面重复';
  const gone = before.some(
    (told) => told.orderNumber === orderNumber && told.outcome !== 'refused',
  );
  return gone ? '这笔订单在前面的行里已经全部发出' : null;
}

/** Orders, lines and parcels of all rows, read at once; what counts is read again under the lock. */
async function factsOf({ db, shop }: StaffContext, pasted: readonly PastedRow[]) {
  const numbers = [...new Set(pasted.map(({ orderNumber }) => orderNumber))];
  const orders = await findByNumbers(db, shop.shopId, numbers);
  const ids = orders.map(({ orderId }) => orderId);
  const [lines, parcels] = [
    await listLines(db, shop.shopId, ids),
    await listParcels(db, shop.shopId, ids),
  ];
  return { orders, lines, parcels };
}

interface Asked {
  row: PastedRow;
  chosen: CarrierCode | null;
  check: boolean;
  facts: Facts;
}

async function shipRow(context: StaffContext, { row, chosen, check, facts }: Asked): Promise<Told> {
  const order = facts.orders.find(({ number }) => number === row.orderNumber);
  if (order === undefined) return refused(row, '没有找到这笔订单');
  if (row.trackingNumber === '') return refused(row, '缺少运单号');
  const label = labelOf(row.trackingNumber, chosen);
  if (isRefusal(label)) return refused(row, label.say);
  const parcels = facts.parcels.filter(({ orderId }) => orderId === order.orderId);
  if (parcels.some(({ number }) => number === label.number))
    return told(row, label, 'again', '已发过货');
  try {
    insist(whyNotNow(order, facts, label));
    await insistFree(context, context.db, { number: label.number, memberId: order.memberId });
    if (check) return told(row, label, 'ready', '可以发货');
    const again = await shipAll(context, { orderId: order.orderId, ...label });
    return again ? told(row, label, 'again', '已发过货') : told(row, label, 'shipped', '已发货');
  } catch (fault) {
    if (fault instanceof Refused) return refused(row, fault.refusal.say);
    // A defect in one row keeps none of the others; it is said in the log.
    const reason = fault instanceof Error ? fault.message : String(fault);
    context.log.error('delivery.row_not_shipped', { order: order.orderId, reason });
    return refused(row, '没有发成功，请稍后再试这一行');
  }
}

/** Why the rest of an order cannot leave now, as far as it was read. */
function whyNotNow(
  order: Facts['orders'][number],
  { lines, parcels }: Facts,
  label: Label,
): Refusal | null {
  if (order.delivery !== 'express') return refuse('not_express');
  const mine = lines.filter(({ orderId }) => orderId === order.orderId);
  const left = mine.reduce((sum, line) => sum + sendableUnits(line), 0);
  if (mine.some(({ askedQuantity }) => askedQuantity > 0)) return refuse('refund_asked');
  if (order.state !== 'paid' || left === 0) return refuse('nothing_left');
  return whyNotAdd(
    parcels.filter(({ orderId }) => orderId === order.orderId),
    label,
  );
}

/** Sends all that is left of an order in one parcel; answers whether the same parcel had left before. */
async function shipAll(
  context: StaffContext,
  { orderId, ...label }: Label & { orderId: string },
): Promise<boolean> {
  const { db, shop } = context;
  return transact(db, async (tx) => {
    await lockOrder(tx, shop.shopId, orderId);
    const sent = await listParcels(tx, shop.shopId, [orderId]);
    if (sent.some(({ number }) => number === label.number)) return true;
    const lines = await listLines(tx, shop.shopId, [orderId]);
    insist(lines.some(({ askedQuantity }) => askedQuantity > 0) ? refuse('refund_asked') : null);
    const units = lines
      .map((line) => ({ line: line.line, quantity: sendableUnits(line) }))
      .filter(({ quantity }) => quantity > 0);
    insist(units.length === 0 ? refuse('nothing_left') : null);
    await sendParcel(context, tx, { parcelId: newId(), orderId, units, ...label });
    return false;
  });
}

function told(row: PastedRow, label: Label, outcome: Told['outcome'], say: string): Told {
  const { orderNumber } = row;
  const name = carrierName(label.carrier);
  return {
    row: row.row,
    orderNumber,
    trackingNumber: label.number,
    carrierName: name,
    outcome,
    say,
  };
}

function refused({ row, orderNumber, trackingNumber }: PastedRow, say: string): Told {
  return { row, orderNumber, trackingNumber, carrierName: '', outcome: 'refused', say };
}
