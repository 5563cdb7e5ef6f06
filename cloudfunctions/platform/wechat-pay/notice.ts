import { z } from 'zod';

import { ForgedNotice } from './errors';
import type { PayKeys } from './keys';
import { readRefundNotice, type Refund } from './refund';
import { openSeal } from './seal';
import { whyNotSigned, type Headers } from './signature';
import { readTransaction, type Transaction } from './transaction';

/** What arrived at the notify address: the body as it was sent, byte for byte, before any parsing. */
export type Arrived = { headers: Headers; rawBody: string | Uint8Array };

/** What a believed notice says. `noticeId` stays the same when WeChat Pay sends the notice again. */
export type Notice =
  | { kind: 'transaction'; noticeId: string; transaction: Transaction }
  | { kind: 'refund'; noticeId: string; refund: Refund };

const mostBytes = 64 * 1024;

const Envelope = z.object({
  id: z.string().min(1).max(64),
  event_type: z.string().min(1),
  resource: z.object({
    algorithm: z.literal('AEAD_AES_256_GCM'),
    ciphertext: z.string().min(1),
    nonce: z.string().min(1),
    associated_data: z.string().nullish(),
  }),
});

/** The notice that arrived around `nowMs`, for the merchant `mchid`. Throws {@link ForgedNotice} if it is not believed. */
export function openNotice(arrived: Arrived, keys: PayKeys, mchid: string, nowMs: number): Notice {
  const body = textOf(arrived.rawBody);
  if (body.length > mostBytes) throw new ForgedNotice('malformed');
  const forged = whyNotSigned({ headers: arrived.headers, body }, keys.platform, nowMs);
  if (forged !== null) throw new ForgedNotice(forged);
  const envelope = believed('malformed', () => Envelope.parse(JSON.parse(body)));
  const kind = kindOf(envelope.event_type);
  const plain = believed('bad_seal', () => openSeal(envelope.resource, keys.apiV3));
  if (kind === 'transaction') {
    const transaction = believed('malformed', () => readTransaction(JSON.parse(plain)));
    if (transaction.mchid !== mchid) throw new ForgedNotice('other_merchant');
    return { kind, noticeId: envelope.id, transaction };
  }
  const told = believed('malformed', () => readRefundNotice(JSON.parse(plain)));
  if (told.mchid !== mchid) throw new ForgedNotice('other_merchant');
  return { kind, noticeId: envelope.id, refund: told.refund };
}

function kindOf(eventType: string): Notice['kind'] {
  if (eventType.startsWith('TRANSACTION.')) return 'transaction';
  if (eventType.startsWith('REFUND.')) return 'refund';
  throw new ForgedNotice('unknown_kind');
}

function textOf(rawBody: string | Uint8Array): string {
  return typeof rawBody === 'string' ? rawBody : Buffer.from(rawBody).toString('utf8');
}

function believed<T>(reason: 'malformed' | 'bad_seal', read: () => T): T {
  try {
    return read();
  } catch {
    // The cause is left behind on purpose: a parser's message quotes the text that it could not read.
    throw new ForgedNotice(reason);
  }
}
