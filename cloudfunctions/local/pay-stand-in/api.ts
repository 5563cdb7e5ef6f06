import { billFile, tradeBill } from './bills';
import { fine, refusals, type ApiAnswer } from './answers';
import type { Desk } from './desk';
import { strikes } from './faults';
import { closePayment, findPayment, prepay } from './payments';
import { findRefund, refund } from './refunds';
import type { Hand } from './sealing';

/** One call of the API as it arrived. */
type ApiCall = {
  method: string;
  /** Path and query, exactly as sent: they are signed. */
  target: string;
  authorization: string | undefined;
  body: string;
  /** Where the stand-in is reached, for addresses that it gives. */
  origin: string;
};

const windowMs = 300_000;

/** What WeChat Pay would answer to `call`, and whether the answer is to be lost on its way. */
export function answerTo(
  desk: Desk,
  hand: Hand,
  call: ApiCall,
  refundTakesMs: number,
): { answer: ApiAnswer; lost: boolean } {
  if (!isMerchants(desk, hand, call)) return { answer: refusals.signError, lost: false };
  if (strikes(desk.faults, 'failAnswers')) return { answer: refusals.systemError, lost: false };
  if (strikes(desk.faults, 'limitAnswers')) return { answer: refusals.tooOften, lost: false };
  const answer = carriedOut(desk, hand, call, refundTakesMs);
  return { answer, lost: strikes(desk.faults, 'loseAnswers') };
}

function carriedOut(desk: Desk, hand: Hand, call: ApiCall, refundTakesMs: number): ApiAnswer {
  const url = new URL(call.target, 'http://stand-in');
  const asked = `${call.method} ${url.pathname}`;
  const at = (pattern: RegExp) => {
    const found = pattern.exec(asked)?.[1];
    return found === undefined ? null : decodeURIComponent(found);
  };
  if (asked === 'POST /v3/pay/transactions/jsapi') return prepay(desk, call.body);
  if (asked === 'POST /v3/refund/domestic/refunds') return refund(desk, call.body, refundTakesMs);
  if (asked === 'GET /v3/certificates') return certificates(desk, hand);
  if (asked === 'GET /v3/bill/tradebill') return tradeBill(desk, url.searchParams, call.origin);
  if (asked === 'GET /v3/billdownload/file')
    return billFile(desk, url.searchParams.get('token') ?? '');
  const closed = at(/^POST \/v3\/pay\/transactions\/out-trade-no\/([^/]+)\/close$/);
  if (closed !== null) return closePayment(desk, closed, call.body);
  const queried = at(/^GET \/v3\/pay\/transactions\/out-trade-no\/([^/]+)$/);
  if (queried !== null) return findPayment(desk, queried, url.searchParams.get('mchid'));
  const refunded = at(/^GET \/v3\/refund\/domestic\/refunds\/([^/]+)$/);
  if (refunded !== null) return findRefund(desk, refunded);
  return refusals.noSuchPath;
}

function certificates(desk: Desk, hand: Hand): ApiAnswer {
  const data = desk.keys.certificates.map(({ serial, certificatePem, fromMs, untilMs }) => ({
    serial_no: serial,
    effective_time: new Date(fromMs).toISOString(),
    expire_time: new Date(untilMs).toISOString(),
    encrypt_certificate: hand.sealed(certificatePem, 'certificate'),
  }));
  return fine({ data });
}

function isMerchants(desk: Desk, hand: Hand, call: ApiCall): boolean {
  const [scheme, list] = splitOnce(call.authorization ?? '', ' ');
  if (scheme !== 'WECHATPAY2-SHA256-RSA2048') return false;
  const fields = new Map(
    [...list.matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => [name, value]),
  );
  const timestamp = fields.get('timestamp') ?? '';
  const nonce = fields.get('nonce_str') ?? '';
  if (fields.get('mchid') !== desk.keys.mchid) return false;
  if (fields.get('serial_no') !== desk.keys.merchant.serial) return false;
  if (!/^\d{10}$/.test(timestamp) || nonce === '') return false;
  if (Math.abs(desk.nowMs() - Number(timestamp) * 1000) >= windowMs) return false;
  const text = `${call.method}\n${call.target}\n${timestamp}\n${nonce}\n${call.body}\n`;
  return hand.isMerchants(text, fields.get('signature') ?? '');
}

function splitOnce(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark);
  return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}
