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
