import { nouns } from '../../../catalog/nouns.ts';
import { code, type Message, say } from '../../../text/message.ts';
import { type Certificate, holdsCertificates, holdsPrivateKey } from '../../../text/pem.ts';
import { type Found, type FoundObject, nothingFound } from '../found.ts';
import { PRIVATE_KEY } from '../strangers.ts';
import type { NamedText, Reader, Tools } from './reader.ts';

/** Certificates in files. The shells hand over DER as PEM. */
export const certificate: Reader = {
  format: 'certificate',
  about: say`certificates: PEM, DER (${code('.cer')}), chains, PKCS #7 (${code('.p7b')})`,
  gives: say`names, usages, signature and days; authorities of a chain are passed over, and a private key is refused`,
  takes: ({ text }) => holdsCertificates(text),
  read: (file, _, tools) => fromFile(file, tools),
};

function fromFile({ source, text }: NamedText, { readCertificates }: Tools): Found | Message {
  if (holdsPrivateKey(text)) return say`${code(source)} holds a private key, and is not read. ${PRIVATE_KEY}`;
  if (text.length > MOST_CHARACTERS)
    return say`${code(source)} has more certificates than any server, so it is not read. Export those of the Edge servers alone.`;
  const all = readCertificates?.(text);
  if (all === undefined) return say`${code(source)} is no certificate, whatever its first line says. Export it anew.`;
  const leaves = all.filter(({ isAuthority }) => !isAuthority);
  return {
    ...nothingFound,
    objects: (leaves.length > 0 ? leaves : all.slice(0, 1)).map((one) => toObject(one, source)),
  };
}

/** A certificate has a few thousand, and to read one takes memory by the hundredfold. */
const MOST_CHARACTERS = 2_000_000;

/** As `Get-CsCertificate` would show it. */
function toObject(read: Certificate, source: string): FoundObject {
  const { subject, names, usages, signatureAlgorithm, notBefore, notAfter, issuer, serialNumber } = read;
  return {
    noun: nouns.certificate,
    properties: {
      File: source,
      Subject: subject,
      AlternativeNames: names,
      EnhancedKeyUsage: usages ?? [],
      SignatureAlgorithm: signatureAlgorithm,
      NotBefore: notBefore,
      NotAfter: notAfter,
      Issuer: issuer,
      SerialNumber: serialNumber,
    },
    source,
    comments: [],
    doubts: {},
  };
}
