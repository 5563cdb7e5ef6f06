import { z } from 'zod';
import { CartSku, Choice, OffersView, QuoteView, WantedLines } from '../cart/schema';
import { GuideCard, Store } from '../guides/schema';
import { Address, Cursor, Id, Instant, typed, typedOrEmpty } from '../members/schema';

const OrderStateName = z.enum([
  'unpaid',
  'teaming',
  'paid',
  'shipped',
  'received',
  'completed',
  'closed',
]);

/** How the goods reach the shopper: by parcel or from a store nearby to one of her addresses, or at a counter. */
export const Delivery = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('express'), addressId: Id }),
  z.object({ kind: z.literal('pickup'), storeId: Id }),
  /** Brought to an address in the city, in the slot that begins then, or as soon as it can be. */
  z.object({ kind: z.literal('city'), addressId: Id, slotAt: Instant.nullable() }),
]);
export type Delivery = z.output<typeof Delivery>;

export const PreviewOrder = z.object({
  lines: WantedLines,
  delivery: Delivery.nullable(),
  choice: Choice.prefault({}),
});
export type PreviewOrder = z.output<typeof PreviewOrder>;

/** Why a line cannot be bought as it is. */
const LineProblem = z.object({
  skuId: Id,
  code: z.enum(['gone', 'sold_out', 'too_few']),
  say: z.string(),
  left: z.number().int(),
});

export const OrderPreview = z.object({
  skus: z.array(CartSku),
  quote: QuoteView,
  /** What the quote was made of besides the goods: what to choose from, and what is missing. */
  offers: OffersView,
  address: Address.nullable(),
  store: Store.nullable(),
  /** Whether any store brings goods within its city, and what one offers to this address; null when none serves it. */
  cityOffered: z.boolean(),
  city: z
    .object({
      storeName: z.string(),
      minutes: z.number().int(),
      /** Without instants: as soon as it can be. */
      slots: z.array(z.object({ startsAt: Instant.nullable(), endsAt: Instant.nullable() })),
    })
    .nullable(),
  problems: z.array(LineProblem),
});

/** The client's key for one deed: the same key and body give the same answer. */
const DeedKey = z.string().regex(/^[0-9A-Za-z_-]{8,64}$/);

export const PlaceOrder = z.object({
  key: DeedKey,
  lines: WantedLines,
  delivery: Delivery,
  choice: Choice.prefault({}),
  remark: typedOrEmpty(200).default(''),
  /** What the shopper saw; when the shop's quote is another one, nothing is taken. */
  payableFen: z.number().int().min(0),
  /** What she saw to be left for WeChat Pay after stored value. */
  dueFen: z.number().int().min(0).optional(),
});
export type PlaceOrder = z.output<typeof PlaceOrder>;

export const PlacedOrder = z.object({
  orderId: Id,
  number: z.string(),
  payableFen: z.number().int(),
  /** What is left for WeChat Pay; at 0 the order is paid already. */
  dueFen: z.number().int(),
});
export type PlacedOrder = z.output<typeof PlacedOrder>;

export const OrderId = z.object({ orderId: Id });
export type OrderId = z.output<typeof OrderId>;

/** One order, by its id or by the number that WeChat's own order list knows. */
export const ShowOrder = z
  .object({
    orderId: Id.optional(),
    number: z
      .string()
      .regex(/^\d{6,32}$/)
      .optional(),
  })
  .refine(({ orderId, number }) => (orderId === undefined) !== (number === undefined), {
    message: '请给订单编号或单号中的一个',
  });
export type ShowOrder = z.output<typeof ShowOrder>;

export const Extended = z.object({ confirmBy: Instant });

export const CancelOrder = z.object({ orderId: Id, reason: typedOrEmpty(60).default('') });
export type CancelOrder = z.output<typeof CancelOrder>;

export const ListOrders = z.object({
  /** Only orders in one of these states. */
  states: z.array(OrderStateName).min(1).max(7).optional(),
  words: typedOrEmpty(40).optional(),
  cursor: Cursor.optional(),
});
export type ListOrders = z.output<typeof ListOrders>;

const OrderLine = z.object({
  productId: Id,
  skuId: Id,
  title: z.string(),
  specText: z.string(),
  pictureUrl: z.string(),
  quantity: z.number().int(),
  listFen: z.number().int(),
  unitFen: z.number().int(),
  paidFen: z.number().int(),
  /** Gifts and 加价购 stand as lines of their own. */
  kind: z.enum(['bought', 'add_on', 'gift']),
  /** Its place in the order, from 1: what parcels and after-sales name it by. */
  line: z.number().int(),
  shippedQuantity: z.number().int(),
  cancelledQuantity: z.number().int(),
  refundedQuantity: z.number().int(),
  refundedFen: z.number().int(),
});

const OrderSummary = z.object({
  orderId: Id,
  number: z.string(),
  state: OrderStateName,
  placedAt: Instant,
  expiresAt: Instant,
  payableFen: z.number().int(),
  /** What WeChat Pay takes: payable less stored value. */
  dueFen: z.number().int(),
  pieces: z.number().int(),
  lines: z.array(OrderLine),
});
export const OrderPage = z.object({
  items: z.array(OrderSummary),
  next: Cursor.nullable(),
  /** The shop's clock, so that the phone counts down by it and not by its own. */
  nowMs: Instant,
});

