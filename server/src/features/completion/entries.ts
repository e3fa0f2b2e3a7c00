import type { Analysis } from '../../analyze.ts';
import { catalog, type HostingId, type ProviderId } from '../../catalog/catalog.generated.ts';
import { cmdlet, parameter, supports } from '../../catalog/cmdlets.ts';
import { idsOf } from '../../catalog/ids.ts';
import { serviceStatus } from '../../catalog/providers.ts';
import { newestServer } from '../../deployment/version-gap.ts';
import { keysOf, type Schema } from '../../spec/schema.ts';
import { type Message, prose, say, textOf } from '../../text/message.ts';
import type { Layout } from '../../yaml/layout.ts';
import type { Path } from '../../yaml/tree.ts';
import { hostingCard, providerCard, statusOn } from '../cards.ts';
import type { Env } from '../env.ts';
import { accessEdges, missingRecords } from './names.ts';
import { choice, keySnippet, literal, suggestion, yamlText } from './snippet.ts';

/** A whole entry of a list. */
export interface WholeEntry {
  readonly label: string;
  readonly detail: string;
  readonly docs?: string;
  readonly deprecated?: boolean;
  /** The lines of its mapping, as snippets, when its first key stands at `column`. */
  lines(column: number, layout: Layout): readonly string[];
}

/** The whole entries that can be put into the list at a path: those the catalog and the spec know, then a blank one. */
export function entriesAt(
  path: Path,
  item: Schema,
  { analysis, env }: { analysis: Analysis; env: Env },
): readonly WholeEntry[] {
  if (item.properties === undefined) return [];
  return [...known(path.join('.'), analysis, env), blank(item, env)];
}

function known(path: string, analysis: Analysis, env: Env): readonly WholeEntry[] {
  switch (path) {
    case 'providers.public':
      return idsOf(catalog.providers)
        .map((id) => publicProvider(id, analysis, env))
        .toSorted((a, b) => Number(a.deprecated) - Number(b.deprecated));
    case 'providers.hosting':
      return idsOf(catalog.hosting).flatMap((id) => hostingProvider(id, env));
    case 'domains.allowed':
      return [
        entry(say`Allowed partner domain`, env, [['domain', suggestion(1, 'fabrikam.com')]]),
        entry(say`Allowed partner server`, env, [
          ['domain', suggestion(1, 'fabrikam.com')],
          ['proxyFqdn', suggestion(2, 'sip.fabrikam.com')],
        ]),
      ];
    case 'dns.srv':
      return missingRecords(analysis, env).flatMap(({ value, docs }) => srvRecord(String(value), docs));
    case 'dns.hosts':
      return [...new Set(accessEdges(analysis))].flatMap((name) =>
        name === undefined
          ? []
          : [
              plain(name, 'A / AAAA', [
                ['name', literal(name)],
                ['addresses', '[$1]'],
              ]),
            ],
      );
    case 'certificates':
      return [certificate(analysis, env)];
    case 'policies.externalAccess':
      return [
        entry(say`Federation and public contacts for everybody`, env, [
          ['identity', 'global'],
          ['enableFederationAccess', choice(1, ['true', 'false'])],
          ['enablePublicCloudAccess', choice(2, ['true', 'false'])],
        ]),
      ];
    default:
      return [];
  }
}

type Field = readonly [key: string, snippet: string];

function plain(label: string, detail: string, fields: readonly Field[]): WholeEntry {
  return { label, detail, lines: () => fields.map(([key, snippet]) => `${key}: ${snippet}`) };
}

function entry(label: Message, { bundle }: Env, fields: readonly Field[]): WholeEntry {
  return plain(textOf(label, bundle), textOf(say`whole entry`, bundle), fields);
}

