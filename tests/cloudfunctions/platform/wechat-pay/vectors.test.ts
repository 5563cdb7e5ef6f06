import { createDecipheriv, createHash, createPublicKey, X509Certificate } from 'node:crypto';

import { payClient } from '../../../../cloudfunctions/platform/wechat-pay/client';
import { ForgedNotice } from '../../../../cloudfunctions/platform/wechat-pay/errors';
import { parseApiV3Key, parseKeys } from '../../../../cloudfunctions/platform/wechat-pay/keys';
import { openSeal } from '../../../../cloudfunctions/platform/wechat-pay/seal';
import {
  answerText,
  isSignatureOf,
  phoneText,
  requestText,
  whyNotSigned,
  type Headers,
} from '../../../../cloudfunctions/platform/wechat-pay/signature';
import { merchantPem, noticeBody, optionsFor, paidJson, signedHeaders } from './platform';
import vectors from './vectors.json';

const notify = vectors.notify_signature;
const serial = notify.headers['Wechatpay-Serial'];
const otherKey = vectors.rsa_sha256[0]?.must_fail_with_public_key_pem ?? '';
const nowMs = notify.valid_when_now_is * 1000;

function platformOf(pem: string) {
  const written = { privateKeyPem: merchantPem, apiV3Key: 'a'.repeat(32) };
  return parseKeys({ ...written, platformKeys: { [serial]: pem } }).platform;
}

const platform = platformOf(notify.platform_certificate_pem);
const why = (change: { headers?: Headers; body?: string } = {}, atMs = nowMs) =>
  whyNotSigned(
    { headers: { ...notify.headers, ...change.headers }, body: change.body ?? notify.body },
    platform,
    atMs,
  );
const { 'Wechatpay-Signature': signature, 'Wechatpay-Timestamp': timestamp } = notify.headers;
const { 'Wechatpay-Nonce': nonce } = notify.headers;

/** How each thing that must be refused is tried, and the reasons given for it. */
const refusedNotices: Record<string, () => (string | null)[]> = {
  'body one byte changed': () => [why({ body: notify.body.replace('签约成功', '签约成工') })],
  'body re-serialised with a space after the first colon': () => [
    why({ body: notify.body.replace(':', ': ') }),
  ],
  'timestamp + 1 (still inside the window)': () => [
    why({ headers: { 'Wechatpay-Timestamp': String(Number(timestamp) + 1) } }),
  ],
  'nonce changed': () => [why({ headers: { 'Wechatpay-Nonce': nonce.replace('E', 'F') } })],
  'missing last line feed': () => [
    verifies(`${timestamp}\n${nonce}\n${notify.body}`) ? null : 'bad_signature',
  ],
  'CRLF instead of LF': () => [
    verifies(answerText(timestamp, nonce, notify.body).replaceAll('\n', '\r\n'))
      ? null
      : 'bad_signature',
  ],
  'other key (Java test public key) under the same serial': () => [
    whyNotSigned({ headers: notify.headers, body: notify.body }, platformOf(otherKey), nowMs),
  ],
  'signature probe: WECHATPAY/SIGNTEST/ + signature': () => [
    why({ headers: { 'Wechatpay-Signature': `WECHATPAY/SIGNTEST/${signature}` } }),
  ],
  'signature not base64': () =>
    [`${signature.slice(0, -2)}!!`, ` ${signature}`, signature.replace('/', '_'), '签名'].map(
      (sent) => why({ headers: { 'Wechatpay-Signature': sent } }),
    ),
  'signature empty': () => [why({ headers: { 'Wechatpay-Signature': '' } })],
  'Wechatpay-Serial unknown (e.g. 0000000000000000)': () =>
    ['0000000000000000', 'toString', '__proto__', serial.toLowerCase()].map((sent) =>
      why({ headers: { 'Wechatpay-Serial': sent } }),
    ),
  'any of Signature/Serial/Timestamp/Nonce missing or blank': () =>
    Object.keys(notify.headers).flatMap((name) =>
      [undefined, '', '  ', ['a', 'b']].map((sent) => why({ headers: { [name]: sent } })),
    ),
  'timestamp not a number': () =>
    ['now', '1e9', '-1624523846', '1624523846.0', '0x60d4', '1624523846 '].map((sent) =>
      why({ headers: { 'Wechatpay-Timestamp': sent } }),
    ),
  'resource.algorithm other than AEAD_AES_256_GCM (e.g. AEAD_SM4_GCM)': () => [sm4Notice()],
};

