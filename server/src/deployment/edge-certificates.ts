import type { Catalog } from '../catalog/catalog.generated.ts';
import { each, type Located, type Spec } from '../spec/model.ts';
import type { Certificate } from '../spec/spec.generated.ts';
import { hostKey } from '../text/host.ts';
import { federatingPools } from './edge.ts';
import { certificateOf } from './references.ts';

/** A certificate of the spec. */
export type EdgeCertificate = Located<Certificate>;

/** The certificates on the external side of the Edge pools that federate, each once; the only one there is needs no naming. */
export function accessEdgeCertificates(spec: Spec): readonly EdgeCertificate[] {
  const all = each(spec.certificates);
  const named = each(spec.edge?.pools).some(({ certificate }) => certificate !== undefined);
  if (!named) return all.length === 1 ? all : [];
  const used = new Set(federatingPools(spec).map((pool) => certificateOf(pool, spec)));
  return all.filter((certificate) => used.has(certificate));
}

/** The names of the Access Edge certificates that may be those of an Access Edge: not of its other services; also wildcards. */
export function accessEdgeNamesIn(spec: Spec, { records }: Catalog): readonly string[] {
  const others = [records['web-conferencing-host'], records['av-edge-host'], records['xmpp-host']];
  return accessEdgeCertificates(spec)
    .flatMap(namesIn)
    .filter((name) => !others.some(({ label }) => name.startsWith(`${label}.`)));
}

/** Whether a name of a certificate stands for all hosts directly under a domain. */
export function isWildcard(name: string): boolean {
  return name.startsWith('*');
}

/** The names a certificate is good for: subject and alternative names, as they compare. */
export function namesIn(certificate: EdgeCertificate): readonly string[] {
  const names = [certificate.subject, ...each(certificate.subjectAlternativeNames)];
  return names.flatMap((name) => (name === undefined ? [] : [hostKey(name.value)]));
}

/** Whether the spec states all names of a certificate: a file may hold others. */
export function statesNames(certificate: EdgeCertificate): boolean {
  return (
    certificate.subjectAlternativeNames !== undefined ||
    (certificate.file === undefined && certificate.subject !== undefined)
  );
}