function publicProvider(id: ProviderId, analysis: Analysis, env: Env): WholeEntry {
  const provider = catalog.providers[id];
  const { identities, proxyFqdn, proxyVerified, nameDecoration } = provider;
  const fields: Field[] = [['identity', literal(yamlText(identities[0]))]];
  if (proxyVerified) fields.push(['proxyFqdn', literal(proxyFqdn)]);
  fields.push(['enabled', choice(1, ['true', 'false'])]);
  if (nameDecoration && decorates(analysis)) {
    fields.push(['nameDecorationRoutingDomain', nameDecoration.routingDomain]);
    fields.push(['nameDecorationExcludedDomainList', `[${nameDecoration.excludedDomains.join(', ')}]`]);
  }
  return {
    ...entry(prose(provider.name), env, fields),
    detail: textOf(statusOn(provider, analysis.asOf), env.bundle),
    docs: providerCard(id, analysis.asOf, env),
    deprecated: serviceStatus(catalog, provider, analysis.asOf) === 'ended',
  };
}

/** Whether the server of the spec knows name decoration; where the spec does not say which server, it does. */
function decorates({ spec }: Analysis): boolean {
  const server = newestServer(spec, catalog);
  const making = cmdlet('New-CsPublicProvider');
  const decoration = making && parameter(making, 'NameDecorationRoutingDomain');
  if (server === undefined || decoration === undefined) return true;
  return supports(catalog, decoration, server) === 'yes';
}

function hostingProvider(id: HostingId, env: Env): readonly WholeEntry[] {
  const { name, identity, proxyFqdns, settings, hybridSettings, allowedDomains } = catalog.hosting[id];
  // Push notifications go through the entry of Microsoft 365: a second one with its proxy would clash.
  if (
    allowedDomains !== undefined &&
    proxyFqdns.some((proxy) => proxy === catalog.hosting['lync-online'].proxyFqdns[0])
  )
    return [];
  const fields = (values: object): Field[] => [
    ['identity', literal(identity)],
    ['proxyFqdn', literal(proxyFqdns[0])],
    ['enabled', choice(1, ['true', 'false'])],
    ...Object.entries(values).map(([key, value]): Field => [key, literal(yamlText(value))]),
  ];
  const card = { docs: hostingCard(id, env) };
  const hybrid = hybridSettings && { ...entry(say`${prose(name)} (hybrid)`, env, fields(hybridSettings)), ...card };
  return [{ ...entry(prose(name), env, fields(settings)), ...card }, ...(hybrid ? [hybrid] : [])];
}

function srvRecord(name: string, docs: string | undefined): readonly WholeEntry[] {
  const record = Object.values(catalog.records).find(
    (one) => one.kind === 'srv' && name.startsWith(`${one.service}.${one.protocol}.`),
  );
  if (record?.kind !== 'srv') return [];
  const domain = name.slice(`${record.service}.${record.protocol}.`.length);
  const target = suggestion(1, `${record.targetLabel}.${domain}`);
  const made = plain(name, 'SRV', [
    ['name', literal(name)],
    ['port', String(record.port)],
    ['target', target],
  ]);
  return [{ ...made, ...(docs !== undefined && { docs }) }];
}

function certificate(analysis: Analysis, env: Env): WholeEntry {
  const subject = accessEdges(analysis)[0] ?? 'sip.contoso.com';
  return entry(say`Access Edge certificate`, env, [
    ['name', suggestion(1, 'access-edge')],
    ['subject', suggestion(2, subject)],
    ['subjectAlternativeNames', `[${suggestion(3, subject)}]`],
    ['enhancedKeyUsage', '[server]'],
    ['issuer', choice(4, ['public', 'private'])],
  ]);
}

/** An entry with the keys that the format requires. */
function blank(item: Schema, env: Env): WholeEntry {
  const keys = keysOf(item).filter((key) => item.required?.includes(key));
  return {
    label: textOf(prose(item.title ?? ''), env.bundle),
    detail: textOf(say`new entry`, env.bundle),
    lines: (column, layout) =>
      keys.map((key, i) => keySnippet(key, item.properties?.[key] ?? {}, { column, layout, flow: false }, i + 1)),
  };
}
