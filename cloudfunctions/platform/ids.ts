import { createHash, randomInt } from 'node:crypto';
import { V7Generator } from 'uuidv7';
import { chanceBytes } from './chance';

const base62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

const ids = new V7Generator({ nextUint32: () => chanceBytes(4).readUInt32BE() });

/** A new id: UUIDv7, so that rows made together stand together. */
export function newId(): string {
  return ids.generate().toString();
}

/** The id of what `text` names: the same text gives the same id (UUIDv8 of its SHA-256), so that it is made once. */
export function idFrom(text: string): string {
  const digits = createHash('sha256').update(text).digest('hex');
  const variant = ((parseInt(digits.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  return [
    ...[digits.slice(0, 8), digits.slice(8, 12), `8${digits.slice(13, 16)}`],
    ...[`${variant}${digits.slice(17, 20)}`, digits.slice(20, 32)],
  ].join('-');
}

/** A code that cannot be guessed: `length` characters of `0-9A-Za-z`; 20 of them hold 119 bits. */
export function newCode(length: number): string {
  let code = '';
  while (code.length < length) {
    for (const byte of chanceBytes(length * 2)) {
      if (byte < 248 && code.length < length) code += base62[byte % 62] ?? '';
    }
  }
  return code;
}

const readable = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

/** A code that people read and type: capitals and digits without those that look alike; 12 of them hold 59 bits. */
export function newReadableCode(length: number): string {
  return Array.from({ length }, () => readable[randomInt(readable.length)] ?? '').join('');
}

/** `digits` random digits, the first may be 0. */
export function newDigits(digits: number): string {
  let text = '';
  while (text.length < digits) text += String(randomInt(0, 1_000_000)).padStart(6, '0');
  return text.slice(0, digits);
}
