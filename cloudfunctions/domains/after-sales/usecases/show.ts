import type { z } from 'zod';
import { pageOf, placeBehind } from '../../../kit/cursor';
import { insist, present } from '../../../kit/refusal';
import { guidesById, oneStore } from '../../guides/usecases/stores';
import { membersById } from '../../members/usecases/by-id';
import { orderNumbered } from '../../orders/usecases/by-id';
import { seenOrder } from '../../orders/usecases/locked';
import type { Context, StaffContext, World } from '../../registry';
import { refuse } from '../refusals';
import { leftToAsk, whyNotOpen } from '../rules/ask';
import type {
  AfterSaleId,
  AfterSalePage,
  AfterSaleView,
  Board,
  ListAfterSales,
  ListBoard,
  OfOrder,
  OrderAfterSales,
  OrderNumber,
  StaffAfterSale,
  StaffPage,
} from '../schema';
import { listBoardRows, listSales } from '../store/lists';
import { countStates, findAfterSale } from '../store/sales';
import { factsOf, myOrder } from './ask';
import { exchangesFor } from './exchange';
import { summariesOf, wholeOf, type SaleRow } from './views';

const pageSize = 20;
const mostOfOrder = 100;

const byAsked = (row: SaleRow) => ({ value: row.askedAt, id: row.afterSaleId });

/** My after-sales, the latest first. */
export async function listMine(
  context: Context,
  { cursor }: ListAfterSales,
): Promise<z.input<typeof AfterSalePage>> {
  const { db, shop, caller, nowMs } = context;
  const page = { after: placeBehind(cursor), limit: pageSize + 1 };
  const found = await listSales(db, shop.shopId, { memberId: caller.memberId }, page);
  const { rows, next } = pageOf(found, pageSize, byAsked);
  return { items: await summariesOf(context, rows), next, nowMs };
}

/** One of my after-sales, whole. */
export async function showMine(
  context: Context,
  { afterSaleId }: AfterSaleId,
): Promise<z.input<typeof AfterSaleView>> {
  const { db, shop, caller } = context;
  const missing = refuse('no_such_after_sale');
  const sale = present(await findAfterSale(db, shop.shopId, afterSaleId), missing);
  insist(sale.memberId === caller.memberId ? null : missing);
  const [whole, order] = await Promise.all([
    wholeOf(context, sale, 'shopper'),
    seenOrder(context, sale.orderId),
  ]);
  const storeId = order.order.delivery === 'pickup' ? order.order.storeId : shop.mainStoreId;
  const { name, city, address, phone } = await oneStore(context, storeId, false);
  return { ...whole, returnTo: { name, address: `${city}${address}`, phone } };
}

/** What may still be asked for an order of mine, and what was asked about it. */
export async function showOfOrder(
  context: Context,
  { orderId }: OfOrder,
): Promise<z.input<typeof OrderAfterSales>> {
  return ofOrder(context, await myOrder(context, orderId), 'shopper');
}

/** What the shop may open for an order, found by its number. */
export async function showForStaff(
  context: StaffContext,
  { number }: OrderNumber,
): Promise<z.input<typeof OrderAfterSales>> {
  const orderId = present(await orderNumbered(context, number), refuse('no_such_order'));
  return ofOrder(context, await seenOrder(context, orderId), 'manager');
}

async function ofOrder(
  world: World,
  order: Awaited<ReturnType<typeof seenOrder>>,
  by: 'shopper' | 'manager',
): Promise<z.input<typeof OrderAfterSales>> {
  const { db, shop, nowMs } = world;
  const { orderId } = order.order;
  const page = { after: undefined, limit: mostOfOrder };
  const [facts, sales] = await Promise.all([
    factsOf(world, db, order),
    listSales(db, shop.shopId, { orderId }, page),
  ]);
  const whyNot = whyNotOpen(order.order, by, nowMs);
  const lines = await Promise.all(
    order.lines.map(async (line) => {
      const { title, specText, pictureUrl, kind } = line;
      const left = whyNot === null ? leftToAsk(line, facts.claimed) : { unsent: 0, sent: 0 };
      const choices = left.sent > 0 ? await exchangesFor(world, line) : [];
      return { line: line.line, title, specText, pictureUrl, kind, ...left, choices };
    }),
  );
  const none = lines.every(({ unsent, sent }) => unsent + sent === 0);
  const said = whyNot ?? (none ? refuse('too_many_units') : null);
  return { orderId, whyNot: said?.say ?? null, lines, items: await summariesOf(world, sales) };
}

