import type { Analysis } from '../../analyze.ts';
import { catalog, type HostRecord, type SrvRecord } from '../../catalog/catalog.generated.ts';
import { idsOf } from '../../catalog/ids.ts';
import { serviceStatus } from '../../catalog/providers.ts';
import { said } from '../../spec/observed.ts';
import { firstOfEach } from '../../text/grouped.ts';
import { hostKey } from '../../text/host.ts';
import { markdownOf } from '../../text/markdown.ts';
import { prose, say, textOf } from '../../text/message.ts';
import type { Path } from '../../yaml/tree.ts';
import { hostingCard, providerCard, statusOn } from '../cards.ts';
import type { Env } from '../env.ts';
import type { Candidate } from './item.ts';

/** Names that make sense at a path: those of the spec and of the catalog. Nothing where the format alone decides. */
export function namesAt(path: Path, analysis: Analysis, env: Env): readonly Candidate[] {
  const { spec } = analysis;
  const bare = (values: Iterable<string | undefined>): readonly Candidate[] => named(values, env);
  switch (path.map((step) => (typeof step === 'number' ? '*' : step)).join('.')) {
    case 'asOf':
      return [{ value: analysis.asOf, detail: textOf(say`the day this spec is judged by now`, env.bundle) }];
    case 'edge.pools.*.certificate':
      return bare(said(spec.certificates).map((one) => one.name?.value));
    case 'certificates.*.name':
      return bare(
        without(
          said(spec.edge?.pools).map((pool) => pool.certificate?.value),
          said(spec.certificates).map((one) => one.name?.value),
        ),
      );
    case 'edge.pools.*.accessEdgeFqdn':
    case 'certificates.*.subject':
    case 'certificates.*.subjectAlternativeNames.*':
    case 'provisioning.accessEdgeFqdns.*':
      return bare([...accessEdges(analysis), ...usualEdges(analysis)]);
    case 'dns.hosts.*.name':
      return bare(
        without(
          [
            ...accessEdges(analysis),
            ...said(spec.dns?.srv).map((record) => record.target?.value),
            ...usualEdges(analysis),
          ],
          hostNames(analysis),
        ),
      );
    case 'dns.srv.*.target':
      return [
        ...bare([...accessEdges(analysis), ...hostNames(analysis), ...usualEdges(analysis)]),
        ...hostingProxies(env),
      ];
    case 'dns.srv.*.name':
      return missingRecords(analysis, env);
    case 'provisioning.sipDomains.*':
      return bare(said(spec.domains?.sip).map((domain) => domain.identity?.value));
    case 'tenant.allowedDomains.*':
      return bare(said(spec.domains?.allowed).map((domain) => domain.domain?.value));
    case 'tenant.blockedDomains.*':
      return bare(said(spec.domains?.blocked).map((domain) => domain.domain?.value));
    case 'domains.allowed.*':
    case 'domains.allowed.*.domain': {
      const taken = new Set(said(spec.domains?.allowed).map(({ domain }) => hostKey(domain?.value ?? '')));
      const known = [...bare(said(spec.tenant?.allowedDomains).map((leaf) => leaf.value)), ...hostedDomains(env)];
      return unique(known).filter(({ value }) => !taken.has(hostKey(String(value))));
    }
    case 'domains.blocked.*':
    case 'domains.blocked.*.domain':
      return bare(
        without(
          said(spec.tenant?.blockedDomains).map((leaf) => leaf.value),
          said(spec.domains?.blocked).map((domain) => domain.domain?.value),
        ),
      );
    case 'providers.public.*.identity':
    case 'provisioning.providers.*':
      return providerIdentities(analysis.asOf, env);
    case 'providers.hosting.*.identity':
      return unique(
        idsOf(catalog.hosting).map((id) => ({
          value: catalog.hosting[id].identity,
          detail: textOf(prose(catalog.hosting[id].name), env.bundle),
          docs: hostingCard(id, env),
        })),
      );
    case 'providers.hosting.*.proxyFqdn':
      return hostingProxies(env);
    default:
      return [];
  }
}

