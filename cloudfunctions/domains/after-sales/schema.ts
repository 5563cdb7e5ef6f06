import { z } from 'zod';
import { PictureIds } from '../media/schema';
import { Cursor, DeedKey, Id, Instant, typed, typedOrEmpty } from '../members/schema';

const Kind = z.enum(['refund_only', 'return_refund', 'exchange']);
const State = z.enum([
  ...(['asked', 'agreed', 'returned', 'received', 'sent', 'refunding'] as const),
  ...(['done', 'refused', 'withdrawn', 'lapsed'] as const),
]);
const Step = z.enum([
  ...(['agree', 'resume', 'refuse', 'withdraw', 'lapse', 'give_tracking'] as const),
  ...(['receive', 'send', 'refund', 'finish', 'again'] as const),
]);

/** Units of one line of an order, and what the shopper wants in exchange. */
const AskedUnits = z.object({
  line: z.number().int().min(1).max(1_000),
  quantity: z.number().int().min(1).max(10_000),
  toSkuId: Id.optional(),
});
const Units = z.array(AskedUnits).min(1).max(100);

export const OfOrder = z.object({ orderId: Id });
export type OfOrder = z.output<typeof OfOrder>;

export const OrderNumber = z.object({ number: z.string().regex(/^\d{6,32}$/) });
export type OrderNumber = z.output<typeof OrderNumber>;

export const PreviewAfterSale = z.object({ orderId: Id, kind: Kind, units: Units });
export type PreviewAfterSale = z.output<typeof PreviewAfterSale>;

const Reason = z.string().regex(/^[a-z_]{2,30}$/);

export const AskAfterSale = z.object({
  key: DeedKey,
  orderId: Id,
  kind: Kind,
  units: Units,
  /** A word of the list that its kind has. */
  reason: Reason,
  words: typedOrEmpty(200).default(''),
  pictureIds: PictureIds.pipe(z.array(Id).max(6)).default([]),
});
export type AskAfterSale = z.output<typeof AskAfterSale>;

export const AfterSaleId = z.object({ afterSaleId: Id });
export type AfterSaleId = z.output<typeof AfterSaleId>;

export const KeyedAfterSale = z.object({ key: DeedKey, afterSaleId: Id });
export type KeyedAfterSale = z.output<typeof KeyedAfterSale>;

/** A parcel's carrier by name, and its number. */
const Parcel = {
  carrier: typed(20),
  number: z.string().regex(/^[0-9A-Za-z-]{5,40}$/, '运单号应为 5 到 40 位字母或数字'),
};
export const GiveTracking = z.object({ afterSaleId: Id, ...Parcel });
export type GiveTracking = z.output<typeof GiveTracking>;

export const SendExchange = z.object({ key: DeedKey, afterSaleId: Id, ...Parcel });
export type SendExchange = z.output<typeof SendExchange>;

export const RefuseAfterSale = z.object({ afterSaleId: Id, reason: typed(100) });
export type RefuseAfterSale = z.output<typeof RefuseAfterSale>;

export const AskAgain = z.object({ afterSaleId: Id, words: typed(200) });
export type AskAgain = z.output<typeof AskAgain>;

export const NoteAfterSale = z.object({ afterSaleId: Id, note: typed(200) });
export type NoteAfterSale = z.output<typeof NoteAfterSale>;

export const ReceiveReturned = z.object({ key: DeedKey, afterSaleId: Id, restock: z.boolean() });
export type ReceiveReturned = z.output<typeof ReceiveReturned>;

export const ListAfterSales = z.object({ cursor: Cursor.optional() });
export type ListAfterSales = z.output<typeof ListAfterSales>;

/** The shop's lists: who must act next, or what has ended. */
const Tab = z.enum(['asked', 'agreed', 'returned', 'received', 'sent', 'refunding', 'ended']);
export type Tab = z.output<typeof Tab>;
export const ListBoard = z.object({ tab: Tab, cursor: Cursor.optional() });
export type ListBoard = z.output<typeof ListBoard>;

const Fen = z.number().int();

