import { randomBytes, randomInt } from 'node:crypto';
import { uuidv7obj } from 'uuidv7';

const base62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** A new id: UUIDv7, so that rows made together stand together. */
export function newId(): string {
  return uuidv7obj().toString();
}

/** A code that cannot be guessed: `length` characters of `0-9A-Za-z`; 20 of them hold 119 bits. */
export function newCode(length: number): string {
  let code = '';
  while (code.length < length) {
    for (const byte of randomBytes(length * 2)) {
      if (byte < 248 && code.length < length) code += base62[byte % 62] ?? '';
    }
  }
  return code;
}

/** `digits` random digits, the first may be 0. */
export function newDigits(digits: number): string {
  let text = '';
  while (text.length < digits) text += String(randomInt(0, 1_000_000)).padStart(6, '0');
  return text.slice(0, digits);
}