/** One of the shop's lists, and how many wait in each. */
export async function showBoard(
  context: StaffContext,
  { tab, cursor }: ListBoard,
): Promise<z.input<typeof Board>> {
  const { db, shop } = context;
  const page = { after: placeBehind(cursor), limit: pageSize + 1 };
  const [found, states] = await Promise.all([
    listBoardRows(db, shop.shopId, tab, page),
    countStates(db, shop.shopId),
  ]);
  const { rows, next } = pageOf(found, pageSize, (row) => ({
    value: row.turnAt,
    id: row.afterSaleId,
  }));
  const of = (state: string) => states.find((one) => one.state === state)?.count ?? 0;
  const counts = {
    ...{ asked: of('asked'), agreed: of('agreed'), returned: of('returned') },
    ...{ received: of('received'), sent: of('sent'), refunding: of('refunding') },
  };
  return { ...(await staffPage(context, rows)), next, counts };
}

/** After-sales of orders that are credited to me, the latest first. */
export async function listOfMyOrders(
  context: StaffContext,
  { cursor }: ListAfterSales,
): Promise<z.input<typeof StaffPage>> {
  const { db, shop, caller } = context;
  const page = { after: placeBehind(cursor), limit: pageSize + 1 };
  const found = await listSales(db, shop.shopId, { guideId: caller.staff.staffId }, page);
  const { rows, next } = pageOf(found, pageSize, byAsked);
  return { ...(await staffPage(context, rows)), next };
}

async function staffPage(context: StaffContext, rows: readonly SaleRow[]) {
  const [summaries, people] = await Promise.all([
    summariesOf(context, rows),
    membersById(
      context,
      rows.map(({ memberId }) => memberId),
    ),
  ]);
  const buyerOf = (afterSaleId: string) => {
    const memberId = rows.find((row) => row.afterSaleId === afterSaleId)?.memberId ?? '';
    return people.get(memberId)?.nickname ?? '微信用户';
  };
  const items = summaries.map((one) => ({ ...one, buyer: buyerOf(one.afterSaleId) }));
  return { items, nowMs: context.nowMs };
}

/** One after-sale for the people who work here: a manager sees any, a guide those of orders credited to her. */
export async function showToStaff(
  context: StaffContext,
  { afterSaleId }: AfterSaleId,
): Promise<z.input<typeof StaffAfterSale>> {
  const { db, shop, caller } = context;
  const { role, staffId } = caller.staff;
  const missing = refuse('no_such_after_sale');
  const sale = present(await findAfterSale(db, shop.shopId, afterSaleId), missing);
  insist(role === 'manager' || sale.guideId === staffId ? null : missing);
  // A guide sees what she loses herself, and not what others do.
  const falls = sale.back.commission.filter(
    ({ guideId }) => role === 'manager' || guideId === staffId,
  );
  const [whole, people, guides] = await Promise.all([
    wholeOf(context, sale, role),
    membersById(context, [sale.memberId]),
    guidesById(
      context,
      falls.map(({ guideId }) => guideId),
    ),
  ]);
  const nameOf = (id: string) => guides.find(({ guideId }) => guideId === id)?.name ?? '导购';
  return {
    ...whole,
    buyer: people.get(sale.memberId)?.nickname ?? '微信用户',
    commission: falls.map((fall) => ({ ...fall, guideName: nameOf(fall.guideId) })),
  };
}