function verifies(text: string): boolean {
  const key = platform.get(serial);
  return key !== undefined && isSignatureOf(text, signature, key);
}

function sm4Notice(): string | null {
  const rawBody = noticeBody('TRANSACTION.SUCCESS', paidJson).replace('AES_256_GCM', 'SM4_GCM');
  const client = payClient(optionsFor('https://pay.example'));
  try {
    client.readNotice({ headers: signedHeaders(rawBody), rawBody });
    return null;
  } catch (error) {
    return error instanceof ForgedNotice ? error.reason : null;
  }
}

describe('the notice that Tencent signed', () => {
  it('is believed at its time, with header names in any case', () => {
    expect(why()).toBeNull();
    const lower = Object.entries(notify.headers).map(([name, value]) => [
      name.toLowerCase(),
      value,
    ]);
    const headers = Object.fromEntries(lower) as Headers;
    expect(whyNotSigned({ headers, body: notify.body }, platform, nowMs)).toBeNull();
  });

  it('is believed with the bare public key too', () => {
    const bare = platformOf(notify.public_key_pem);
    expect(whyNotSigned({ headers: notify.headers, body: notify.body }, bare, nowMs)).toBeNull();
  });

  it.each(notify.window.accept_offsets_s)('is believed %i s off', (offset) => {
    expect(why({}, nowMs + offset * 1000)).toBeNull();
  });

  it.each(notify.window.reject_offsets_s)('is refused %i s off', (offset) => {
    expect(why({}, nowMs + offset * 1000)).toBe('outside_window');
  });

  it.each(notify.must_reject)('is refused when changed: %s', (rule) => {
    const reasons = refusedNotices[rule]?.() ?? [null];
    expect(reasons.length).toBeGreaterThan(0);
    for (const reason of reasons) expect(reason).not.toBeNull();
  });

  it('is refused with any one character of its body, nonce or signature changed', () => {
    for (let at = 0; at < notify.body.length; at += 1) {
      expect(why({ body: flipped(notify.body, at) })).toBe('bad_signature');
    }
    for (let at = 0; at < nonce.length; at += 1) {
      expect(why({ headers: { 'Wechatpay-Nonce': flipped(nonce, at) } })).not.toBeNull();
    }
    for (let at = 0; at < signature.length; at += 1) {
      expect(why({ headers: { 'Wechatpay-Signature': flipped(signature, at) } })).not.toBeNull();
    }
  });
});

function flipped(text: string, at: number): string {
  const other = String.fromCharCode(text.charCodeAt(at) ^ 1);
  return `${text.slice(0, at)}${other}${text.slice(at + 1)}`;
}

