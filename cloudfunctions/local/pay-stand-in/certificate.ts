import { createPublicKey, sign, type KeyObject } from 'node:crypto';

/** What a self-signed certificate says. */
type CertificateFacts = {
  /** Upper-case hexadecimal, of whole bytes; the first byte below 80, so that the number is positive. */
  serial: string;
  commonName: string;
  fromMs: number;
  untilMs: number;
};

/**
 * A self-signed X.509 v1 certificate of an RSA key, in PEM. Node reads certificates but makes none, and
 * the few DER structures of one stand here. Nothing but the stand-in relies on it.
 */
export function selfSigned(facts: CertificateFacts, privateKey: KeyObject): string {
  const spki = createPublicKey(privateKey).export({ type: 'spki', format: 'der' });
  const body = sequence(
    tlv(0x02, Buffer.from(facts.serial, 'hex')),
    sha256WithRsa,
    name(facts.commonName),
    sequence(generalizedTime(facts.fromMs), generalizedTime(facts.untilMs)),
    name(facts.commonName),
    spki,
  );
  const signature = sign('RSA-SHA256', body, privateKey);
  const bits = tlv(0x03, Buffer.concat([Buffer.of(0), signature]));
  const lines =
    sequence(body, sha256WithRsa, bits)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}

/** 1.2.840.113549.1.1.11 with NULL parameters. */
const sha256WithRsa = Buffer.from('300d06092a864886f70d01010b0500', 'hex');
/** 2.5.4.3, commonName. */
const commonNameId = Buffer.from('0603550403', 'hex');

function name(commonName: string): Buffer {
  const text = tlv(0x0c, Buffer.from(commonName, 'utf8'));
  return sequence(tlv(0x31, sequence(commonNameId, text)));
}

function generalizedTime(atMs: number): Buffer {
  const text = new Date(atMs).toISOString().slice(0, 19).replace(/[-:T]/g, '');
  return tlv(0x18, Buffer.from(`${text}Z`, 'ascii'));
}

function sequence(...parts: Buffer[]): Buffer {
  return tlv(0x30, Buffer.concat(parts));
}

function tlv(tag: number, value: Buffer): Buffer {
  return Buffer.concat([Buffer.of(tag), lengthOf(value.length), value]);
}

function lengthOf(length: number): Buffer {
  if (length < 0x80) return Buffer.of(length);
  if (length < 0x100) return Buffer.of(0x81, length);
  return Buffer.of(0x82, length >> 8, length & 0xff);
}
