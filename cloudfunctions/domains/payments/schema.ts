import { z } from 'zod';
import { Cursor, Id, Instant } from '../members/schema';

/** What `wx.requestPayment` takes. */
const PhonePayment = z.object({
  timeStamp: z.string(),
  nonceStr: z.string(),
  package: z.string(),
  signType: z.literal('RSA'),
  paySign: z.string(),
});

export const Prepaid = z.object({ payment: PhonePayment, expiresAt: Instant });

export const PaymentState = z.object({ paid: z.boolean(), state: z.string() });

export const RefundId = z.object({ refundId: Id });
export type RefundId = z.output<typeof RefundId>;

export const ListStuck = z.object({ cursor: Cursor.optional() });
export type ListStuck = z.output<typeof ListStuck>;

const StuckRefund = z.object({
  refundId: Id,
  orderId: Id,
  orderNumber: z.string(),
  /** What WeChat Pay calls it: out_refund_no. */
  number: z.string(),
  amountFen: z.number().int(),
  state: z.enum(['wanted', 'processing', 'done', 'failed']),
  /** What WeChat last said against it: its own code, or why there was no answer. */
  fault: z.string().nullable(),
  reason: z.string(),
  tries: z.number().int(),
  wantedAt: Instant,
  nextTryAt: Instant,
  /** What trying again would do: ask for it, only look at it, or ask under a new number. */
  mending: z.enum(['again', 'look', 'anew']),
});
export const StuckPage = z.object({
  items: z.array(StuckRefund),
  nowMs: Instant,
  next: Cursor.nullable(),
});

/** A day of bills, `YYYY-MM-DD`. */
const BillDay = z.iso.date();

export const ListBills = z.object({ before: BillDay.optional() });
export type ListBills = z.output<typeof ListBills>;

export const ShowBill = z.object({ day: BillDay });
export type ShowBill = z.output<typeof ShowBill>;

const Count = z.number().int();

const Bill = z.object({
  day: BillDay,
  state: z.enum(['waiting', 'compared']),
  /** Why there is none yet: WeChat Pay's own code, or why there was no answer. */
  fault: z.string().nullable(),
  payments: Count,
  paidFen: Count,
  refunds: Count,
  refundedFen: Count,
  matched: Count,
  differences: Count,
  comparedAt: Instant.nullable(),
});
export const BillPage = z.object({ items: z.array(Bill), next: BillDay.nullable() });

const BillDifference = z.object({
  turn: Count,
  kind: z.enum(['missing_here', 'missing_there', 'amount_differs']),
  about: z.enum(['payment', 'refund']),
  number: z.string(),
  tradeNumber: z.string(),
  billFen: Count.nullable(),
  shopFen: Count.nullable(),
  /** What the shop noted when it would not believe the money. */
  problem: z.string().nullable(),
});
export const BillWithRows = z.object({ ...Bill.shape, rows: z.array(BillDifference) });
