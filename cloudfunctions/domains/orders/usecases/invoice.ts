import type { z } from 'zod';
import { pageOf, placeBehind } from '../../../kit/cursor';
import { insist, present, Refused } from '../../../kit/refusal';
import { maskName } from '../../../kit/text';
import { transact } from '../../../platform/database';
import { tellMember } from '../../members/usecases/profile';
import type { Context, StaffContext } from '../../registry';
import { refuse } from '../refusals';
import { invoiceFen, whyNotInvoice } from '../rules/invoice';
import type {
  AskInvoice,
  InvoicePage,
  InvoiceTitle,
  IssueInvoice,
  ListInvoices,
  MyInvoice,
  OrderId,
} from '../schema';
import { findOrder } from '../store/find';
import { findInvoice, listInvoiceRows, saveInvoice, saveIssued } from '../store/invoices';
import { lockWithLines } from '../store/life';

const pageSize = 20;

/** What an invoice of an order of mine would come to, and the one that I asked for. */
export async function showInvoice(
  context: Context,
  { orderId }: OrderId,
): Promise<z.input<typeof MyInvoice>> {
  const { db, shop } = context;
  const order = await mine(context, orderId);
  const amountFen = whyNotInvoice(order) === null ? invoiceFen(order) : 0;
  const row = await findInvoice(db, shop.shopId, orderId);
  if (row === undefined) return { invoice: null, amountFen };
  const { kind, titleMask, state, invoiceNumber, askedAt, issuedAt } = row;
  const invoice = { kind, titleMask, state, invoiceNumber, askedAt, issuedAt };
  return { invoice: { ...invoice, amountFen: row.amountFen ?? amountFen }, amountFen };
}

/** Asks for an invoice of an order of mine; asking again changes the title until it is issued. */
export async function askInvoice(context: Context, asked: AskInvoice): Promise<{ done: true }> {
  const { db, shop, caller, ports, nowMs } = context;
  const { orderId, ...title } = asked;
  insist(
    title.kind === 'company' && title.taxNumber === undefined ? refuse('tax_number_missing') : null,
  );
  insist(whyNotInvoice(await mine(context, orderId)));
  const saved = await saveInvoice(db, {
    ...{ shopId: shop.shopId, orderId, memberId: caller.memberId, kind: title.kind },
    titleSealed: ports.seal(JSON.stringify(title)),
    titleMask: title.kind === 'person' ? maskName(title.title) : title.title,
    ...{ state: 'asked', amountFen: null, invoiceNumber: null, askedAt: nowMs },
    ...{ issuedBy: null, issuedAt: null },
  });
  insist(saved ? null : refuse('invoice_before'));
  return { done: true };
}

/** Requests for invoices with what they are made out for, the oldest first. */
export async function listInvoices(
  context: StaffContext,
  { state, cursor }: ListInvoices,
): Promise<z.input<typeof InvoicePage>> {
  const { db, shop, ports } = context;
  const after = placeBehind(cursor);
  const filter = { shopId: shop.shopId, state, after, limit: pageSize + 1 };
  const found = await listInvoiceRows(db, filter);
  const { rows, next } = pageOf(found, pageSize, ({ askedAt, orderId }) => ({
    value: askedAt,
    id: orderId,
  }));
  const items = rows.map((row) => {
    const title = JSON.parse(ports.unseal(row.titleSealed)) as InvoiceTitle;
    const { orderId, number, invoiceNumber, askedAt } = row;
    const amountFen = row.issuedFen ?? invoiceFen({ ...row, state: row.orderState });
    return { ...title, orderId, number, state: row.state, amountFen, invoiceNumber, askedAt };
  });
  return { items, next };
}

/** Notes the number of an invoice that was issued, for what the order comes to now, once; the buyer is told. */
export async function issueInvoice(
  context: StaffContext,
  { orderId, invoiceNumber }: IssueInvoice,
): Promise<{ done: true }> {
  const { db, shop, caller, nowMs } = context;
  const { shopId } = shop;
  await transact(db, async (tx) => {
    const found = present(await lockWithLines(tx, shopId, orderId), refuse('no_such_invoice'));
    const { order } = found;
    const issued = { invoiceNumber, issuedBy: caller.staff.staffId, issuedAt: nowMs };
    insist(whyNotInvoice(order));
    const amountFen = invoiceFen(order);
    if (!(await saveIssued(tx, order, { ...issued, amountFen })))
      throw new Refused(refuse('no_such_invoice'));
    await tellMember(context, tx, {
      ...{ memberId: order.memberId, orderId, kind: 'invoice', title: '发票已开出' },
      body: `发票号码 ${invoiceNumber}，可在订单里查看`,
    });
  });
  return { done: true };
}

/** Foreign and missing ids are refused alike. */
async function mine({ db, shop, caller }: Context, orderId: string) {
  return present(
    await findOrder(db, shop.shopId, caller.memberId, orderId),
    refuse('no_such_order'),
  );
}
