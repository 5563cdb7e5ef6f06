import { createHash, randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';

import { badValue, fine, refusals, type ApiAnswer } from './answers';
import type { PaymentRow, RefundRow } from './book';
import { chinaTime, type Desk } from './desk';
import { strikes } from './faults';

/** The first line of a trade bill of all kinds, as WeChat Pay writes it. */
const names =
  '交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,' +
  '应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,' +
  '手续费,费率,订单金额,申请退款金额,费率备注';
const sumNames =
  '总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额';

/** WeChat Pay's share of a payment, in units of 0.00001 yuan for each fen: 0.60 %. */
const feeUnits = 6;

/** One line of a bill before it is written: who, how much, and for a refund which. */
type Entry = {
  atMs: number;
  payment: { transactionId: string; outTradeNo: string; openid: string; goods: string };
  paidFen: number;
  refund: { refundId: string; outRefundNo: string; fen: number; status: string } | null;
};

/**
 * `GET /v3/bill/tradebill`: where the bill of a day is. WeChat Pay makes it after 10 o'clock of the day after and
 * refuses days to come; here any day may be asked for, since the shop's clock may have been moved.
 */
export function tradeBill(desk: Desk, asked: URLSearchParams, origin: string): ApiAnswer {
  const day = asked.get('bill_date') ?? '';
  if (!/^\d{4}-\d\d-\d\d$/.test(day)) return badValue('/bill_date', 'not a day');
  const type = asked.get('bill_type') ?? 'ALL';
  const packing = asked.get('tar_type') ?? 'GZIP';
  if (type !== 'ALL' || packing !== 'GZIP') return badValue('/bill_type', 'not served here');
  const entries = entriesOf(desk, day);
  if (entries.length === 0) return refusals.noStatement;
  const text = billText(desk, tampered(desk, day, entries));
  const token = keepFile(desk, gzipSync(text));
  return fine({
    hash_type: 'SHA1',
    hash_value: createHash('sha1').update(text).digest('hex'),
    download_url: `${origin}/v3/billdownload/file?token=${token}`,
  });
}

const mostFiles = 20;

function keepFile({ files }: Desk, bytes: Buffer): string {
  const token = randomBytes(24).toString('base64url');
  files.set(token, bytes);
  for (const old of [...files.keys()].slice(0, -mostFiles)) files.delete(old);
  return token;
}

/** `GET /v3/billdownload/file?token=…`: the packed bill, which nobody signs. */
export function billFile({ files }: Desk, token: string): ApiAnswer {
  const bytes = files.get(token);
  return bytes === undefined ? refusals.noSuchPath : { status: 200, json: null, bytes };
}

/** A payment belongs to the day on which it was made, a refund to the day on which it was taken. */
function entriesOf({ book }: Desk, day: string): Entry[] {
  const within = (atMs: number | null): atMs is number =>
    atMs !== null && chinaTime(atMs).startsWith(day);
  const payments = [...book.payments.values()].flatMap((row) =>
    within(row.paidAtMs) ? [entry(row, row.paidAtMs, null)] : [],
  );
  const refunds = [...book.refunds.values()].flatMap((refund) => {
    const row = book.payments.get(refund.outTradeNo);
    return row !== undefined && within(refund.createdAtMs)
      ? [entry(row, refund.createdAtMs, refund)]
      : [];
  });
  return [...payments, ...refunds].sort((a, b) => b.atMs - a.atMs);
}

function entry(row: PaymentRow, atMs: number, refund: RefundRow | null): Entry {
  return {
    atMs,
    payment: {
      transactionId: row.transactionId ?? '',
      outTradeNo: row.outTradeNo,
      openid: row.asked?.openid ?? '',
      goods: row.asked?.description ?? '',
    },
    paidFen: row.asked?.amountFen ?? 0,
    refund: refund && {
      refundId: refund.refundId,
      outRefundNo: refund.outRefundNo,
      fen: refund.amountFen,
      status: refund.status,
    },
  };
}

/** The bill with what it was told to get wrong: a row left out, an amount one fen too large, a row of nobody. */
function tampered({ faults, nowMs }: Desk, day: string, entries: readonly Entry[]): Entry[] {
  const rows = strikes(faults, 'billRowsMissing') ? entries.slice(1) : [...entries];
  const last = rows[rows.length - 1];
  if (last !== undefined && strikes(faults, 'billAmountsWrong')) {
    const refund = last.refund && { ...last.refund, fen: last.refund.fen + 1 };
    rows[rows.length - 1] = { ...last, refund, paidFen: last.paidFen + 1 };
  }
  const [first] = entries;
  if (first === undefined || !strikes(faults, 'billRowsForeign')) return rows;
  const serial = String(nowMs());
  const transactionId = `4200foreign${serial}`;
  const outTradeNo = `${day.replaceAll('-', '')}foreign${serial.slice(-6)}`;
  const payment = { ...first.payment, transactionId, outTradeNo };
  return [...rows, { ...first, refund: null, payment }];
}

function billText(desk: Desk, entries: readonly Entry[]): string {
  const sum = (part: (row: Entry) => number) =>
    entries.reduce((total, row) => total + part(row), 0);
  const paidFen = sum((row) => (row.refund === null ? row.paidFen : 0));
  const refundedFen = sum((row) => row.refund?.fen ?? 0);
  const fees = sum((row) => feeOf(row));
  const sums = [
    String(entries.length),
    yuan(paidFen),
    yuan(refundedFen),
    '0.00',
    feeText(fees),
    yuan(paidFen),
    yuan(refundedFen),
  ];
  return [names, ...entries.map((row) => line(fields(desk, row))), sumNames, line(sums), ''].join(
    '\r\n',
  );
}

function fields({ keys }: Desk, row: Entry): string[] {
  const { payment, refund } = row;
  const paid = refund === null ? yuan(row.paidFen) : '0.00';
  const back = yuan(refund?.fen ?? 0);
  return [
    chinaTime(row.atMs).slice(0, 19).replace('T', ' '),
    keys.appid,
    keys.mchid,
    '0',
    '',
    payment.transactionId,
    payment.outTradeNo,
    payment.openid,
    'JSAPI',
    refund === null ? 'SUCCESS' : 'REFUND',
    'OTHERS',
    'CNY',
    paid,
    '0.00',
    refund?.refundId ?? '0',
    refund?.outRefundNo ?? '0',
    back,
    '0.00',
    refund === null ? '' : 'ORIGINAL',
    refund?.status ?? '',
    payment.goods,
    '',
    feeText(feeOf(row)),
    '0.60%',
    paid,
    back,
    '',
  ];
}

function line(values: readonly string[]): string {
  return values.map((value) => `\`${value}`).join(',');
}

function feeOf(row: Entry): number {
  return row.refund === null ? row.paidFen * feeUnits : -row.refund.fen * feeUnits;
}

function feeText(units: number): string {
  const sign = units < 0 ? '-' : '';
  const size = Math.abs(units);
  return `${sign}${Math.floor(size / 100_000)}.${String(size % 100_000).padStart(5, '0')}`;
}

function yuan(fen: number): string {
  return `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;
}
