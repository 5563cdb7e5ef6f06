import { sign, verify, type KeyObject } from 'node:crypto';

import Formatter from 'wechatpay-axios-plugin/lib/formatter.js';

import type { ForgedReason } from './errors';

/** Header names in any case; a header given twice arrives as an array and is not accepted. */
export type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

/** What a signature covers and the headers that carry it. */
type Signed = { headers: Headers; body: string };

/** The widest difference of clocks, exclusive: 300 s is refused, as in WeChat Pay's own libraries. */
const windowSeconds = 300;
const probePrefix = 'WECHATPAY/SIGNTEST/';
const visible = /^[\x21-\x7e]+$/;

/** The text that a request's signature covers: five lines, each ended by LF. `path` includes the query. */
export function requestText(
  method: string,
  path: string,
  stamp: { timestamp: string; nonce: string },
  body: string,
): string {
  return Formatter.request(method, path, stamp.timestamp, stamp.nonce, body);
}

/** The text that an answer's or a notice's signature covers: three lines, each ended by LF. */
export function answerText(timestamp: string, nonce: string, body: string): string {
  return Formatter.response(timestamp, nonce, body);
}

/** The text that `paySign` covers in a mini program: `pack` is `prepay_id=…`, not the bare id. */
export function phoneText(
  appid: string,
  timeStamp: string,
  nonceStr: string,
  pack: string,
): string {
  return Formatter.joinedByLineFeed(appid, timeStamp, nonceStr, pack);
}

/** A random string of 32 letters and digits, as WeChat Pay asks of each request. */
export function newNonce(): string {
  return Formatter.nonce(32);
}

/** RSA-SHA256 of `text` in base64. */
export function signText(text: string, key: KeyObject): string {
  return sign('RSA-SHA256', Buffer.from(text, 'utf8'), key).toString('base64');
}

/** Whether `signature` is strict base64 of the RSA-SHA256 signature of `text`. */
export function isSignatureOf(text: string, signature: string, key: KeyObject): boolean {
  const bytes = Buffer.from(signature, 'base64');
  // Node decodes around what is not base64; a signature has one way to be written.
  if (bytes.length === 0 || bytes.toString('base64') !== signature) return false;
  return verify('RSA-SHA256', Buffer.from(text, 'utf8'), key, bytes);
}

/** Why `message` was not signed by WeChat Pay around `nowMs`, or null when it was. */
export function whyNotSigned(
  message: Signed,
  platform: ReadonlyMap<string, KeyObject>,
  nowMs: number,
): ForgedReason | null {
  const timestamp = header(message.headers, 'wechatpay-timestamp');
  const nonce = header(message.headers, 'wechatpay-nonce');
  const serial = header(message.headers, 'wechatpay-serial');
  const signature = header(message.headers, 'wechatpay-signature');
  if (timestamp === null || nonce === null || serial === null || signature === null) {
    return 'missing_header';
  }
  if (!/^[1-9]\d{0,11}$/.test(timestamp)) return 'bad_timestamp';
  if (Math.abs(Math.floor(nowMs / 1000) - Number(timestamp)) >= windowSeconds) {
    return 'outside_window';
  }
  if (signature.startsWith(probePrefix)) return 'probe';
  const key = platform.get(serial);
  if (key === undefined) return 'unknown_serial';
  if (!visible.test(nonce)) return 'bad_signature';
  const text = answerText(timestamp, nonce, message.body);
  return isSignatureOf(text, signature, key) ? null : 'bad_signature';
}

/** The one value of a header, whatever the case of its name; null when missing, blank or given twice. */
export function header(headers: Headers, name: string): string | null {
  const value = headers[name] ?? valueInAnyCase(headers, name);
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

function valueInAnyCase(headers: Headers, name: string) {
  const found = Object.keys(headers).filter((key) => key.toLowerCase() === name);
  const [only] = found;
  return found.length === 1 && only !== undefined ? headers[only] : undefined;
}
