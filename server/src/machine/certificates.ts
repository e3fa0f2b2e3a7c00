import type { ReadCertificates } from '../text/pem.ts';

/** Bytes that are DER of a certificate or of PKCS #7 as PEM, and of a private key its label and no more; undefined for others. */
export function asPem(bytes: Uint8Array): string | undefined {
  const content = contentOf(bytes);
  if (content === undefined) return undefined;
  if (isPrivateKey(content)) return '-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----\n';
  // What is shorter is text that begins with a zero.
  if (content.length < 0x80) return undefined;
  const label = isPkcs7(content) ? 'PKCS7' : 'CERTIFICATE';
  const base64 = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  return [`-----BEGIN ${label}-----`, ...(base64.match(/.{1,64}/g) ?? []), `-----END ${label}-----`, ''].join('\n');
}

/** What is in a sequence whose length is that of the bytes. */
function contentOf(bytes: Uint8Array): Uint8Array | undefined {
  const [tag, length = 0] = bytes;
  if (tag !== 0x30 || length === 0x80 || length > 0x84) return undefined;
  const start = length < 0x80 ? 2 : 2 + (length & 0x7f);
  const size = length < 0x80 ? length : bytes.subarray(2, start).reduce((all, byte) => all * 256 + byte, 0);
  return size > 0 && bytes.length === size + start ? bytes.subarray(start) : undefined;
}

/** It begins with the object identifier of signed data. */
function isPkcs7(content: Uint8Array): boolean {
  return SIGNED_DATA.every((byte, i) => content[i] === byte);
}

/**
 * A private key begins with the number of its version, as PKCS #1, PKCS #8 and SEC 1 have it, and PKCS #12 around one; an encrypted one
 * with the identifier of what encrypts it. A certificate begins with neither.
 */
function isPrivateKey(content: Uint8Array): boolean {
  const [tag, length, version = 0] = content;
  const isVersion = tag === 0x02 && length === 1 && version <= 3;
  return isVersion || ENCRYPTIONS.some((oid) => tag === 0x30 && oid.every((byte, i) => content[2 + i] === byte));
}

/** 1.2.840.113549.1.5, of PKCS #5, and 1.2.840.113549.1.12.1, of PKCS #12, without their last numbers. */
const ENCRYPTIONS = [
  [0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x05],
  [0x06, 0x0a, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x0c, 0x01],
];

/** 1.2.840.113549.1.7.2 */
const SIGNED_DATA = [0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x02];

/** Loads what reads certificates. It takes some milliseconds, so whoever has none does not call it. */
export async function loadCertificates(): Promise<ReadCertificates> {
  const { readCertificates } = await import('./x509.ts');
  return readCertificates;
}