/** What comes back, by source; points that had paid come back, earned ones are taken. */
const Back = z.object({
  goodsFen: Fen,
  freightFen: Fen,
  totalFen: Fen,
  wechatFen: Fen,
  principalFen: Fen,
  giftFen: Fen,
  pointsBack: z.number().int(),
  pointsTaken: z.number().int(),
  /** Names of coupons that may be used again. */
  couponNames: z.array(z.string()),
});
export type Back = z.output<typeof Back>;

/** What guides' commission falls by: told to the people who work here alone. */
const CommissionFall = z.object({ guideId: Id, guideName: z.string(), amountFen: Fen });

export const BackPreview = z.object({ back: Back });

const Line = z.object({
  line: z.number().int(),
  title: z.string(),
  specText: z.string(),
  pictureUrl: z.string(),
  quantity: z.number().int(),
  /** What she gets in exchange; empty otherwise. */
  toSpecText: z.string(),
});

const Summary = z.object({
  afterSaleId: Id,
  orderId: Id,
  orderNumber: z.string(),
  kind: Kind,
  state: State,
  reason: z.string(),
  lines: z.array(Line),
  totalFen: Fen,
  askedAt: Instant,
  dueAt: Instant.nullable(),
  endedAt: Instant.nullable(),
});

export const AfterSalePage = z.object({
  items: z.array(Summary),
  next: Cursor.nullable(),
  /** The shop's clock, so that the phone counts down by it and not by its own. */
  nowMs: Instant,
});

const Parceled = z.object({ carrier: z.string(), number: z.string() });

const Whole = Summary.extend({
  words: z.string(),
  /** Where pictures lie; one that is not checked yet has no address. */
  pictures: z.array(z.object({ pictureId: Id, url: z.string() })),
  openedBy: z.enum(['shopper', 'manager']),
  escalated: z.boolean(),
  refusal: z.string().nullable(),
  againUntil: Instant.nullable(),
  back: Back,
  /** When the refund was set going. */
  refundedAt: Instant.nullable(),
  returned: Parceled.nullable(),
  sent: Parceled.nullable(),
  restock: z.boolean().nullable(),
  events: z.array(z.object({ step: z.string(), say: z.string(), happenedAt: Instant })),
  /** What the asker may do now. */
  steps: z.array(Step),
  nowMs: Instant,
});

/** Where goods go back to. */
const ReturnPlace = z.object({ name: z.string(), address: z.string(), phone: z.string() });

export const AfterSaleView = Whole.extend({ returnTo: ReturnPlace });
export const StaffAfterSale = Whole.extend({
  buyer: z.string(),
  commission: z.array(CommissionFall),
});

const StaffSummary = Summary.extend({ buyer: z.string() });
export const StaffPage = z.object({
  items: z.array(StaffSummary),
  next: Cursor.nullable(),
  nowMs: Instant,
});
export const Board = StaffPage.extend({
  /** How many stand in each list that is open, and how many of the first wait beyond their time. */
  counts: z.object({
    asked: z.number().int(),
    agreed: z.number().int(),
    returned: z.number().int(),
    received: z.number().int(),
    sent: z.number().int(),
    refunding: z.number().int(),
  }),
});

/** What a line may still be asked for, and what it may be exchanged for. */
const LeftLine = z.object({
  line: z.number().int(),
  title: z.string(),
  specText: z.string(),
  pictureUrl: z.string(),
  kind: z.enum(['bought', 'add_on', 'gift']),
  /** Units that were not sent yet, and sent ones that may come back. */
  unsent: z.number().int(),
  sent: z.number().int(),
  choices: z.array(z.object({ skuId: Id, specText: z.string(), left: z.number().int() })),
});
export const OrderAfterSales = z.object({
  orderId: Id,
  /** Why nothing may be asked any more, in words; null when something may. */
  whyNot: z.string().nullable(),
  lines: z.array(LeftLine),
  /** What was asked about this order, the latest first. */
  items: z.array(Summary),
});

export const OpenedAfterSale = z.object({ afterSaleId: Id });
