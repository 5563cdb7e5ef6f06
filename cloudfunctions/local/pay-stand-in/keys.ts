import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { z } from 'zod';

import { selfSigned } from './certificate';

const Certificate = z.object({
  serial: z.string(),
  certificatePem: z.string(),
  privateKeyPem: z.string(),
  fromMs: z.number(),
  untilMs: z.number(),
});
const Keys = z.object({
  mchid: z.string(),
  appid: z.string(),
  apiV3Key: z.string().length(32),
  merchant: z.object({ serial: z.string(), privateKeyPem: z.string(), publicKeyPem: z.string() }),
  /** The platform's certificates, oldest first; the last one signs. */
  certificates: z.array(Certificate).min(1),
  publicKey: z.object({ id: z.string(), publicKeyPem: z.string(), privateKeyPem: z.string() }),
});

/** Every key of the stand-in and of its one merchant. They open nothing but this stand-in. */
export type StandInKeys = z.infer<typeof Keys>;

/** One certificate of the platform. */
type PlatformCertificate = z.infer<typeof Certificate>;

/** What the merchant's side may know: the values of the shop's own settings. */
export type MerchantSide = {
  mchid: string;
  appid: string;
  serial: string;
  privateKeyPem: string;
  apiV3Key: string;
  /** By serial or public key id. */
  platformKeys: Record<string, string>;
};

const fileName = 'keys.json';
const certificateLifeMs = 5 * 365 * 86_400_000;

/** The keys in `folder`, made there at the first call (a new folder is made, readable by its owner only). */
export function standInKeys(folder: string, nowMs: number = Date.now()): StandInKeys {
  const path = join(folder, fileName);
  if (existsSync(path)) return Keys.parse(JSON.parse(readFileSync(path, 'utf8')));
  const keys = makeKeys(nowMs);
  writeKeys(folder, keys);
  return keys;
}

/** Adds a platform certificate, which signs from now on; the older ones stay known. */
export function addCertificate(folder: string, keys: StandInKeys, nowMs: number): StandInKeys {
  const added = { ...keys, certificates: [...keys.certificates, makeCertificate(nowMs)] };
  writeKeys(folder, added);
  return added;
}

/** The merchant's half of `keys`: what a shop is configured with, in one mode or, as while changing over, in both. */
export function merchantSide(
  keys: StandInKeys,
  mode: 'certificate' | 'public_key' | 'both' = 'public_key',
): MerchantSide {
  const platformKeys: Record<string, string> = {};
  if (mode !== 'public_key') {
    for (const { serial, certificatePem } of keys.certificates)
      platformKeys[serial] = certificatePem;
  }
  if (mode !== 'certificate') platformKeys[keys.publicKey.id] = keys.publicKey.publicKeyPem;
  return {
    mchid: keys.mchid,
    appid: keys.appid,
    serial: keys.merchant.serial,
    privateKeyPem: keys.merchant.privateKeyPem,
    apiV3Key: keys.apiV3Key,
    platformKeys,
  };
}

function makeKeys(nowMs: number): StandInKeys {
  const merchant = pemPair();
  const platform = pemPair();
  return {
    mchid: `19${digits(8)}`,
    appid: `wx${randomBytes(8).toString('hex')}`,
    apiV3Key: randomBytes(16).toString('hex'),
    merchant: { serial: newSerial(), ...merchant },
    certificates: [makeCertificate(nowMs)],
    publicKey: { id: `PUB_KEY_ID_${digits(28)}`, ...platform },
  };
}

function makeCertificate(nowMs: number): PlatformCertificate {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const facts = { serial: newSerial(), fromMs: nowMs, untilMs: nowMs + certificateLifeMs };
  return {
    ...facts,
    certificatePem: selfSigned({ ...facts, commonName: 'WeChat Pay stand-in' }, privateKey),
    privateKeyPem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}

function pemPair(): { privateKeyPem: string; publicKeyPem: string } {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return {
    privateKeyPem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    publicKeyPem: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  };
}

function newSerial(): string {
  const bytes = randomBytes(20);
  bytes[0] = 0x40 | ((bytes[0] ?? 0) & 0x3f);
  return bytes.toString('hex').toUpperCase();
}

function digits(count: number): string {
  return [...randomBytes(count)].map((byte) => byte % 10).join('');
}

function writeKeys(folder: string, keys: StandInKeys): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, fileName);
  writeFileSync(`${path}.new`, JSON.stringify(keys, null, 1), { mode: 0o600 });
  renameSync(`${path}.new`, path);
}
