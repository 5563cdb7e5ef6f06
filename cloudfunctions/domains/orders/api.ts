import { Nothing, Done } from '../members/schema';
import { askingProcedure, procedure } from '../registry';
import {
  AskInvoice,
  CancelOrder,
  CreditedPage,
  Extended,
  InvoicePage,
  IssueInvoice,
  ListCredited,
  ListInvoices,
  ListOrders,
  MyInvoice,
  OrderCounts,
  OrderId,
  OrderPage,
  OrderPreview,
  OrderView,
  PlaceOrder,
  PlacedOrder,
  PreviewOrder,
  ShowOrder,
} from './schema';
import { cancelOrder } from './usecases/cancel';
import { listCredited } from './usecases/credited';
import { askInvoice, issueInvoice, listInvoices, showInvoice } from './usecases/invoice';
import { PaymentState, Prepaid } from '../payments/schema';
import { checkPayment, prepay } from './usecases/pay';
import { placeOrder } from './usecases/place';
import { previewOrder } from './usecases/preview';
import { confirmReceipt, extendReceipt } from './usecases/receive';
import { countOrders, listOrders, showOrder } from './usecases/show';

/** What the orders room offers to the phone. */
export const ordersApi = {
  'orders.preview': askingProcedure({
    about: 'The full quote of what would be ordered',
    input: PreviewOrder,
    output: OrderPreview,
    run: previewOrder,
  }),
  'orders.place': askingProcedure({
    about: 'Places an order, once per key',
    input: PlaceOrder,
    output: PlacedOrder,
    run: placeOrder,
  }),
  'orders.list': procedure({
    for: ['shopper'],
    about: 'My orders, newest first',
    input: ListOrders,
    output: OrderPage,
    run: listOrders,
  }),
  'orders.show': procedure({
    for: ['shopper'],
    about: 'One of my orders, by id or number',
    input: ShowOrder,
    output: OrderView,
    run: showOrder,
  }),
  'orders.counts': procedure({
    for: ['shopper'],
    about: 'How many of my orders stand where',
    input: Nothing,
    output: OrderCounts,
    run: countOrders,
  }),
  'orders.cancel': procedure({
    for: ['shopper'],
    about: 'Takes back an unpaid order',
    input: CancelOrder,
    output: Done,
    run: cancelOrder,
  }),
  'orders.prepay': procedure({
    for: ['shopper'],
    about: 'What the phone needs to open the pay sheet',
    input: OrderId,
    output: Prepaid,
    run: prepay,
  }),
  'orders.checkPayment': procedure({
    for: ['shopper'],
    about: 'Asks WeChat Pay whether an order of mine was paid',
    input: OrderId,
    output: PaymentState,
    run: checkPayment,
  }),
  'orders.confirm': procedure({
    for: ['shopper'],
    about: 'I have my goods',
    input: OrderId,
    output: Done,
    run: confirmReceipt,
  }),
  'orders.extend': procedure({
    for: ['shopper'],
    about: 'Puts off the confirmation of receipt, once',
    input: OrderId,
    output: Extended,
    run: extendReceipt,
  }),
  'orders.invoice': procedure({
    for: ['shopper'],
    about: 'My request for an invoice of an order, and what it comes to',
    input: OrderId,
    output: MyInvoice,
    run: showInvoice,
  }),
  'orders.askInvoice': procedure({
    for: ['shopper'],
    about: 'Asks for an invoice of an order of mine',
    input: AskInvoice,
    output: Done,
    run: askInvoice,
  }),
  'orders.invoices': procedure({
    for: ['manager'],
    about: 'Requests for invoices, the oldest first',
    input: ListInvoices,
    output: InvoicePage,
    run: listInvoices,
  }),
  'orders.issueInvoice': procedure({
    for: ['manager'],
    about: 'Notes the number of an invoice that was issued, once',
    input: IssueInvoice,
    output: Done,
    run: issueInvoice,
  }),
  'orders.credited': procedure({
    for: ['guide'],
    about: 'Orders that are credited to me, newest first',
    input: ListCredited,
    output: CreditedPage,
    run: listCredited,
  }),
};
