import { keyRange, type Leaf, type List } from '../spec/model.ts';
import { hostKey } from '../text/host.ts';
import type { Range } from '../text/range.ts';
import type { Path } from '../yaml/tree.ts';
import type { Shown } from './certificate-files.ts';
import type { EdgeCertificate } from './edge-certificates.ts';

/** What an entry says of a certificate, and the certificate does not. */
export interface CertificateDifference {
  readonly key: string;
  readonly at: Range;
  readonly path: Path;
  /** What the spec says, and what the certificate does. */
  readonly here: string | readonly string[];
  readonly there: string | readonly string[];
}

/** Where an entry says otherwise than the certificate, once that is known. */
export function differencesBetween(
  certificate: EdgeCertificate,
  there: Shown | undefined,
): readonly CertificateDifference[] {
  if (there === undefined) return [];
  const { subject, issuer, signatureAlgorithm, notBefore, notAfter } = certificate;
  return [
    ...one('subject', subject, there.subject),
    ...several('subjectAlternativeNames', certificate.subjectAlternativeNames, there.subjectAlternativeNames),
    ...several('enhancedKeyUsage', certificate.enhancedKeyUsage, there.enhancedKeyUsage),
    ...one('issuer', issuer, there.issuer),
    ...one('signatureAlgorithm', signatureAlgorithm, there.signatureAlgorithm),
    ...one('notBefore', notBefore, there.notBefore),
    ...one('notAfter', notAfter, there.notAfter),
  ];
}

function one(key: string, here: Leaf<string> | undefined, there: string | undefined): readonly CertificateDifference[] {
  if (here === undefined || there === undefined || hostKey(here.value) === hostKey(there)) return [];
  return [{ key, at: here.at, path: here.path, here: here.value, there }];
}

/** Lists compare whatever their order. */
function several(
  key: string,
  here: List<string> | undefined,
  there: readonly string[] | undefined,
): readonly CertificateDifference[] {
  if (here === undefined || there === undefined || here.unread !== undefined) return [];
  const values = here.items.map(({ value }) => value);
  const [said, known] = [new Set(values.map(hostKey)), new Set(there.map(hostKey))];
  const extra = here.items.filter(({ value }) => !known.has(hostKey(value)));
  if (extra.length === 0 && said.size === known.size) return [];
  const [first, ...others] = extra;
  const at = first !== undefined && others.length === 0 ? first.at : keyRange(here);
  return [{ key, at, path: here.path, here: values, there }];
}
