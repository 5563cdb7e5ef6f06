import { createPrivateKey, createPublicKey, X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import {
  addCertificate,
  merchantSide,
  standInKeys,
} from '../../../../cloudfunctions/local/pay-stand-in/keys';

const folder = mkdtempSync(join(tmpdir(), 'stand-in-keys-'));
const nowMs = Date.UTC(2026, 4, 28, 12);
const keys = standInKeys(folder, nowMs);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the keys of a stand-in', () => {
  it('are made once, and are others in another folder', () => {
    expect(standInKeys(folder)).toEqual(keys);
    const other = standInKeys(join(folder, 'other'), nowMs);
    expect(other.apiV3Key).not.toBe(keys.apiV3Key);
    expect(other.merchant.privateKeyPem).not.toBe(keys.merchant.privateKeyPem);
  });

  it('have the forms of WeChat Pay', () => {
    expect(keys.mchid).toMatch(/^\d{10}$/);
    expect(keys.appid).toMatch(/^wx[0-9a-f]{16}$/);
    expect(Buffer.byteLength(keys.apiV3Key)).toBe(32);
    expect(keys.merchant.serial).toMatch(/^[0-9A-F]{40}$/);
    expect(keys.publicKey.id).toMatch(/^PUB_KEY_ID_\d{28}$/);
  });

  it('have a certificate that others can read and that signs itself', () => {
    const [own] = keys.certificates;
    const certificate = new X509Certificate(own?.certificatePem ?? '');
    expect(certificate.serialNumber).toBe(own?.serial);
    expect(certificate.subject).toBe('CN=WeChat Pay stand-in');
    expect(certificate.issuer).toBe(certificate.subject);
    expect(certificate.verify(certificate.publicKey)).toBe(true);
    expect(certificate.checkPrivateKey(createPrivateKey(own?.privateKeyPem ?? ''))).toBe(true);
    expect(Date.parse(certificate.validFrom)).toBe(nowMs);
    expect(Date.parse(certificate.validTo)).toBe(own?.untilMs);
  });

  it('give the merchant only what is for the merchant', () => {
    const secrets = [keys.publicKey.privateKeyPem, keys.certificates[0]?.privateKeyPem];
    for (const mode of ['certificate', 'public_key', 'both'] as const) {
      const side = merchantSide(keys, mode);
      const text = JSON.stringify(side);
      for (const secret of secrets) expect(text).not.toContain(JSON.stringify(secret));
      expect(Object.keys(side.platformKeys)).toHaveLength(mode === 'both' ? 2 : 1);
      for (const pem of Object.values(side.platformKeys)) {
        expect(createPublicKey(pem).asymmetricKeyType).toBe('rsa');
      }
    }
  });

  it('gain a certificate when they are rotated, and keep the old one', () => {
    const rotated = addCertificate(folder, keys, nowMs);
    expect(rotated.certificates[0]).toEqual(keys.certificates[0]);
    expect(rotated.certificates).toHaveLength(2);
    expect(standInKeys(folder)).toEqual(rotated);
    expect(Object.keys(merchantSide(rotated, 'certificate').platformKeys)).toHaveLength(2);
  });
});
