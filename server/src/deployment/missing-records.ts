import type { Catalog } from '../catalog/catalog.generated.ts';
import { isMandatory } from '../catalog/records.ts';
import { each, keyRange, type Leaf, type Spec } from '../spec/model.ts';
import { hostKey } from '../text/host.ts';
import { isFederationOff, isTenantOff } from './federation.ts';
import { federationSrvName, federationSrvs } from './federation-srv.ts';
import type { Grounds } from './grounds.ts';
import { isPrivateName } from './public-names.ts';
import { type SrvNeed, srvNeeds } from './srv-needs.ts';
import { isInitialDomain, isTenantAlone, ownDomains } from './tenant.ts';
import { xmppDomains, xmppRecordDomains } from './xmpp.ts';

/** A public SRV record that a SIP domain has to have and has not. */
export interface MissingRecord {
  /** The SIP domain. */
  readonly identity: Leaf<string>;
  readonly name: string;
  readonly port: number;
}

/** The federation SRV records that are missing, each with the reason that weighs most. */
export function missingFederationSrvs(
  spec: Spec,
  context: Grounds,
): readonly (MissingRecord & { readonly need: SrvNeed })[] {
  const { catalog, asOf } = context;
  if (isTenantAlone(spec)) return missingInTenant(spec, context);
  if (isFederationOff(spec, context)) return [];
  const needsOf = srvNeeds(spec, context);
  const published = new Set(federationSrvs(spec, catalog).map(({ domain }) => domain));
  const { port } = catalog.records['federation-srv'];
  return each(spec.domains?.sip).flatMap((domain) => {
    const needs = needsOf(domain);
    const need = needs.find((one) => isMandatory(one, asOf)) ?? needs[0];
    const { identity } = domain;
    if (identity === undefined || need === undefined || published.has(hostKey(identity.value))) return [];
    published.add(hostKey(identity.value));
    // Such a domain has no public zone to hold the record.
    if (isPrivateName(catalog, identity.value) || isInitialDomain(catalog, identity.value)) return [];
    return [{ identity, need, port, name: federationSrvName(catalog, identity.value) }];
  });
}

/** The records by which partners find the users of a tenant that stands alone. */
function missingInTenant(spec: Spec, context: Grounds): readonly (MissingRecord & { readonly need: SrvNeed })[] {
  const { tenant } = spec;
  const { catalog } = context;
  const { neededFor, port } = catalog.records['cloud-federation-srv'];
  const [need] = neededFor;
  if (tenant === undefined || need === undefined || isTenantOff(spec, context)) return [];
  const published = new Set(federationSrvs(spec, catalog).map(({ domain }) => domain));
  return ownDomains(spec, catalog)
    .filter(({ value }) => !published.has(hostKey(value)) && !isPrivateName(catalog, value))
    .map((identity) => ({
      identity,
      need: { ...need, at: keyRange(tenant) },
      port,
      name: federationSrvName(catalog, identity.value),
    }));
}

/** The SRV records by which XMPP partners find the Edge, where they are missing. */
export function missingXmppSrvs(spec: Spec, catalog: Catalog): readonly MissingRecord[] {
  const published = xmppRecordDomains(spec, catalog);
  const { service, protocol, port } = catalog.records['xmpp-srv'];
  return xmppDomains(spec, catalog).flatMap(({ identity }) =>
    identity === undefined || published.has(hostKey(identity.value))
      ? []
      : [{ identity, port, name: `${service}.${protocol}.${hostKey(identity.value)}` }],
  );
}