export const Contact = z.object({
  name: z.string(),
  phone: z.string(),
  province: z.string(),
  city: z.string(),
  district: z.string(),
  detail: z.string(),
});
export type Contact = z.output<typeof Contact>;

const OrderEvent = z.object({ step: z.string(), say: z.string(), happenedAt: Instant });

const said = { state: z.string(), reason: z.string() };
const OrderRefund = z.object({ ...said, amountFen: z.number().int(), wantedAt: Instant });

export const OrderView = z.object({
  orderId: Id,
  number: z.string(),
  state: OrderStateName,
  placedAt: Instant,
  expiresAt: Instant,
  paidAt: Instant.nullable(),
  closedAt: Instant.nullable(),
  closeReason: z.string().nullable(),
  shippedAt: Instant.nullable(),
  /** When receipt is confirmed by itself; whether the shopper has put that off. */
  confirmBy: Instant.nullable(),
  extended: z.boolean(),
  receivedAt: Instant.nullable(),
  /** When the after-sale window ends. */
  windowEndsAt: Instant.nullable(),
  completedAt: Instant.nullable(),
  refundedFen: z.number().int(),
  delivery: z.enum(['express', 'pickup', 'city']),
  contact: Contact.nullable(),
  store: Store.nullable(),
  remark: z.string(),
  lines: z.array(OrderLine),
  goodsFen: z.number().int(),
  discountFen: z.number().int(),
  freightFen: z.number().int(),
  payableFen: z.number().int(),
  pointsUsed: z.number().int(),
  storedPrincipalFen: z.number().int(),
  storedGiftFen: z.number().int(),
  /** What WeChat Pay takes: payable less stored value. */
  dueFen: z.number().int(),
  quote: QuoteView,
  events: z.array(OrderEvent),
  guide: GuideCard.nullable(),
  /** Money on its way back, or back already. */
  refunds: z.array(OrderRefund),
  /** The shop's clock, so that the phone counts down by it and not by its own. */
  nowMs: Instant,
});

export const OrderCounts = z.object({
  unpaid: z.number().int(),
  paid: z.number().int(),
  shipped: z.number().int(),
  received: z.number().int(),
});

export const ListCredited = z.object({
  /** Only orders paid on this day, `YYYY-MM-DD` in the shop's zone. */
  day: z.iso.date().optional(),
  cursor: Cursor.optional(),
});
export type ListCredited = z.output<typeof ListCredited>;

/** An order that earns a guide commission, as she sees it: who by nickname, no address, no phone. */
const CreditedOrder = z.object({
  orderId: Id,
  number: z.string(),
  state: OrderStateName,
  paidAt: Instant,
  buyer: z.string(),
  title: z.string(),
  pictureUrl: z.string(),
  pieces: z.number().int(),
  baseFen: z.number().int(),
  commissionFen: z.number().int(),
  part: z.enum(['sale', 'service']),
  /** Why it is hers, in one sentence. */
  why: z.string(),
});
export const CreditedPage = z.object({ items: z.array(CreditedOrder), next: Cursor.nullable() });

const TaxNumber = z.string().regex(/^[0-9A-Z]{15,20}$/);
const InvoiceKind = z.enum(['person', 'company']);
const InvoiceState = z.enum(['asked', 'issued']);

/** Whom an invoice is made out to; a company has a tax number. */
const InvoiceTitle = z.object({
  kind: InvoiceKind,
  title: typed(60),
  taxNumber: TaxNumber.optional(),
  email: z.email().max(100).optional(),
});
export type InvoiceTitle = z.output<typeof InvoiceTitle>;

/** Asks for an invoice of an order of mine; asking again before it is issued changes the title. */
export const AskInvoice = InvoiceTitle.extend({ orderId: Id });
export type AskInvoice = z.output<typeof AskInvoice>;

/** My request: its title masked, what it comes to after refunds (fen), and the number once it is issued. */
export const MyInvoice = z.object({
  invoice: z
    .object({
      kind: InvoiceKind,
      titleMask: z.string(),
      state: InvoiceState,
      amountFen: z.number().int(),
      invoiceNumber: z.string().nullable(),
      askedAt: Instant,
      issuedAt: Instant.nullable(),
    })
    .nullable(),
  /** What an invoice would be made out for now, in fen. */
  amountFen: z.number().int(),
});

export const ListInvoices = z.object({
  state: InvoiceState.default('asked'),
  cursor: Cursor.optional(),
});
export type ListInvoices = z.output<typeof ListInvoices>;
export const InvoicePage = z.object({
  items: z.array(
    InvoiceTitle.extend({
      orderId: Id,
      number: z.string(),
      state: InvoiceState,
      amountFen: z.number().int(),
      invoiceNumber: z.string().nullable(),
      askedAt: Instant,
    }),
  ),
  next: Cursor.nullable(),
});

export const IssueInvoice = z.object({
  orderId: Id,
  invoiceNumber: z.string().regex(/^[0-9A-Za-z-]{6,30}$/),
});
export type IssueInvoice = z.output<typeof IssueInvoice>;
