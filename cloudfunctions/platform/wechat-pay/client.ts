import { z } from 'zod';

import { ask, type Line, type PayLog } from './ask';
import { fetchTradeBill } from './bill-file';
import type { BillRow } from './bill';
import { ForgedNotice, PayRefused, PayUnavailable } from './errors';
import { parseKeys, type WrittenKeys } from './keys';
import { openNotice, type Arrived, type Notice } from './notice';
import { readRefund, type Refund } from './refund';
import { closeBody, prepayBody, refundBody, safeNumber } from './requests';
import type { PrepayInput, RefundInput } from './requests';
import { newNonce, phoneText, signText } from './signature';
import { readTransaction, type Transaction } from './transaction';

/** A merchant at WeChat Pay, or at its stand-in: the two differ in nothing but what stands here. */
export type PayOptions = WrittenKeys & {
  /** `https://api.mch.weixin.qq.com`, or the stand-in's address. */
  baseUrl: string;
  mchid: string;
  appid: string;
  /** The serial of the merchant's API certificate. */
  serial: string;
  /** Where notices of payments and of refunds are sent; without a query. */
  notifyUrl: string;
  /** The wall clock, which both sides compare; never a shop's clock that was moved. */
  realNowMs: () => number;
  /** For one whole call; 8 s unless told. */
  timeoutMs?: number;
  log?: PayLog;
};

/** The arguments of `wx.requestPayment`. */
export type PhonePayment = {
  timeStamp: string;
  nonceStr: string;
  package: string;
  signType: 'RSA';
  paySign: string;
};

/**
 * How a close ended: nothing can be paid any more (`closed`), it was paid before (`paid`), or WeChat Pay
 * does not know the number (`absent`).
 */
export type Closing = 'closed' | 'paid' | 'absent';

/** WeChat Pay's API v3 for one merchant. Calls throw {@link PayUnavailable} or {@link PayRefused}. */
export type PayClient = {
  /** Announces a payment. The same number with the same values gives a prepay id again; it lives 2 hours. */
  prepay(input: PrepayInput): Promise<{ prepayId: string }>;
  /** What the phone needs to open the pay sheet for `prepayId`. */
  signForPhone(prepayId: string): PhonePayment;
  /** The payment as WeChat Pay has it, or null when it does not know the number. */
  query(outTradeNo: string): Promise<Transaction | null>;
  /** Ends an unpaid payment, so that it cannot be paid any more. */
  close(outTradeNo: string): Promise<Closing>;
  /** Asks for a refund; the same number with the same values refunds once. It may end later: PROCESSING. */
  refund(input: RefundInput): Promise<Refund>;
  /** The refund as WeChat Pay has it, or null when it does not know the number. */
  queryRefund(outRefundNo: string): Promise<Refund | null>;
  /**
   * The trade bill of a day `YYYY-MM-DD` of China, which WeChat Pay makes after 10 o'clock of the day after: every
   * payment that was made and every refund that was taken. Null when WeChat Pay has none, as for a day without trade.
   */
  tradeBill(day: string): Promise<BillRow[] | null>;
  /** What a notice says. Throws {@link ForgedNotice} unless WeChat Pay signed and sealed it for this merchant just now. */
  readNotice(arrived: Arrived): Notice;
};

const unknownNumber = new Set(['ORDER_NOT_EXIST', 'ORDERNOTEXIST', 'RESOURCE_NOT_EXISTS']);
const paidBefore = new Set(['ORDERPAID', 'ORDER_PAID']);
const closedBefore = new Set(['ORDER_CLOSED', 'ORDERCLOSED']);
const Prepaid = z.object({ prepay_id: z.string().min(1).max(64) });

/**
 * A client for the merchant of `options`. Make it once and keep it: it holds the parsed keys.
 * Throws a RangeError that names a key or address which cannot be right.
 */
