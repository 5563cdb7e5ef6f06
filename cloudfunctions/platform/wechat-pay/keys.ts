import {
  createPrivateKey,
  createPublicKey,
  createSecretKey,
  X509Certificate,
  type KeyObject,
} from 'node:crypto';

/** Keys as they are written down: the merchant's own, and WeChat Pay's by serial or public key id. */
export type WrittenKeys = {
  privateKeyPem: string;
  /** The APIv3 key of the merchant platform, 32 bytes. */
  apiV3Key: string;
  /** Certificates or public keys in PEM, by certificate serial or `PUB_KEY_ID_…`; several while rotating. */
  platformKeys: Readonly<Record<string, string>>;
};

/** Parsed keys: parsing a PEM costs more than checking a signature with it, so it is done once. */
export type PayKeys = {
  merchant: KeyObject;
  apiV3: KeyObject;
  platform: ReadonlyMap<string, KeyObject>;
  /** The public key that WeChat Pay is asked to sign with; null in certificate mode. */
  publicKeyId: string | null;
};

const publicKeyPrefix = 'PUB_KEY_ID_';

/** Parses and checks `written`. Throws a RangeError that names the key at fault, never showing it. */
export function parseKeys(written: WrittenKeys): PayKeys {
  const platform = new Map<string, KeyObject>();
  for (const [serial, pem] of Object.entries(written.platformKeys)) {
    platform.set(serial, platformKey(serial, pem));
  }
  if (platform.size === 0) throw new RangeError('no WeChat Pay platform key');
  return {
    merchant: rsaKey('the merchant private key', () => createPrivateKey(written.privateKeyPem)),
    apiV3: parseApiV3Key(written.apiV3Key),
    platform,
    publicKeyId: [...platform.keys()].find((serial) => serial.startsWith(publicKeyPrefix)) ?? null,
  };
}

/** The APIv3 key as a key of AES-256. Throws a RangeError unless it has 32 bytes. */
export function parseApiV3Key(text: string): KeyObject {
  const bytes = Buffer.from(text, 'utf8');
  if (bytes.length !== 32) throw new RangeError('the APIv3 key does not have 32 bytes');
  return createSecretKey(bytes);
}

function platformKey(serial: string, pem: string): KeyObject {
  const name = `the WeChat Pay key ${serial}`;
  if (pem.includes('BEGIN CERTIFICATE') && certificateSerial(name, pem) !== plainSerial(serial)) {
    throw new RangeError(`${name} is a certificate with another serial`);
  }
  return rsaKey(name, () => createPublicKey(pem));
}

function certificateSerial(name: string, pem: string): string {
  try {
    return plainSerial(new X509Certificate(pem).serialNumber);
  } catch (cause) {
    throw new RangeError(`${name} cannot be read`, { cause });
  }
}

function plainSerial(serial: string): string {
  return serial.toUpperCase().replace(/^0+/, '');
}

function rsaKey(name: string, parse: () => KeyObject): KeyObject {
  const key = parsed(name, parse);
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
  if (key.asymmetricKeyType !== 'rsa' || bits < 2048) {
    throw new RangeError(`${name} is not an RSA key of 2048 bits or more`);
  }
  return key;
}

function parsed(name: string, parse: () => KeyObject): KeyObject {
  try {
    return parse();
  } catch (cause) {
    throw new RangeError(`${name} cannot be read`, { cause });
  }
}
