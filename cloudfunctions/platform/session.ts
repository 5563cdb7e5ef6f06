import { createHmac, timingSafeEqual } from 'node:crypto';

/** Who the platform says is calling. */
export interface Identity {
  openid: string;
}

const livesMs = 30 * 24 * 3_600_000;

/** A session for use outside WeChat's cloud: `<payload>.<signature>`, valid 30 days from `nowMs`. */
export function signSession(identity: Identity, secret: string, nowMs: number): string {
  const payload = Buffer.from(
    JSON.stringify({ openid: identity.openid, until: nowMs + livesMs }),
  ).toString('base64url');
  return `${payload}.${signatureOf(payload, secret)}`;
}

/** The identity in a session, or null when it is forged, damaged or over at `nowMs`. */
export function readSession(session: string, secret: string, nowMs: number): Identity | null {
  const [payload = '', signature = '', more] = session.split('.');
  if (more !== undefined) return null;
  const wanted = Buffer.from(signatureOf(payload, secret));
  const given = Buffer.from(signature);
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return null;
  const read: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
  if (typeof read !== 'object' || read === null || !('openid' in read) || !('until' in read))
    return null;
  if (typeof read.openid !== 'string' || typeof read.until !== 'number' || read.until < nowMs)
    return null;
  return { openid: read.openid };
}

function signatureOf(payload: string, secret: string): string {
  return createHmac('sha256', secret).update(payload).digest('base64url');
}
