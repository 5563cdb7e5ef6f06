import {
  createCipheriv,
  createPrivateKey,
  createPublicKey,
  randomBytes,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto';

import type { StandInKeys } from './keys';

/** Which of the platform's keys signs. */
export type SigningMode = 'certificate' | 'public_key';

/**
 * The platform's hand. It is written against WeChat Pay's rules with Node alone and shares no line with
 * the shop's client, so that an error in one is not repeated by the other.
 */
export type Hand = {
  /** The four headers that sign `body` at `nowMs`. */
  signed(body: string, mode: SigningMode, nowMs: number): Record<string, string>;
  /** `text` encrypted with the APIv3 key, with `about` as its associated data. */
  sealed(
    text: string,
    about: string,
  ): Record<'algorithm' | 'ciphertext' | 'nonce' | 'associated_data', string>;
  /** Whether the merchant's key signed `text`. */
  isMerchants(text: string, signature: string): boolean;
};

/** The hand that signs with `keys`; the newest certificate signs in certificate mode. */
export function handOf(keys: StandInKeys): Hand {
  const newest = keys.certificates[keys.certificates.length - 1];
  if (newest === undefined) throw new Error('the stand-in has no certificate');
  const signers: Record<SigningMode, { id: string; key: KeyObject }> = {
    certificate: { id: newest.serial, key: createPrivateKey(newest.privateKeyPem) },
    public_key: { id: keys.publicKey.id, key: createPrivateKey(keys.publicKey.privateKeyPem) },
  };
  const merchant = createPublicKey(keys.merchant.publicKeyPem);
  return {
    signed(body, mode, nowMs) {
      const timestamp = String(Math.floor(nowMs / 1000));
      const nonce = randomBytes(16).toString('hex');
      const { id, key } = signers[mode];
      const text = `${timestamp}\n${nonce}\n${body}\n`;
      return {
        'Wechatpay-Timestamp': timestamp,
        'Wechatpay-Nonce': nonce,
        'Wechatpay-Serial': id,
        'Wechatpay-Signature': sign('RSA-SHA256', Buffer.from(text), key).toString('base64'),
      };
    },
    sealed(text, about) {
      const nonce = randomBytes(6).toString('hex');
      const cipher = createCipheriv('aes-256-gcm', keys.apiV3Key, nonce).setAAD(Buffer.from(about));
      const bytes = [cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()];
      const ciphertext = Buffer.concat(bytes).toString('base64');
      return { algorithm: 'AEAD_AES_256_GCM', ciphertext, nonce, associated_data: about };
    },
    isMerchants(text, signature) {
      const bytes = Buffer.from(signature, 'base64');
      return verify('RSA-SHA256', Buffer.from(text), merchant, bytes);
    },
  };
}
