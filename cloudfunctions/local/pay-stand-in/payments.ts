import { randomBytes, randomInt } from 'node:crypto';

import { z } from 'zod';

import { badValue, done, fine, refusals, type ApiAnswer } from './answers';
import type { PaymentRow } from './book';
import { chinaTime, stampOf, type Desk } from './desk';
import { strikes } from './faults';
import { readBody } from './wire';

const minute = 60_000;
const day = 1_440 * minute;
const prepayLifeMs = 120 * minute;

const Prepay = z.object({
  appid: z.string(),
  mchid: z.string(),
  description: z.string().min(1).max(127),
  out_trade_no: z.string().regex(/^[0-9A-Za-z_\-|*]{6,32}$/),
  time_expire: z.iso.datetime({ offset: true }).optional(),
  notify_url: z
    .url({ protocol: /^https?$/ })
    .max(255)
    .refine((url) => !url.includes('?')),
  amount: z.object({ total: z.number().int().min(1), currency: z.literal('CNY').optional() }),
  payer: z.object({ openid: z.string().min(1).max(128) }),
});
const Close = z.object({ mchid: z.string() });

/** `POST /v3/pay/transactions/jsapi`. */
export function prepay(desk: Desk, text: string): ApiAnswer {
  const read = readBody(Prepay, text);
  if ('refused' in read) return read.refused;
  const { body } = read;
  if (body.mchid !== desk.keys.mchid || body.appid !== desk.keys.appid) return refusals.mismatch;
  const before = desk.book.payments.get(body.out_trade_no);
  const asked = {
    description: body.description,
    amountFen: body.amount.total,
    openid: body.payer.openid,
    notifyUrl: body.notify_url,
    timeExpire: body.time_expire ?? '',
  };
  if (before !== undefined) return prepayAgain(desk, before, asked);
  const row: PaymentRow = {
    outTradeNo: body.out_trade_no,
    asked,
    expiresAtMs: payableUntil(body.time_expire, desk.nowMs()),
    ...newPrepayId(desk.nowMs()),
    state: 'NOTPAY',
    transactionId: null,
    paidAtMs: null,
  };
  desk.book.keep({ kind: 'payment', row });
  return fine({ prepay_id: row.prepayId });
}

function prepayAgain(
  desk: Desk,
  before: PaymentRow,
  asked: NonNullable<PaymentRow['asked']>,
): ApiAnswer {
  // Closing a number that was never announced uses it up, and a prepay is then called a changed repeat.
  if (before.asked === null) return refusals.otherValues;
  if (before.state === 'CLOSED') return refusals.orderClosed;
  if (before.state !== 'NOTPAY') return refusals.orderPaid;
  if (before.asked.amountFen !== asked.amountFen) return refusals.numberUsed;
  if (JSON.stringify(before.asked) !== JSON.stringify(asked)) return refusals.otherValues;
  const nowMs = desk.nowMs();
  if (nowMs >= before.expiresAtMs) return refusals.expired;
  if (nowMs < before.prepaidAtMs + prepayLifeMs) return fine({ prepay_id: before.prepayId });
  const row = { ...before, ...newPrepayId(nowMs) };
  desk.book.keep({ kind: 'payment', row });
  return fine({ prepay_id: row.prepayId });
}

/** Paying ends a minute after the prepay at the earliest, 90 days at the latest, 7 days when nothing is said. */
function payableUntil(timeExpire: string | undefined, nowMs: number): number {
  const wantedMs = timeExpire === undefined ? nowMs + 7 * day : Date.parse(timeExpire);
  return Math.min(Math.max(wantedMs, nowMs + minute), nowMs + 90 * day);
}

function newPrepayId(nowMs: number) {
  const prepayId = `wx${stampOf(nowMs)}${randomBytes(10).toString('hex')}`;
  return { prepayId, prepaidAtMs: nowMs };
}

/** `GET /v3/pay/transactions/out-trade-no/{out_trade_no}?mchid=…`. */
export function findPayment(desk: Desk, outTradeNo: string, mchid: string | null): ApiAnswer {
  if (mchid === null) return badValue('/mchid', 'required');
  if (mchid !== desk.keys.mchid) return refusals.mismatch;
  const row = desk.book.payments.get(outTradeNo);
  return row === undefined ? refusals.orderNotExist : fine(transactionJson(desk, row));
}

/** `POST /v3/pay/transactions/out-trade-no/{out_trade_no}/close`. */
export function closePayment(desk: Desk, outTradeNo: string, text: string): ApiAnswer {
  const read = readBody(Close, text);
  if ('refused' in read) return read.refused;
  if (read.body.mchid !== desk.keys.mchid) return refusals.mismatch;
  const row = desk.book.payments.get(outTradeNo) ?? neverAsked(outTradeNo);
  if (row.state === 'SUCCESS' || row.state === 'REFUND') return refusals.orderPaid;
  desk.book.keep({ kind: 'payment', row: { ...row, state: 'CLOSED' } });
  return done;
}