describe('the sealed texts of Tencent', () => {
  it.each(vectors.aes_256_gcm)('open with their key ($source.file)', (vector) => {
    const sealed = { ...vector, associated_data: vector.aad };
    const plain = openSeal(sealed, parseApiV3Key(vector.key));
    if (vector.plaintext !== undefined) expect(plain).toBe(vector.plaintext);
    if (vector.plaintext_sha256 === undefined) return;
    expect(createHash('sha256').update(plain).digest('hex')).toBe(vector.plaintext_sha256);
    expect(new X509Certificate(plain).serialNumber).toBe(vector.serial_no);
  });

  const [message] = vectors.aes_256_gcm;
  const sealed = {
    ciphertext: message?.ciphertext ?? '',
    nonce: message?.nonce ?? '',
    associated_data: message?.aad ?? '',
  };
  const bytes = Buffer.from(sealed.ciphertext, 'base64');
  const changed = (at: number) => {
    const copy = Buffer.from(bytes);
    copy[at] = (copy[at] ?? 0) ^ 1;
    return copy.toString('base64');
  };
  const changes: Record<string, Partial<typeof sealed> & { key?: string }> = {
    'associated data "bad-associatedData"': { associated_data: 'bad-associatedData' },
    'nonce "bad-4a9R25RW"': { nonce: 'bad-4a9R25RW' },
    'ciphertext = 128 zero bytes': { ciphertext: Buffer.alloc(128).toString('base64') },
    'last byte of the tag flipped': { ciphertext: changed(bytes.length - 1) },
    'first byte of the ciphertext flipped': { ciphertext: changed(0) },
    'tag cut to 12 bytes': { ciphertext: bytes.subarray(0, -4).toString('base64') },
    'key with one character changed': { key: (message?.key ?? '').replace('a7', 'a8') },
  };

  it.each(message?.must_reject ?? ['no vector'])('stay shut: %s', (rule) => {
    const change = changes[rule];
    expect(change).toBeDefined();
    const key = parseApiV3Key(change?.key ?? message?.key ?? '');
    expect(() => openSeal({ ...sealed, ...change }, key)).toThrow();
  });

  it('stay shut with any byte changed, cut short, or not in base64', () => {
    const key = parseApiV3Key(message?.key ?? '');
    for (let at = 0; at < bytes.length; at += 1) {
      expect(() => openSeal({ ...sealed, ciphertext: changed(at) }, key)).toThrow();
    }
    for (let length = 0; length < bytes.length; length += 1) {
      const ciphertext = bytes.subarray(0, length).toString('base64');
      expect(() => openSeal({ ...sealed, ciphertext }, key)).toThrow();
    }
    expect(() => openSeal({ ...sealed, ciphertext: `${sealed.ciphertext}*` }, key)).toThrow();
  });

  const library = vectors.aes_128_gcm_library_only;
  const { resource } = JSON.parse(notify.body) as { resource: Record<string, string> };
  const ofNotice = {
    key: notify.resource_key,
    nonce: resource.nonce ?? '',
    aad: resource.associated_data ?? '',
    ciphertext: resource.ciphertext ?? '',
    plaintext: notify.resource_plaintext,
  };
  it.each([
    { ...library, what: 'the library vector' },
    { ...ofNotice, what: 'the notice' },
  ])('of a key of 16 bytes are AES-128, which the client refuses: $what', (vector) => {
    const all = Buffer.from(vector.ciphertext, 'base64');
    const decipher = createDecipheriv('aes-128-gcm', vector.key, vector.nonce);
    decipher.setAuthTag(all.subarray(-16)).setAAD(Buffer.from(vector.aad));
    expect(decipher.update(all.subarray(0, -16), undefined, 'utf8')).toBe(vector.plaintext);
    expect(decipher.final('utf8')).toBe('');
    expect(() => parseApiV3Key(vector.key)).toThrow('32 bytes');
    expect(() => openSeal(vector, vector.key)).toThrow();
  });
});

describe('the signatures of Tencent', () => {
  it.each(vectors.rsa_sha256)('are believed, and refused when changed ($source.file)', (vector) => {
    const key = createPublicKey(vector.certificate_pem ?? vector.public_key_pem ?? '');
    expect(isSignatureOf(vector.message, vector.signature, key)).toBe(true);
    const wrong = vector.must_fail_for_message ?? `${vector.message} `;
    expect(isSignatureOf(wrong, vector.signature, key)).toBe(false);
    if (vector.must_fail_with_public_key_pem === undefined) return;
    const other = createPublicKey(vector.must_fail_with_public_key_pem);
    expect(isSignatureOf(vector.message, vector.signature, other)).toBe(false);
  });
});

describe('the texts that are signed', () => {
  const appNonce = '593BEC0C930BF1AFEB40B4A08C8FB242';
  const phonePackage = () =>
    payClient(optionsFor('https://pay.example')).signForPhone('wx1').package;

  it.each(vectors.canonical_strings)('$what', (vector) => {
    const { input } = vector;
    if (input === undefined) {
      const pack = 'wx201410272009395522657a690389285100';
      const bare = phoneText('wx2421b1c4370ec43b', '1554208460', appNonce, pack);
      expect(bare).toBe(vector.string);
      expect(phonePackage()).toMatch(/^prepay_id=/);
      return;
    }
    if ('appId' in input && input.appId !== undefined) {
      const { appId, timeStamp = '', nonceStr = '' } = input;
      expect(phoneText(appId, timeStamp, nonceStr, input.package ?? '')).toBe(vector.string);
      return;
    }
    const stamp = { timestamp: String(input.timestamp), nonce: input.nonce ?? '' };
    const text = requestText(input.method ?? '', input.url ?? '', stamp, input.body ?? '');
    expect(text).toBe(vector.string);
  });
});
