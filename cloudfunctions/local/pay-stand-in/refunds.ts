import { randomInt } from 'node:crypto';

import { z } from 'zod';

import { fine, refusals, type ApiAnswer } from './answers';
import type { PaymentRow, RefundRow } from './book';
import { chinaTime, stampOf, type Desk } from './desk';
import { strikes } from './faults';
import { readBody } from './wire';

const mostRefunds = 50;
const receivedBy = '支付用户零钱';

const RefundCall = z
  .object({
    out_trade_no: z.string().optional(),
    transaction_id: z.string().optional(),
    out_refund_no: z.string().regex(/^[0-9A-Za-z_\-|*@]{1,64}$/),
    reason: z.string().max(80).optional(),
    notify_url: z
      .url({ protocol: /^https?$/ })
      .max(256)
      .refine((url) => !url.includes('?')),
    amount: z.object({
      refund: z.number().int().min(1),
      total: z.number().int().min(1),
      currency: z.literal('CNY'),
    }),
  })
  .refine((body) => (body.out_trade_no ?? body.transaction_id) !== undefined);

/** `POST /v3/refund/domestic/refunds`: accepted at once, carried out `takesMs` later. */
export function refund(desk: Desk, text: string, takesMs: number): ApiAnswer {
  const read = readBody(RefundCall, text);
  if ('refused' in read) return read.refused;
  const { body } = read;
  const payment = paymentOf(desk, body.out_trade_no, body.transaction_id);
  if (payment === undefined) return refusals.orderNotExist;
  const before = desk.book.refunds.get(body.out_refund_no);
  if (before !== undefined) return refundAgain(before, payment, body.amount);
  const refused = whyNotRefund(desk, payment, body.amount);
  if (refused !== null) return refused;
  const nowMs = desk.nowMs();
  const row: RefundRow = {
    outRefundNo: body.out_refund_no,
    refundId: `50${stampOf(nowMs)}${String(randomInt(10 ** 12)).padStart(12, '0')}`,
    outTradeNo: payment.outTradeNo,
    amountFen: body.amount.refund,
    reason: body.reason ?? '',
    notifyUrl: body.notify_url,
    status: 'PROCESSING',
    createdAtMs: nowMs,
    successAtMs: null,
  };
  desk.book.keep({ kind: 'refund', row });
  desk.book.keep({ kind: 'payment', row: { ...payment, state: 'REFUND' } });
  carryOutLater(desk, row.outRefundNo, takesMs);
  return fine(refundJson(row, payment));
}

type Amount = { refund: number; total: number };

function paymentOf(
  desk: Desk,
  outTradeNo: string | undefined,
  transactionId: string | undefined,
): PaymentRow | undefined {
  if (outTradeNo !== undefined) return desk.book.payments.get(outTradeNo);
  return [...desk.book.payments.values()].find((row) => row.transactionId === transactionId);
}

function refundAgain(before: RefundRow, payment: PaymentRow, amount: Amount): ApiAnswer {
  const same =
    before.outTradeNo === payment.outTradeNo &&
    before.amountFen === amount.refund &&
    payment.asked?.amountFen === amount.total;
  return same ? fine(refundJson(before, payment)) : refusals.otherTotal;
}

function whyNotRefund(desk: Desk, payment: PaymentRow, amount: Amount): ApiAnswer | null {
  if (payment.state !== 'SUCCESS' && payment.state !== 'REFUND') return refusals.notPaid;
  const total = payment.asked?.amountFen ?? 0;
  if (amount.total !== total) return refusals.otherTotal;
  const earlier = [...desk.book.refunds.values()].filter(
    (row) => row.outTradeNo === payment.outTradeNo,
  );
  const refunded = earlier.reduce((sum, row) => sum + row.amountFen, 0);
  if (refunded + amount.refund > total) return refusals.overPaid;
  if (earlier.length >= mostRefunds) return refusals.tooManyRefunds;
  return strikes(desk.faults, 'notEnough') ? refusals.notEnough : null;
}

/** Ends an accepted refund after `takesMs` and tells the merchant. */
export function carryOutLater(desk: Desk, outRefundNo: string, takesMs: number): void {
  desk.later(async () => {
    const before = desk.book.refunds.get(outRefundNo);
    const payment = desk.book.payments.get(before?.outTradeNo ?? '');
    if (before?.status !== 'PROCESSING' || payment === undefined) return;
    const abnormal = strikes(desk.faults, 'abnormalRefunds');
    const row: RefundRow = abnormal
      ? { ...before, status: 'ABNORMAL' }
      : { ...before, status: 'SUCCESS', successAtMs: desk.nowMs() };
    desk.book.keep({ kind: 'refund', row });
    desk.announce({
      url: row.notifyUrl,
      eventType: `REFUND.${row.status}`,
      summary: abnormal ? '退款异常' : '退款成功',
      about: 'refund',
      plain: JSON.stringify(noticeJson(desk, row, payment)),
    });
    await desk.book.durable();
  }, takesMs);
}

/** `GET /v3/refund/domestic/refunds/{out_refund_no}`. */
export function findRefund(desk: Desk, outRefundNo: string): ApiAnswer {
  const row = desk.book.refunds.get(outRefundNo);
  const payment = desk.book.payments.get(row?.outTradeNo ?? '');
  if (row === undefined || payment === undefined) return refusals.refundNotExist;
  return fine(refundJson(row, payment));
}

function refundJson(row: RefundRow, payment: PaymentRow): Record<string, unknown> {
  return {
    ...sharedJson(row, payment),
    status: row.status,
    channel: 'ORIGINAL',
    create_time: chinaTime(row.createdAtMs),
    funds_account: 'UNSETTLED',
    promotion_detail: [],
    amount: {
      ...amountJson(row, payment),
      settlement_total: payment.asked?.amountFen,
      settlement_refund: row.amountFen,
      discount_refund: 0,
      currency: 'CNY',
    },
  };
}

function noticeJson(desk: Desk, row: RefundRow, payment: PaymentRow) {
  return {
    mchid: desk.keys.mchid,
    ...sharedJson(row, payment),
    refund_status: row.status,
    amount: amountJson(row, payment),
  };
}

function sharedJson(row: RefundRow, payment: PaymentRow) {
  return {
    out_trade_no: row.outTradeNo,
    transaction_id: payment.transactionId,
    out_refund_no: row.outRefundNo,
    refund_id: row.refundId,
    user_received_account: receivedBy,
    ...(row.successAtMs === null ? {} : { success_time: chinaTime(row.successAtMs) }),
  };
}

function amountJson(row: RefundRow, payment: PaymentRow) {
  const total = payment.asked?.amountFen;
  return { total, refund: row.amountFen, payer_total: total, payer_refund: row.amountFen };
}
