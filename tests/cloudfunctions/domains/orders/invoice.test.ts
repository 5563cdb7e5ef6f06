import {
  askInvoice,
  issueInvoice,
  listInvoices,
  showInvoice,
} from '../../../../cloudfunctions/domains/orders/usecases/invoice';
import { newId } from '../../../../cloudfunctions/platform/ids';
import { paidOrder } from '../../../support/bought';
import { testDatabase } from '../../../support/database';
import { refusalOf } from '../../../support/refusal-of';
import { smallShop, type SmallShop } from '../../../support/small-shop';

const database = testDatabase();
let small: SmallShop;
beforeEach(async () => {
  small = await smallShop(database.db);
});
const codeOf = async (work: Promise<unknown>) => (await refusalOf(work)).code;
const manager = () => small.staff(small.manager);
const paidFen = 2 * 39_900 + 550;
const company = { kind: 'company' as const, title: '上海某某有限公司' };
const taxNumber = '91310000MA1FL0000X';

describe('an invoice', () => {
  it('is asked for by the buyer, changed until it is issued, and made out once', async () => {
    const { buyer, orderId } = await paidOrder(small);
    expect(await showInvoice(buyer, { orderId })).toEqual({ invoice: null, amountFen: paidFen });
    expect(await codeOf(askInvoice(buyer, { orderId, ...company }))).toBe('tax_number_missing');
    await askInvoice(buyer, { orderId, kind: 'person', title: '方小圆' });
    expect(await showInvoice(buyer, { orderId })).toMatchObject({
      invoice: { state: 'asked', titleMask: '方**', amountFen: paidFen },
    });
    await askInvoice(buyer, { orderId, ...company, taxNumber, email: 'fang@example.com' });
    expect(await listInvoices(manager(), { state: 'asked' })).toMatchObject({
      items: [{ ...company, taxNumber, email: 'fang@example.com', amountFen: paidFen }],
    });
    const issued = await Promise.allSettled(
      Array.from({ length: 8 }, () =>
        issueInvoice(manager(), { orderId, invoiceNumber: '24312000-000001' }),
      ),
    );
    expect(issued.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await codeOf(askInvoice(buyer, { orderId, ...company, taxNumber }))).toBe(
      'invoice_before',
    );
    expect(await showInvoice(buyer, { orderId })).toMatchObject({
      invoice: { state: 'issued', invoiceNumber: '24312000-000001', amountFen: paidFen },
    });
  });

  it('keeps its title from whoever reads the table', async () => {
    const { buyer, orderId } = await paidOrder(small);
    await askInvoice(buyer, {
      orderId,
      kind: 'person',
      title: '方小圆',
      email: 'fang@example.com',
    });
    const row = await database.db.selectFrom('invoices').selectAll().executeTakeFirstOrThrow();
    expect(JSON.stringify(row)).not.toMatch(/方小圆|fang@/);
  });

  it('is refused of foreign, missing and unpaid orders, and of money that went back', async () => {
    const { buyer, orderId } = await paidOrder(small);
    const stranger = await small.shopper();
    const title = { kind: 'person' as const, title: '方小圆' };
    expect(await codeOf(askInvoice(stranger, { orderId, ...title }))).toBe('no_such_order');
    expect(await codeOf(askInvoice(buyer, { orderId: newId(), ...title }))).toBe('no_such_order');
    expect(await codeOf(issueInvoice(manager(), { orderId, invoiceNumber: '123456' }))).toBe(
      'no_such_invoice',
    );
    await database.db
      .updateTable('orders')
      .set({ refundedFen: paidFen })
      .where('orderId', '=', orderId)
      .execute();
    expect(await codeOf(askInvoice(buyer, { orderId, ...title }))).toBe('nothing_to_invoice');
    await database.db.updateTable('orders').set({ state: 'unpaid', paidAt: null }).execute();
    expect(await codeOf(askInvoice(buyer, { orderId, ...title }))).toBe('no_invoice_yet');
  });
});
