import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';
import { chanceBytes } from './chance';

const version = 'a1';

/** Seals personal data for rest: AES-256-GCM under `dataKey` (32 bytes in base64), as `a1.<nonce>.<text>`. */
export function seal(plain: string, dataKey: string): string {
  const nonce = chanceBytes(12);
  const cipher = createCipheriv('aes-256-gcm', Buffer.from(dataKey, 'base64'), nonce);
  const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return `${version}.${nonce.toString('base64url')}.${sealed.toString('base64url')}`;
}

/** Opens what {@link seal} made. Throws when the key is another one or a byte was changed. */
export function unseal(sealed: string, dataKey: string): string {
  const [made, nonce, text] = sealed.split('.');
  if (made !== version || nonce === undefined || text === undefined)
    throw new Error('not a sealed text');
  const bytes = Buffer.from(text, 'base64url');
  const decipher = createDecipheriv(
    'aes-256-gcm',
    Buffer.from(dataKey, 'base64'),
    Buffer.from(nonce, 'base64url'),
    {
      authTagLength: 16,
    },
  );
  decipher.setAuthTag(bytes.subarray(-16));
  return Buffer.concat([decipher.update(bytes.subarray(0, -16)), decipher.final()]).toString(
    'utf8',
  );
}

/** A short fingerprint of a text (SHA-256 in base64url), to compare two bodies without keeping them. */
export function fingerprint(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
