import type { ReadCertificates } from '../text/pem.ts';

/** Bytes that are DER of a certificate or of PKCS #7 as PEM; undefined for others. */
export function asPem(bytes: Uint8Array): string | undefined {
  if (!isSequence(bytes)) return undefined;
  const label = isPkcs7(bytes) ? 'PKCS7' : 'CERTIFICATE';
  const base64 = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  return [`-----BEGIN ${label}-----`, ...(base64.match(/.{1,64}/g) ?? []), `-----END ${label}-----`, ''].join('\n');
}

/** A sequence whose length is that of the bytes. */
function isSequence(bytes: Uint8Array): boolean {
  const [tag, length = 0] = bytes;
  if (tag !== 0x30 || length < 0x80 || length > 0x84) return false;
  const size = bytes.subarray(2, 2 + (length & 0x7f)).reduce((all, byte) => all * 256 + byte, 0);
  return size > 0 && bytes.length === size + 2 + (length & 0x7f);
}

/** It begins with the object identifier of signed data. */
function isPkcs7(bytes: Uint8Array): boolean {
  const at = 2 + ((bytes[1] ?? 0) & 0x7f);
  return SIGNED_DATA.every((byte, i) => bytes[at + i] === byte);
}

/** 1.2.840.113549.1.7.2 */
const SIGNED_DATA = [0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x02];

/** Loads what reads certificates. It takes some milliseconds, so whoever has none does not call it. */
export async function loadCertificates(): Promise<ReadCertificates> {
  const { readCertificates } = await import('./x509.ts');
  return readCertificates;
}