function neverAsked(outTradeNo: string): PaymentRow {
  const unpaid = { transactionId: null, paidAtMs: null, state: 'CLOSED' as const };
  return { outTradeNo, asked: null, expiresAtMs: 0, prepayId: '', prepaidAtMs: 0, ...unpaid };
}

/** How a payment ended: paid, or why not, with a sentence for the payer. */
export type PayOutcome =
  | { result: 'ok'; outTradeNo: string; transactionId: string }
  | { result: 'fail'; code: string; message: string };

/** Why `prepayId` cannot be paid by `payerOpenid` (null: by whoever was asked) now, or the row that can. */
export function payable(
  desk: Desk,
  prepayId: string,
  payerOpenid: string | null,
):
  | { row: PaymentRow; asked: NonNullable<PaymentRow['asked']> }
  | Extract<PayOutcome, { result: 'fail' }> {
  const row = desk.book.payments.get(desk.book.byPrepayId.get(prepayId) ?? '');
  if (row === undefined || row.asked === null) return fail('PREPAY_UNKNOWN', '没有这笔预支付');
  if (row.state === 'CLOSED') return fail('ORDER_CLOSED', '该订单已关闭，请重新下单');
  if (row.state !== 'NOTPAY') return fail('ORDERPAID', '该订单已支付，请勿重复付款');
  const nowMs = desk.nowMs();
  if (nowMs >= row.expiresAtMs) return fail('ORDER_EXPIRED', '该订单已超过支付时间，请重新下单');
  if (row.prepayId !== prepayId || nowMs >= row.prepaidAtMs + prepayLifeMs) {
    return fail('PREPAY_EXPIRED', '支付会话已失效，请返回重新发起支付');
  }
  if (payerOpenid !== null && payerOpenid !== row.asked.openid) {
    return fail('OPENID_MISMATCH', '下单账号与支付账号不一致，请核实后再支付');
  }
  return { row, asked: row.asked };
}

/** Pays, as a payer would in WeChat; what is said to be paid is on the disk, and its notice is on its way. */
export async function pay(
  desk: Desk,
  prepayId: string,
  payerOpenid: string | null,
): Promise<PayOutcome> {
  const found = payable(desk, prepayId, payerOpenid);
  if ('result' in found) return found;
  const nowMs = desk.nowMs();
  const transactionId = `42${stampOf(nowMs)}${String(randomInt(10 ** 12)).padStart(12, '0')}`;
  const row: PaymentRow = { ...found.row, state: 'SUCCESS', transactionId, paidAtMs: nowMs };
  desk.book.keep({ kind: 'payment', row });
  desk.announce({
    url: found.asked.notifyUrl,
    eventType: 'TRANSACTION.SUCCESS',
    summary: '支付成功',
    about: 'transaction',
    plain: JSON.stringify(noticeJson(desk, row)),
  });
  await desk.book.durable();
  return { result: 'ok', outTradeNo: row.outTradeNo, transactionId };
}

function noticeJson(desk: Desk, row: PaymentRow) {
  const { asked } = row;
  if (asked === null) throw new Error('a payment that nobody asked for');
  const amountFen = asked.amountFen + (strikes(desk.faults, 'wrongAmounts') ? 1 : 0);
  const openid = strikes(desk.faults, 'wrongPayers') ? `${asked.openid}-other` : asked.openid;
  return transactionJson(desk, { ...row, asked: { ...asked, amountFen, openid } });
}

const stateWords = {
  NOTPAY: '订单未支付',
  SUCCESS: '支付成功',
  REFUND: '订单发生过退款',
  CLOSED: '订单已关闭',
};

function transactionJson(desk: Desk, row: PaymentRow): Record<string, unknown> {
  const total = row.asked?.amountFen;
  const paid = row.paidAtMs !== null;
  return {
    mchid: desk.keys.mchid,
    appid: desk.keys.appid,
    out_trade_no: row.outTradeNo,
    trade_state: row.state,
    trade_state_desc: stateWords[row.state],
    promotion_detail: [],
    ...(total === undefined ? {} : { amount: amountJson(total, paid) }),
    ...(row.paidAtMs === null
      ? {}
      : {
          transaction_id: row.transactionId,
          trade_type: 'JSAPI',
          bank_type: 'OTHERS',
          attach: '',
          success_time: chinaTime(row.paidAtMs),
          payer: { openid: row.asked?.openid },
        }),
  };
}

function amountJson(total: number, paid: boolean) {
  const asked = { total, currency: 'CNY', payer_currency: 'CNY' };
  return paid ? { ...asked, payer_total: total } : asked;
}

function fail(code: string, message: string) {
  return { result: 'fail' as const, code, message };
}
