import type { KeyObject } from 'node:crypto';

import Aes from 'wechatpay-axios-plugin/lib/aes.js';

/** A ciphertext of AEAD_AES_256_GCM: base64 of the encrypted bytes followed by the tag of 16 bytes. */
type Sealed = { ciphertext: string; nonce: string; associated_data?: string | null };

const tagBytes = 16;

/** The plaintext of `sealed`. Throws when the key, the nonce, the associated data or any bit is not as sealed. */
export function openSeal(sealed: Sealed, key: KeyObject | string): string {
  const { ciphertext, nonce, associated_data: associatedData } = sealed;
  const bytes = Buffer.from(ciphertext, 'base64');
  if (bytes.toString('base64') !== ciphertext) throw new RangeError('the ciphertext is not base64');
  // A text of only a short tag would be checked with that short tag: the full tag must be there.
  if (bytes.length <= tagBytes) {
    throw new RangeError('the ciphertext is too short for its tag');
  }
  return Aes.AesGcm.decrypt(ciphertext, key, nonce, associatedData ?? '');
}
