import { generateKeyPairSync, randomBytes } from 'node:crypto';

import { Aes, Formatter, Rsa } from 'wechatpay-axios-plugin';

import type { PayOptions } from '../../../../cloudfunctions/platform/wechat-pay/client';

/** Keys made for one test file, and a platform's hand that is written by others: the plugin of npm. */
function pemPair() {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return {
    privatePem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    publicPem: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  };
}

const merchant = pemPair();
const platform = pemPair();
const second = pemPair();

export const merchantPem = merchant.privatePem;
export const merchantPublicPem = merchant.publicPem;
export const secondPem = second.privatePem;
export const keyId = 'PUB_KEY_ID_0119000000002024000000000001';
export const secondKeyId = 'PUB_KEY_ID_0119000000002024000000000002';
export const apiV3Key = randomBytes(16).toString('hex');
export const atMs = 1_780_000_000_500;

/** Options of a client whose platform has two keys. */
export function optionsFor(baseUrl: string, change: Partial<PayOptions> = {}): PayOptions {
  return {
    baseUrl,
    mchid: '1900000001',
    appid: 'wx2421b1c4370ec43b',
    serial: '5157F09EFDC096DE15EBE81A47057A7232F1B8E1',
    privateKeyPem: merchant.privatePem,
    apiV3Key,
    platformKeys: { [keyId]: platform.publicPem, [secondKeyId]: second.publicPem },
    notifyUrl: 'https://shop.example/pay-notify',
    realNowMs: () => atMs,
    ...change,
  };
}

/** Who signs, when and as whom; the platform's first key now, unless told. */
export type Signer = { pem?: string; serial?: string; nowMs?: number };

/** The four headers with which the platform signs `body`. */
export function signedHeaders(body: string, signer: Signer = {}): Record<string, string> {
  const timestamp = String(Math.floor((signer.nowMs ?? atMs) / 1000));
  const nonce = Formatter.nonce();
  const text = Formatter.response(timestamp, nonce, body);
  return {
    'wechatpay-timestamp': timestamp,
    'wechatpay-nonce': nonce,
    'wechatpay-serial': signer.serial ?? keyId,
    'wechatpay-signature': Rsa.sign(text, signer.pem ?? platform.privatePem),
  };
}

/** The body of a notice about `resource`. */
export function noticeBody(eventType: string, resource: unknown, key = apiV3Key): string {
  const kind = eventType.startsWith('REFUND') ? 'refund' : 'transaction';
  const nonce = Formatter.nonce(12);
  const plain = typeof resource === 'string' ? resource : JSON.stringify(resource);
  return JSON.stringify({
    id: 'EV-2018022511223320873',
    create_time: '2026-05-28T20:26:40+08:00',
    resource_type: 'encrypt-resource',
    event_type: eventType,
    summary: '支付成功',
    resource: {
      original_type: kind,
      algorithm: 'AEAD_AES_256_GCM',
      ciphertext: Aes.AesGcm.encrypt(plain, key, nonce, kind),
      associated_data: kind,
      nonce,
    },
  });
}

/** A paid transaction as WeChat Pay writes it. */
export const paidJson = {
  mchid: '1900000001',
  appid: 'wx2421b1c4370ec43b',
  out_trade_no: '202605280001',
  transaction_id: '4200001234202605281234567890',
  trade_type: 'JSAPI',
  trade_state: 'SUCCESS',
  trade_state_desc: '支付成功',
  bank_type: 'OTHERS',
  attach: '',
  success_time: '2026-05-28T20:26:40+08:00',
  payer: { openid: 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o' },
  amount: { total: 12_345, payer_total: 12_345, currency: 'CNY', payer_currency: 'CNY' },
};

/** A refund as the answer to a refund or its query has it. */
export const refundJson = {
  refund_id: '50000000382019052709732678859',
  out_refund_no: 'R202605280001',
  transaction_id: paidJson.transaction_id,
  out_trade_no: paidJson.out_trade_no,
  channel: 'ORIGINAL',
  user_received_account: '支付用户零钱',
  create_time: '2026-05-28T20:26:40+08:00',
  status: 'PROCESSING',
  amount: { total: 12_345, refund: 45, payer_total: 12_345, payer_refund: 45, currency: 'CNY' },
};
