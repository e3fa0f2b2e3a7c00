import { each, type Leaf, type Located, type Spec } from '../spec/model.ts';
import type { Certificate } from '../spec/spec.generated.ts';
import { hostKey, parentOf } from '../text/host.ts';
import { federatingPools } from './federating-pools.ts';
import { ownFederationSrvs } from './federation-srv.ts';
import { activeProviders } from './public-providers.ts';
import { type Context, run, type SpecEdit } from './rule.ts';

/** A certificate of the spec. */
export type EdgeCertificate = Located<Certificate>;

type Judged = Pick<Context, 'catalog' | 'asOf'>;

/** The certificates on the external side of the Edge pools that federate, each once; the only one there is needs no naming. */
export function accessEdgeCertificates(spec: Spec): readonly EdgeCertificate[] {
  const all = each(spec.certificates);
  const named = each(spec.edge?.pools).some(({ certificate }) => certificate !== undefined);
  if (!named) return all.length === 1 ? all : [];
  const names = new Set(federatingPools(spec).map(({ certificate }) => certificate?.value.toLowerCase()));
  return all.filter(({ name }) => name !== undefined && names.has(name.value.toLowerCase()));
}

/** The targets of federation SRV records that no Access Edge certificate of the spec is good for, each once. */
export function uncoveredTargets(spec: Spec, { catalog }: Judged): readonly Leaf<string>[] {
  const certificates = accessEdgeCertificates(spec);
  if (certificates.length === 0 || !certificates.every(statesNames)) return [];
  const covered = new Set(certificates.flatMap(namesIn));
  return ownFederationSrvs(spec, catalog).flatMap(({ target }) => {
    const host = hostKey(target.value);
    // A wildcard covers one label.
    if (covered.has(host) || covered.has(`*.${parentOf(host)}`)) return [];
    covered.add(host);
    return [target];
  });
}

/** The identity of an enabled public provider in service that asks for the client usage of the certificate. */
export function asksForClientUsage(spec: Spec, context: Judged): Leaf<string> | undefined {
  return activeProviders(spec, context).find(({ known }) => known?.clientCertificate === true)?.identity;
}

/** Whether the certificate may be used as a client's; undefined where the spec does not say. */
export function hasClientUsage({ enhancedKeyUsage }: EdgeCertificate): boolean | undefined {
  return enhancedKeyUsage && each(enhancedKeyUsage).some(({ value }) => value === 'client');
}

/** The command that asks for a certificate anew, with all that it has and all that the spec wants of it. */
export function requestCertificate(certificate: EdgeCertificate, spec: Spec, context: Judged): SpecEdit {
  const missing = uncoveredTargets(spec, context).map(({ value }) => hostKey(value));
  const names = [...new Set([...namesIn(certificate), ...missing])];
  const clientUsage = hasClientUsage(certificate) === true || asksForClientUsage(spec, context) !== undefined;
  return run('Request-CsCertificate', {
    New: undefined,
    Type: 'AccessEdgeExternal',
    ...(names.length > 0 && { DomainName: names.join(',') }),
    ...(clientUsage && { ClientEKU: true }),
    Output: `C:\\${(certificate.name?.value ?? '').replace(/[^\w.-]+/g, '-')}.csr`,
  });
}

/** The names a certificate is good for: subject and alternative names, as they compare. */
function namesIn(certificate: EdgeCertificate): readonly string[] {
  const names = [certificate.subject, ...each(certificate.subjectAlternativeNames)];
  return names.flatMap((name) => (name === undefined ? [] : [hostKey(name.value)]));
}

/** Whether the spec states all names of a certificate: a file may hold others. */
function statesNames(certificate: EdgeCertificate): boolean {
  return (
    certificate.subjectAlternativeNames !== undefined ||
    (certificate.file === undefined && certificate.subject !== undefined)
  );
}