export function payClient(options: PayOptions): PayClient {
  const { mchid, appid, notifyUrl, realNowMs } = options;
  const keys = parseKeys(options);
  const line = lineOf(options, keys);
  const merchant = { mchid, appid, notifyUrl };
  return {
    prepay: async (input) => prepay(line, prepayBody(merchant, input)),
    query: (outTradeNo) => query(line, appid, outTradeNo),
    close: (outTradeNo) => close(line, outTradeNo),
    refund: async (input) => refund(line, refundBody(merchant, input)),
    queryRefund: (outRefundNo) => queryRefund(line, outRefundNo),
    tradeBill: (day) => fetchTradeBill(line, day),
    signForPhone(prepayId) {
      const timeStamp = String(Math.floor(realNowMs() / 1000));
      const nonceStr = newNonce();
      const pack = `prepay_id=${prepayId}`;
      const paySign = signText(phoneText(appid, timeStamp, nonceStr, pack), keys.merchant);
      return { timeStamp, nonceStr, package: pack, signType: 'RSA', paySign };
    },
    readNotice(arrived) {
      try {
        return openNotice(arrived, keys, mchid, realNowMs());
      } catch (error) {
        if (error instanceof ForgedNotice) {
          options.log?.warn('wechat_pay.notice_refused', { reason: error.reason });
        }
        throw error;
      }
    },
  };
}

function lineOf(options: PayOptions, keys: Line['keys']): Line {
  const url = new URL(options.baseUrl);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    throw new RangeError('the base URL of WeChat Pay is not http or https');
  }
  const { mchid, serial, realNowMs, timeoutMs = 8_000, log } = options;
  const baseUrl = url.origin;
  return { baseUrl, mchid, serial, keys, timeoutMs, realNowMs, log };
}

async function prepay(line: Line, body: object): Promise<{ prepayId: string }> {
  const operation = 'prepay';
  const path = '/v3/pay/transactions/jsapi';
  const answer = await ask(line, { operation, method: 'POST', path, body });
  return readable(operation, () => ({ prepayId: Prepaid.parse(answer).prepay_id }));
}

async function query(line: Line, appid: string, outTradeNo: string): Promise<Transaction | null> {
  const operation = 'query';
  const mchid = encodeURIComponent(line.mchid);
  const path = `/v3/pay/transactions/out-trade-no/${safeNumber(outTradeNo)}?mchid=${mchid}`;
  const answer = await orUnknown(ask(line, { operation, method: 'GET', path }));
  if (answer === noSuchNumber) return null;
  const transaction = readable(operation, () => readTransaction(answer));
  const same = transaction.outTradeNo === outTradeNo && transaction.mchid === line.mchid;
  if (!same || transaction.appid !== appid) throw new PayUnavailable(operation, 'unreadable');
  return transaction;
}

async function close(line: Line, outTradeNo: string): Promise<Closing> {
  const path = `/v3/pay/transactions/out-trade-no/${safeNumber(outTradeNo)}/close`;
  const body = closeBody(line.mchid);
  try {
    await ask(line, { operation: 'close', method: 'POST', path, body });
    return 'closed';
  } catch (error) {
    if (!(error instanceof PayRefused)) throw error;
    if (paidBefore.has(error.code)) return 'paid';
    if (closedBefore.has(error.code)) return 'closed';
    if (unknownNumber.has(error.code)) return 'absent';
    throw error;
  }
}

async function refund(line: Line, body: ReturnType<typeof refundBody>): Promise<Refund> {
  const operation = 'refund';
  const path = '/v3/refund/domestic/refunds';
  const answer = await ask(line, { operation, method: 'POST', path, body });
  return sameRefund(operation, answer, body.out_refund_no);
}

async function queryRefund(line: Line, outRefundNo: string): Promise<Refund | null> {
  const operation = 'queryRefund';
  const path = `/v3/refund/domestic/refunds/${safeNumber(outRefundNo)}`;
  const answer = await orUnknown(ask(line, { operation, method: 'GET', path }));
  return answer === noSuchNumber ? null : sameRefund(operation, answer, outRefundNo);
}

function sameRefund(operation: string, answer: unknown, outRefundNo: string): Refund {
  const refund = readable(operation, () => readRefund(answer));
  if (refund.outRefundNo !== outRefundNo) throw new PayUnavailable(operation, 'unreadable');
  return refund;
}

const noSuchNumber = Symbol('WeChat Pay does not know the number');

async function orUnknown(asked: Promise<unknown>): Promise<unknown> {
  try {
    return await asked;
  } catch (error) {
    const no = error instanceof PayRefused && error.status === 404 && unknownNumber.has(error.code);
    if (no) return noSuchNumber;
    throw error;
  }
}

function readable<T>(operation: string, read: () => T): T {
  try {
    return read();
  } catch {
    throw new PayUnavailable(operation, 'unreadable');
  }
}
