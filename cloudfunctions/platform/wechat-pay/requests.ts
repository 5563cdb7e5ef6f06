import { mostFen } from '../../kit/money';

/** Whose payment it is and where it is told. */
type Merchant = { mchid: string; appid: string; notifyUrl: string };

/** A payment to announce. Repeat it with the very same values: a changed one is refused. */
export type PrepayInput = {
  /** 6 to 32 digits, letters and `_-|*`. */
  outTradeNo: string;
  /** What the payer reads on the bill; cut to 127 characters. */
  description: string;
  amountFen: number;
  payerOpenid: string;
  /** When paying ends, by the wall clock; WeChat Pay gives at least a minute. */
  expiresAtMs: number;
};

/** A refund to ask for. The same `outRefundNo` refunds once. */
export type RefundInput = {
  outTradeNo: string;
  /** 1 to 64 digits, letters and `_-|*@`. */
  outRefundNo: string;
  amountFen: number;
  /** The total of the payment, not what is left of it. */
  totalFen: number;
  /** What the payer reads; cut to 80 characters. */
  reason: string;
};

/** The body of a JSAPI prepay. Throws a RangeError for values that WeChat Pay would refuse. */
export function prepayBody(merchant: Merchant, input: PrepayInput) {
  const { outTradeNo, description, amountFen, payerOpenid, expiresAtMs } = input;
  if (!/^[0-9A-Za-z_\-|*]{6,32}$/.test(outTradeNo)) throw new RangeError('not an out_trade_no');
  if (payerOpenid === '' || payerOpenid.length > 128) throw new RangeError('not an openid');
  if (description === '') throw new RangeError('a payment needs a description');
  return {
    appid: merchant.appid,
    mchid: merchant.mchid,
    description: cut(description, 127),
    out_trade_no: outTradeNo,
    time_expire: chinaTime(expiresAtMs),
    notify_url: merchant.notifyUrl,
    amount: { total: payable(amountFen), currency: 'CNY' },
    payer: { openid: payerOpenid },
  };
}

/** The body of a refund. Throws a RangeError for values that WeChat Pay would refuse. */
export function refundBody(merchant: Merchant, input: RefundInput) {
  const { outTradeNo, outRefundNo, amountFen, totalFen, reason } = input;
  if (!/^[0-9A-Za-z_\-|*@]{1,64}$/.test(outRefundNo)) throw new RangeError('not an out_refund_no');
  if (amountFen > totalFen) throw new RangeError('a refund over the total of its payment');
  return {
    out_trade_no: outTradeNo,
    out_refund_no: outRefundNo,
    ...(reason === '' ? {} : { reason: cut(reason, 80) }),
    notify_url: merchant.notifyUrl,
    amount: { refund: payable(amountFen), total: payable(totalFen), currency: 'CNY' },
  };
}

/** The body of a close. */
export function closeBody(mchid: string) {
  return { mchid };
}

/** A merchant's own number as part of a path. */
export function safeNumber(text: string): string {
  if (!/^[0-9A-Za-z_\-|*@]{1,64}$/.test(text)) throw new RangeError('not a number of the merchant');
  return encodeURIComponent(text);
}

/** RFC 3339 in China's zone, to the second, as in all of WeChat Pay's examples. */
function chinaTime(atMs: number): string {
  return `${new Date(atMs + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`;
}

function payable(amountFen: number): number {
  if (!Number.isSafeInteger(amountFen) || amountFen < 1 || amountFen > mostFen) {
    throw new RangeError(`not an amount to pay or refund: ${amountFen} fen`);
  }
  return amountFen;
}

function cut(text: string, most: number): string {
  const characters = [...text];
  return text.length <= most ? text : characters.slice(0, cutAt(characters, most)).join('');
}

/** How many whole characters fit into `most` UTF-16 units. */
function cutAt(characters: readonly string[], most: number): number {
  let units = 0;
  const over = characters.findIndex((character) => (units += character.length) > most);
  return over === -1 ? characters.length : over;
}
