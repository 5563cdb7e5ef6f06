import { generateKeyPairSync } from 'node:crypto';

import { parseKeys } from '../../../../cloudfunctions/platform/wechat-pay/keys';
import { apiV3Key, keyId, merchantPem, optionsFor } from './platform';
import vectors from './vectors.json';

const written = optionsFor('https://pay.example');
const certificate = vectors.notify_signature.platform_certificate_pem;

describe('the keys of a merchant', () => {
  it('name the public key that WeChat Pay is asked to sign with, and none in certificate mode', () => {
    expect(parseKeys(written).publicKeyId).toBe(keyId);
    const platformKeys = { D7CE59D1F522D701: certificate };
    expect(parseKeys({ ...written, platformKeys }).publicKeyId).toBeNull();
  });

  it.each([
    ['a short APIv3 key', { apiV3Key: apiV3Key.slice(1) }, 'APIv3'],
    ['an APIv3 key of 32 letters but more bytes', { apiV3Key: '密'.repeat(32) }, 'APIv3'],
    ['no platform key', { platformKeys: {} }, 'no WeChat Pay platform key'],
    [
      'a certificate under another serial',
      { platformKeys: { ABCD: certificate } },
      'another serial',
    ],
    ['a platform key that is none', { platformKeys: { ABCD: 'key' } }, 'ABCD'],
    ['a broken certificate', { platformKeys: { AB: certificate.slice(0, 400) } }, 'AB'],
    ['a merchant key that is none', { privateKeyPem: 'secret-thing' }, 'merchant private key'],
    ['a short merchant key', { privateKeyPem: shortPem() }, '2048'],
  ])('are refused by name: %s', (_what, change, name) => {
    expect(() => parseKeys({ ...written, ...change })).toThrow(name);
  });

  it('are never shown by the refusal', () => {
    expect(() => parseKeys({ ...written, privateKeyPem: merchantPem.slice(0, 300) })).toThrow(
      /^the merchant private key cannot be read$/,
    );
  });
});

function shortPem(): string {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 1024 });
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}
