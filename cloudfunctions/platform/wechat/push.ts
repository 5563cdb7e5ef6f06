import { createDecipheriv, createHash, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { ForgedPush } from './errors';

/** What WeChat signs and seals its messages with, as set on its page for message pushes. */
export type PushKeys = {
  appid: string;
  token: string;
  /** EncodingAESKey: 43 characters of base64 without its end. */
  aesKey: string;
};

/** A message as it arrived: what stood in the address, and the body. */
export type PushArrived = { query: URLSearchParams; rawBody: string | Uint8Array };

/** What a believed message says. */
export type PushMessage =
  | {
      kind: 'mediaChecked';
      traceId: string;
      /** Null when WeChat could not look at it: it is to be asked again. */
      verdict: 'pass' | 'review' | 'risky' | null;
    }
  | {
      /** WeChat has paid the shop, or says when it will; confirmed is set when the receipt came. */
      kind: 'settlement';
      transactionId: string;
      outTradeNo: string;
      confirmedAtMs: number | null;
      settledAtMs: number | null;
      confirmedBy: 'timer' | 'payer' | null;
    }
  | { kind: 'remindShipping'; transactionId: string; outTradeNo: string }
  | { kind: 'other'; event: string };

const windowMs = 300_000;
const mostBytes = 256 * 1024;
const blockBytes = 32;

const Envelope = z.object({ Encrypt: z.string().min(1) });
const Event = z.looseObject({ MsgType: z.string(), Event: z.string().default('') });
const MediaChecked = z.object({
  trace_id: z.string().min(1).max(128),
  errcode: z.number().default(0),
  result: z.object({ suggest: z.enum(['pass', 'review', 'risky']) }).optional(),
});
const seconds = z.number().int().nonnegative().optional();
const Settlement = z.object({
  transaction_id: z.string(),
  merchant_trade_no: z.string(),
  confirm_receive_method: z.number().int().optional(),
  confirm_receive_time: seconds,
  settlement_time: seconds,
});
const Reminder = z.object({ transaction_id: z.string(), merchant_trade_no: z.string() });

/** What to answer to the test of a push address around `nowMs`. Throws {@link ForgedPush}. */
export function answerEcho(query: URLSearchParams, keys: PushKeys, nowMs: number): string {
  const { timestamp, nonce } = stampOf(query, nowMs);
  insistSigned(query.get('signature'), keys, [timestamp, nonce]);
  return query.get('echostr') ?? '';
}

/** The message that arrived around `nowMs`, signed, sealed and meant for this app. Throws {@link ForgedPush}. */
export function openPush(arrived: PushArrived, keys: PushKeys, nowMs: number): PushMessage {
  const { timestamp, nonce } = stampOf(arrived.query, nowMs);
  const body = Buffer.from(arrived.rawBody);
  if (body.length > mostBytes) throw new ForgedPush('malformed');
  const { Encrypt } = believed(Envelope, body.toString('utf8'), 'malformed');
  insistSigned(arrived.query.get('msg_signature'), keys, [timestamp, nonce, Encrypt]);
  return read(unsealPush(Encrypt, keys));
}

function stampOf(query: URLSearchParams, nowMs: number) {
  const timestamp = query.get('timestamp') ?? '';
  const nonce = query.get('nonce') ?? '';
  if (!/^\d{10}$/.test(timestamp)) throw new ForgedPush('malformed');
  const awayMs = Math.abs(nowMs - Number(timestamp) * 1_000);
  if (awayMs > windowMs) throw new ForgedPush('outside_window');
  return { timestamp, nonce };
}

/** SHA-1 over the token and `parts`, sorted; a token that was never set signs nothing. */
function insistSigned(given: string | null, keys: PushKeys, parts: readonly string[]): void {
  if (keys.token === '' || keys.aesKey === '') throw new ForgedPush('unset');
  const text = [keys.token, ...parts].sort().join('');
  const wanted = Buffer.from(createHash('sha1').update(text).digest('hex'));
  const said = Buffer.from(given ?? '');
  if (said.length !== wanted.length || !timingSafeEqual(said, wanted)) {
    throw new ForgedPush('bad_signature');
  }
}

/** 16 random bytes, the length of the text in 4, the text, the appid; filled to blocks of 32 and sealed by AES-256-CBC. */
function unsealPush(sealed: string, { aesKey, appid }: PushKeys): string {
  const plain = unsealed(Buffer.from(sealed, 'base64'), Buffer.from(`${aesKey}=`, 'base64'));
  if (plain.length < 20) throw new ForgedPush('bad_seal');
  const end = 20 + plain.readUInt32BE(16);
  if (end > plain.length) throw new ForgedPush('bad_seal');
  if (plain.subarray(end).toString('utf8') !== appid) throw new ForgedPush('other_app');
  return plain.subarray(20, end).toString('utf8');
}

function unsealed(bytes: Buffer, key: Buffer): Buffer {
  try {
    const cipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16));
    cipher.setAutoPadding(false);
    const padded = Buffer.concat([cipher.update(bytes), cipher.final()]);
    const fill = padded.at(-1) ?? 0;
    const whole = fill >= 1 && fill <= blockBytes && fill <= padded.length;
    const tail = whole ? padded.subarray(-fill) : Buffer.alloc(0);
    if (tail.length === 0 || tail.some((byte) => byte !== fill)) throw new ForgedPush('bad_seal');
    return padded.subarray(0, -fill);
  } catch {
    // The cause is left behind on purpose: nobody is to learn where opening it failed.
    throw new ForgedPush('bad_seal');
  }
}

function read(text: string): PushMessage {
  const { MsgType, Event: event } = believed(Event, text, 'malformed');
  if (MsgType !== 'event') return { kind: 'other', event: MsgType };
  if (event === 'wxa_media_check') return mediaChecked(believed(MediaChecked, text, 'malformed'));
  if (event === 'trade_manage_order_settlement') {
    return settlement(believed(Settlement, text, 'malformed'));
  }
  if (event === 'trade_manage_remind_shipping') {
    const told = believed(Reminder, text, 'malformed');
    return {
      kind: 'remindShipping',
      transactionId: told.transaction_id,
      outTradeNo: told.merchant_trade_no,
    };
  }
  return { kind: 'other', event };
}

function mediaChecked(told: z.output<typeof MediaChecked>): PushMessage {
  const verdict = told.errcode === 0 ? (told.result?.suggest ?? null) : null;
  return { kind: 'mediaChecked', traceId: told.trace_id, verdict };
}

function settlement(told: z.output<typeof Settlement>): PushMessage {
  const at = (value: number | undefined) =>
    value === undefined || value === 0 ? null : value * 1_000;
  const by = told.confirm_receive_method;
  return {
    kind: 'settlement',
    transactionId: told.transaction_id,
    outTradeNo: told.merchant_trade_no,
    confirmedAtMs: at(told.confirm_receive_time),
    settledAtMs: at(told.settlement_time),
    confirmedBy: by === 1 ? 'timer' : by === 2 ? 'payer' : null,
  };
}

function believed<T>(schema: z.ZodType<T>, text: string, reason: 'malformed'): T {
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    throw new ForgedPush(reason);
  }
}