/** The identities of public providers, those that have ended last. */
export function providerIdentities(asOf: string, env: Env): readonly Candidate[] {
  const candidates = idsOf(catalog.providers).flatMap((id) => {
    const provider = catalog.providers[id];
    const deprecated = serviceStatus(catalog, provider, asOf) === 'ended';
    const about = {
      detail: textOf(statusOn(provider, asOf), env.bundle),
      docs: providerCard(id, asOf, env),
      deprecated,
    };
    return provider.identities.map((value): Candidate => ({ value, ...about }));
  });
  return candidates.toSorted((a, b) => Number(a.deprecated) - Number(b.deprecated));
}

/** The SRV records of the catalog that a SIP domain of the spec has not. */
export function missingRecords({ spec }: Analysis, env: Env): readonly Candidate[] {
  const written = new Set(said(spec.dns?.srv).map((record) => hostKey(record.name?.value ?? '')));
  const records = idsOf(catalog.records).map((id): SrvRecord | HostRecord | { kind: 'alias' } => catalog.records[id]);
  const wanted = records.flatMap((record) =>
    record.kind === 'srv' && record.view === 'public' && record.targetLabel !== undefined ? [record] : [],
  );
  return said(spec.domains?.sip).flatMap(({ identity }) =>
    wanted.flatMap(({ service, protocol, summary }): Candidate[] => {
      const value = `${service}.${protocol}.${identity?.value ?? ''}`;
      if (identity === undefined || written.has(hostKey(value))) return [];
      return [{ value, kind: 'name', docs: markdownOf(prose(summary), env.bundle) }];
    }),
  );
}

/** The Access Edge names of the spec. */
export function accessEdges({ spec }: Analysis): readonly (string | undefined)[] {
  return said(spec.edge?.pools).map((pool) => pool.accessEdgeFqdn?.value);
}

function usualEdges({ spec }: Analysis): readonly string[] {
  const { targetLabel } = catalog.records['federation-srv'];
  return said(spec.domains?.sip).flatMap(({ identity }) => (identity ? [`${targetLabel}.${identity.value}`] : []));
}

function hostNames({ spec }: Analysis): readonly (string | undefined)[] {
  return said(spec.dns?.hosts).map((host) => host.name?.value);
}

function hostingProxies(env: Env): readonly Candidate[] {
  return unique(
    idsOf(catalog.hosting).flatMap((id) =>
      catalog.hosting[id].proxyFqdns.map(
        (value): Candidate => ({
          value,
          kind: 'name',
          detail: textOf(prose(catalog.hosting[id].name), env.bundle),
          docs: hostingCard(id, env),
        }),
      ),
    ),
  );
}

/** Domains of cloud services that have to be on the list. */
function hostedDomains({ bundle }: Env): readonly Candidate[] {
  return idsOf(catalog.hosting).flatMap((id) => {
    const { name, allowedDomains = [] } = catalog.hosting[id];
    return allowedDomains.map((value): Candidate => ({ value, kind: 'name', detail: textOf(prose(name), bundle) }));
  });
}

/** Names of the spec itself, each once. */
function named(values: Iterable<string | undefined>, env: Env): readonly Candidate[] {
  const detail = textOf(say`from this spec`, env.bundle);
  return unique(
    [...values].flatMap((value): Candidate[] => (value === undefined ? [] : [{ value, kind: 'name', detail }])),
  );
}

function without(
  values: readonly (string | undefined)[],
  taken: readonly (string | undefined)[],
): readonly (string | undefined)[] {
  const keys = new Set(taken.map((name) => hostKey(name ?? '')));
  return values.filter((value) => value !== undefined && !keys.has(hostKey(value)));
}

function unique(candidates: readonly Candidate[]): readonly Candidate[] {
  return firstOfEach(candidates, ({ value }) => hostKey(String(value)));
}
