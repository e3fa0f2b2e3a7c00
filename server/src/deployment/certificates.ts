import { each, type Leaf, type Spec } from '../spec/model.ts';
import { hostKey, parentOf } from '../text/host.ts';
import { recordsToEdge } from './cloud-records.ts';
import { accessEdgeNames, federatingPools } from './edge.ts';
import {
  accessEdgeCertificates,
  accessEdgeNamesIn,
  type EdgeCertificate,
  isWildcard,
  namesIn,
  statesNames,
} from './edge-certificates.ts';
import { isFederationOff } from './federation.ts';
import { bestTarget, federationSrvs, isAcceptedTarget, ownFederationSrvs } from './federation-srv.ts';
import type { Grounds, GroundsWithFaults } from './grounds.ts';
import { nameFaults } from './name-faults.ts';
import { activeProviders } from './public-providers.ts';
import { certificateOf } from './references.ts';
import { isInitialDomain } from './tenant.ts';
import { xmppDomains } from './xmpp.ts';

/** The targets of federation SRV records that no Access Edge certificate of the spec is good for, each once. */
export function uncoveredTargets(spec: Spec, { catalog }: Grounds): readonly Leaf<string>[] {
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

/** An Edge pool whose certificate lacks its public name. */
interface UnnamedEdge {
  readonly edge: Leaf<string>;
  readonly certificate: EdgeCertificate;
}

/**
 * The public names of Edge pools that their certificate does not have. What is told of the target of a record, or of a SIP domain,
 * is the same name; one that no Access Edge can have is wrong itself.
 */
export function unnamedEdges(spec: Spec, context: GroundsWithFaults): readonly UnnamedEdge[] {
  if (isFederationOff(spec, context)) return [];
  const [only, ...others] = accessEdgeCertificates(spec);
  const unnamed = federatingPools(spec).flatMap((pool) => {
    const { accessEdgeFqdn: edge } = pool;
    const certificate = certificateOf(pool, spec) ?? (others.length === 0 ? only : undefined);
    if (edge === undefined || certificate === undefined || !statesNames(certificate)) return [];
    const host = hostKey(edge.value);
    const names = namesIn(certificate);
    return names.includes(host) || names.includes(`*.${parentOf(host)}`) ? [] : [{ edge, certificate }];
  });
  if (unnamed.length === 0) return [];
  const { catalog } = context;
  const told = new Set([
    ...uncoveredTargets(spec, context).map(({ value }) => hostKey(value)),
    ...unnamedDomains(spec, context).map(({ value }) => bestTarget(spec, catalog, value)),
  ]);
  const misnamed = new Set(nameFaults(spec, context).map(({ at }) => at));
  return unnamed.filter(({ edge }) => !told.has(hostKey(edge.value)) && !misnamed.has(edge.at));
}

/** The SIP domains of which the Access Edge certificates of the spec name no host that could be their Edge. */
export function unnamedDomains(spec: Spec, { catalog }: Grounds): readonly Leaf<string>[] {
  const certificates = accessEdgeCertificates(spec);
  if (certificates.length === 0 || !certificates.every(statesNames)) return [];
  const named = new Set(accessEdgeNamesIn(spec, catalog).map(parentOf));
  const toEdge = new Set(recordsToEdge(spec, catalog).map(({ target }) => target));
  // A record with a target of its own is judged by that target, and Microsoft 365 has its own certificate.
  const pointed = new Set(
    federationSrvs(spec, catalog)
      .filter(({ target, domain }) => target && !toEdge.has(target) && isAcceptedTarget(catalog, target.value, domain))
      .map(({ domain }) => domain),
  );
  return each(spec.domains?.sip).flatMap(({ identity, users }) => {
    const domain = hostKey(identity?.value ?? '');
    if (identity === undefined || users?.value === 0 || named.has(domain) || pointed.has(domain)) return [];
    if (isInitialDomain(catalog, domain)) return [];
    named.add(domain);
    return [identity];
  });
}

/** The domains that chat over XMPP and that no Access Edge certificate of the spec names themselves. */
export function unnamedXmppDomains(spec: Spec, { catalog }: Grounds): readonly Leaf<string>[] {
  const certificates = accessEdgeCertificates(spec);
  if (certificates.length === 0 || !certificates.every(statesNames)) return [];
  const named = new Set(certificates.flatMap(namesIn));
  return xmppDomains(spec, catalog).flatMap(({ identity }) =>
    identity && !named.has(hostKey(identity.value)) ? [identity] : [],
  );
}

/** The hosts of web conferencing in public DNS that no certificate of the spec names, whichever service it is for. */
export function unnamedConferencing(spec: Spec, { catalog }: Grounds): readonly Leaf<string>[] {
  const certificates = each(spec.certificates);
  if (accessEdgeCertificates(spec).length === 0 || !certificates.every(statesNames)) return [];
  const { label } = catalog.records['web-conferencing-host'];
  const expected = new Set(each(spec.domains?.sip).map(({ identity }) => `${label}.${hostKey(identity?.value ?? '')}`));
  const named = new Set(certificates.flatMap(namesIn));
  return each(spec.dns?.hosts).flatMap(({ name, view }) => {
    const host = hostKey(name?.value ?? '');
    if (name === undefined || view?.value === 'internal' || !expected.has(host)) return [];
    return named.has(host) || named.has(`*.${parentOf(host)}`) ? [] : [name];
  });
}

/** The identity of an enabled public provider in service that asks for the client usage of the certificate. */
export function asksForClientUsage(spec: Spec, context: Grounds): Leaf<string> | undefined {
  return activeProviders(spec, context).find(({ known }) => known?.clientCertificate === true)?.identity;
}

/** Whether the certificate may be used as a client's; undefined where the spec does not say. */
export function hasClientUsage({ enhancedKeyUsage }: EdgeCertificate): boolean | undefined {
  return enhancedKeyUsage && each(enhancedKeyUsage).some(({ value }) => value === 'client');
}

/** Whether several servers of a pool that federates use the certificate. */
export function isShared(certificate: EdgeCertificate, spec: Spec): boolean {
  return federatingPools(spec).some(
    (pool) =>
      each(pool.computers).length > 1 && (pool.certificate === undefined || certificateOf(pool, spec) === certificate),
  );
}

/** The names that the spec wants an Access Edge certificate to have. */
export function wantedNames(spec: Spec, context: Grounds): readonly string[] {
  const { catalog } = context;
  const records = ownFederationSrvs(spec, catalog);
  const pointed = new Set(records.map(({ domain }) => domain));
  const wildcards = new Set(accessEdgeCertificates(spec).flatMap(namesIn).filter(isWildcard).map(parentOf));
  const underWildcard = each(spec.domains?.sip).flatMap(({ identity, users }) => {
    const domain = hostKey(identity?.value ?? '');
    const wanted = users?.value !== 0 && wildcards.has(domain) && !pointed.has(domain);
    return wanted ? [bestTarget(spec, catalog, domain)] : [];
  });
  return [
    ...accessEdgeNames(spec),
    ...records.map(({ target }) => hostKey(target.value)),
    ...underWildcard,
    ...unnamedDomains(spec, context).map(({ value }) => bestTarget(spec, catalog, value)),
    ...unnamedXmppDomains(spec, context).map(({ value }) => hostKey(value)),
    ...unnamedConferencing(spec, context).map(({ value }) => hostKey(value)),
  ];
}
