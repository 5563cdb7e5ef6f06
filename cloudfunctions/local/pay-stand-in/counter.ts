import { z } from 'zod';

import type { ApiAnswer } from './answers';
import type { Desk } from './desk';
import { FaultChange, noFaults } from './faults';
import { pay, payable, type PayOutcome } from './payments';
import type { Hand } from './sealing';
import { backWith, sheetPage } from './sheet';
import { readBody } from './wire';

/** What the counter answers: JSON, a page or a way to go on. */
export type CounterAnswer =
  ApiAnswer | { status: 200 | 400 | 409; page: string } | { status: 303; location: string };

const PayCall = z.object({
  prepayId: z.string().optional(),
  package: z.string().optional(),
  payerOpenid: z.string().optional(),
  timeStamp: z.string().optional(),
  nonceStr: z.string().optional(),
  signType: z.string().optional(),
  paySign: z.string().optional(),
});

/** What may be said to {@link payAtCounter}: a prepay id, or the arguments of `wx.requestPayment`. */
export type PayCall = z.infer<typeof PayCall>;

/** Pays without a page. Arguments of `wx.requestPayment` must carry the merchant's signature. */
export async function payAtCounter(desk: Desk, hand: Hand, call: PayCall): Promise<PayOutcome> {
  const named = /^prepay_id=(.+)$/.exec(call.package ?? '')?.[1];
  const prepayId = named ?? call.prepayId ?? '';
  const signed = [call.timeStamp, call.nonceStr, call.signType, call.paySign];
  if (signed.some((part) => part !== undefined)) {
    const { timeStamp = '', nonceStr = '', paySign = '' } = call;
    const text = `${desk.keys.appid}\n${timeStamp}\n${nonceStr}\n${call.package ?? ''}\n`;
    if (call.signType !== 'RSA' || named === undefined || !hand.isMerchants(text, paySign)) {
      return { result: 'fail', code: 'PAY_SIGN_ERROR', message: '支付验证签名失败' };
    }
  }
  return pay(desk, prepayId, call.payerOpenid ?? null);
}

/** `POST /pay`: 200 when paid, 409 with why not otherwise. */
export async function payRoute(desk: Desk, hand: Hand, text: string): Promise<CounterAnswer> {
  const read = readBody(PayCall, text);
  if ('refused' in read) return read.refused;
  const outcome = await payAtCounter(desk, hand, read.body);
  return { status: outcome.result === 'ok' ? 200 : 409, json: outcome };
}

/** `POST /faults` changes what is named, `GET` tells what is left, `DELETE` ends all of them. */
export function faultsRoute(desk: Desk, method: string, text: string): CounterAnswer {
  if (method === 'DELETE') Object.assign(desk.faults, noFaults);
  if (method === 'POST') {
    const read = readBody(FaultChange, text);
    if ('refused' in read) return read.refused;
    Object.assign(desk.faults, read.body);
  }
  return { status: 200, json: { ...desk.faults } };
}

/** `GET /sheet?prepay_id=…&back=…`: the page on which a payer confirms or turns back. */
export function showSheet(desk: Desk, merchantName: string, asked: URLSearchParams): CounterAnswer {
  const prepayId = asked.get('prepay_id') ?? '';
  const back = asked.get('back') ?? '';
  if (backWith(back, 'cancel') === null) return wayBackMissing(merchantName);
  const found = payable(desk, prepayId, null);
  const row = desk.book.payments.get(desk.book.byPrepayId.get(prepayId) ?? '');
  const page = sheetPage({
    merchantName,
    description: row?.asked?.description ?? '—',
    amountFen: row?.asked?.amountFen ?? null,
    prepayId,
    back,
    refused: 'result' in found ? found.message : null,
  });
  return { status: 'result' in found ? 409 : 200, page };
}

/** `POST /sheet`: the payer's choice. Paid or turned back, the payer returns; refused, the page says why. */
export async function chooseOnSheet(
  desk: Desk,
  merchantName: string,
  text: string,
): Promise<CounterAnswer> {
  const asked = new URLSearchParams(text);
  const paying = asked.get('do') === 'pay';
  const location = backWith(asked.get('back') ?? '', paying ? 'ok' : 'cancel');
  if (location === null) return wayBackMissing(merchantName);
  if (paying) {
    const outcome = await pay(desk, asked.get('prepay_id') ?? '', null);
    // A second tap on the button finds the payment made, and goes on as the first one does.
    const made = outcome.result === 'ok' || outcome.code === 'ORDERPAID';
    if (!made) return showSheet(desk, merchantName, asked);
  }
  return { status: 303, location };
}

function wayBackMissing(merchantName: string): CounterAnswer {
  const sheet = { merchantName, description: '—', amountFen: null, prepayId: '', back: '' };
  return { status: 400, page: sheetPage({ ...sheet, refused: '缺少返回地址，无法支付' }) };
}
