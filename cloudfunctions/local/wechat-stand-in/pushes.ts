import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import type { Background } from '../pay-stand-in/background';
import type { WechatKeys } from './desk';

/** How pushes are sent. */
export type PushOptions = {
  keys: WechatKeys;
  /** Where the shop takes messages; null pushes nothing. */
  url: string | null;
  /** How long a check takes, and the wait between tries, in ms. */
  afterMs: number;
  againMs: number;
  nowMs(): number;
};

const tries = 3;
const blockBytes = 32;
/** The mini program's own name as a user of WeChat. */
const originalId = 'gh_5ba4d1c0ffee';

/** A push as it travels: the query and the body of a POST. */
export function sealedPush(keys: WechatKeys, text: string, nowMs: number) {
  const timestamp = String(Math.floor(nowMs / 1_000));
  const nonce = randomBytes(8).toString('hex');
  const sealed = seal(keys, text);
  const query = new URLSearchParams({
    signature: signed([keys.pushToken, timestamp, nonce]),
    ...{ timestamp, nonce, encrypt_type: 'aes' },
    msg_signature: signed([keys.pushToken, timestamp, nonce, sealed]),
  });
  return { query, body: JSON.stringify({ ToUserName: originalId, Encrypt: sealed }) };
}

/** Sends events of WeChat's to the shop, three times at most until it says success. */
export function pusher(background: Background, options: PushOptions) {
  const { keys, url, afterMs, againMs, nowMs } = options;
  const push = async (text: string, left: number): Promise<void> => {
    if (url === null || (await taken(url, sealedPush(keys, text, nowMs())))) return;
    if (left > 1) background.later(() => push(text, left - 1), againMs);
  };
  return (event: Readonly<Record<string, unknown>>) => {
    const message = {
      ToUserName: originalId,
      FromUserName: 'oWeChatSystem',
      CreateTime: Math.floor(nowMs() / 1_000),
      MsgType: 'event',
      ...event,
    };
    background.later(() => push(JSON.stringify(message), tries), afterMs);
  };
}

async function taken(url: string, { query, body }: ReturnType<typeof sealedPush>) {
  try {
    const signal = AbortSignal.timeout(5_000);
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${url}?${query.toString()}`, {
      ...{ method: 'POST', headers, body, signal },
    });
    return answer.status === 200 && (await answer.text()) === 'success';
  } catch {
    // A shop that is not there takes nothing; WeChat tries again, and then no more.
    return false;
  }
}

function signed(parts: readonly string[]): string {
  return createHash('sha1')
    .update([...parts].sort().join(''))
    .digest('hex');
}

function seal({ pushAesKey, appid }: WechatKeys, text: string): string {
  const key = Buffer.from(`${pushAesKey}=`, 'base64');
  const length = Buffer.alloc(4);
  length.writeUInt32BE(Buffer.byteLength(text));
  const plain = Buffer.concat([randomBytes(16), length, Buffer.from(text), Buffer.from(appid)]);
  const fill = blockBytes - (plain.length % blockBytes);
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16));
  cipher.setAutoPadding(false);
  const padded = Buffer.concat([plain, Buffer.alloc(fill, fill)]);
  return Buffer.concat([cipher.update(padded), cipher.final()]).toString('base64');
}
