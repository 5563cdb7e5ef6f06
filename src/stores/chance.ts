/** A fresh UUID (version 4), for ids that the phone itself gives: a visitor's, or the key of a deed. */
export function freshId(): string {
  const bytes = sixteenBytes();
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const digits = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [0, 8, 12, 16, 20].map((from, at, starts) => digits.slice(from, starts[at + 1])).join('-');
}

/** From the system where it offers chance; the mini program's own is asynchronous, so its language's serves there. */
function sixteenBytes(): Uint8Array {
  const bytes = new Uint8Array(16);
  if (typeof crypto !== 'undefined' && typeof crypto.getRandomValues === 'function') {
    return crypto.getRandomValues(bytes);
  }
  // eslint-disable-next-line no-restricted-syntax -- who knows such an id is granted nothing by it
  return bytes.map(() => Math.floor(Math.random() * 256));
}
