import { ordersById } from '../../orders/usecases/by-id';
import type { World } from '../../registry';
import { stepsFor } from '../rules/steps';
import { eventText } from '../rules/words';
import { listSaleEvents, listSaleLines } from '../store/sales';
import type { AfterSaleTables } from '../tables';
import { picturesOfSale } from './pictures';

/** A row of after-sales. */
export type SaleRow = AfterSaleTables['afterSales'];

type Seer = Pick<World, 'db' | 'shop' | 'nowMs'>;

/** After-sales as lists show them: which goods, how much, and until when. */
export async function summariesOf(world: Seer, rows: readonly SaleRow[]) {
  const { db, shop } = world;
  const [lines, orders] = await Promise.all([
    listSaleLines(
      db,
      shop.shopId,
      rows.map(({ afterSaleId }) => afterSaleId),
    ),
    ordersById(
      world,
      rows.map(({ orderId }) => orderId),
    ),
  ]);
  return rows.map((row) => {
    const order = orders.find(({ orderId }) => orderId === row.orderId);
    const { afterSaleId, orderId, kind, state, reason, askedAt, dueAt, endedAt } = row;
    return {
      ...{ afterSaleId, orderId, kind, state, reason, askedAt, dueAt, endedAt },
      orderNumber: order?.number ?? '',
      totalFen: row.back.totalFen,
      lines: lines
        .filter((line) => line.afterSaleId === afterSaleId)
        .map(({ line, quantity, toSpecText }) => {
          const bought = order?.lines.find((one) => one.line === line);
          const { title = '', specText = '', pictureUrl = '' } = bought ?? {};
          return { line, quantity, toSpecText, title, specText, pictureUrl };
        }),
    };
  });
}

const notes: readonly string[] = ['note', 'guide_note'];

/** One after-sale, whole, as a shopper or somebody who works here sees it; notes are for the latter. */
export async function wholeOf(world: Seer, sale: SaleRow, as: 'shopper' | 'guide' | 'manager') {
  const { db, shop, nowMs } = world;
  const [[summary], events, pictures] = await Promise.all([
    summariesOf(world, [sale]),
    listSaleEvents(db, shop.shopId, sale.afterSaleId),
    picturesOfSale(world, sale.pictureIds, as),
  ]);
  if (summary === undefined) throw new Error('an after-sale without its summary');
  const { words, openedBy, escalated, refusal, againUntil, refundedAt, restock } = sale;
  const { commission: _forStaff, ...back } = sale.back;
  return {
    ...summary,
    ...{ words, pictures, openedBy, escalated, refusal, againUntil, back, refundedAt, restock },
    returned: parcelOf(sale.returnCarrier, sale.returnNumber),
    sent: parcelOf(sale.sentCarrier, sale.sentNumber),
    events: events
      .filter(({ step }) => as !== 'shopper' || !notes.includes(step))
      .map((event) => ({
        step: event.step,
        say: eventText(event),
        happenedAt: event.happenedAt,
      })),
    steps: as === 'guide' ? [] : stepsFor(sale, as, nowMs),
    nowMs,
  };
}

function parcelOf(carrier: string | null, number: string | null) {
  return carrier === null || number === null ? null : { carrier, number };
}
