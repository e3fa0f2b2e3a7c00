/** What a certificate says of itself, as RFC 5280 has it. */
export interface Certificate {
  /** The whole subject: `CN=sip.contoso.com, O=Contoso`. */
  readonly subject: string;
  readonly issuer: string;
  /** DNS names among the alternative names. */
  readonly names: readonly string[];
  /** Purposes by their object identifiers; absent where the certificate is for all. */
  readonly usages: readonly string[] | undefined;
  /** `sha256`, or the object identifier of an algorithm that is not known. */
  readonly signatureAlgorithm: string;
  /** Days, as ISO. */
  readonly notBefore: string;
  readonly notAfter: string;
  /** In hexadecimal. */
  readonly serialNumber: string;
  /** Whether it signs others. */
  readonly isAuthority: boolean;
}

/**
 * Reads all certificates in PEM, as it comes or around PKCS #7; undefined where it is not what it says.
 * Certificates of authorities are among them.
 */
export type ReadCertificates = (pem: string) => readonly Certificate[] | undefined;

/** Whether a text holds certificates in PEM. */
export function holdsCertificates(text: string): boolean {
  return /^-----BEGIN (?:(?:X509 |TRUSTED )?CERTIFICATE|PKCS7)-----/m.test(text);
}

/** Whether a text holds a private key, which nobody but its server needs. */
export function holdsPrivateKey(text: string): boolean {
  return /-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY-----/.test(text);
}
