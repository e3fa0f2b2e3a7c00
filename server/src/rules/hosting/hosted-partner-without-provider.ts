import type { Catalog, HostingId } from '../../catalog/catalog.generated.ts';
import { idsOf } from '../../catalog/ids.ts';
import { isRoutedByDefault } from '../../deployment/edge.ts';
import {
  type HostingEntry,
  hybridProvider,
  partnersWithoutProvider,
  serviceFor,
  servicesBehind,
  tenantCloud,
} from '../../deployment/hosting-providers.ts';
import { type PartnerEntry, partnersOneByOne } from '../../deployment/partners.ts';
import { isTenantAlone } from '../../deployment/tenant.ts';
import type { Fix } from '../../edits/fix.ts';
import { nameFor, providerAdded, providerSet, suiting } from '../../edits/hosting-provider.ts';
import { changedProvider } from '../../edits/public-provider.ts';
import { each, type Leaf, type Spec } from '../../spec/model.ts';
import { code, type Message, prose, say } from '../../text/message.ts';
import type { Finding, Rule } from '../rule.ts';

export const hostedPartnerWithoutProvider: Rule = {
  id: 'hosted-partner-without-provider',
  summary: say`A partner in the cloud without an enabled hosting provider that leads there.`,
  severity: 'error',
  facts: ['hosting.lync-online', 'hosting.gcc-high', 'hosting.dod', 'hosting.21vianet'],
  misses: ['providers.hosting.*.proxyFqdn'],

  *check(spec, { catalog }) {
    if (isRoutedByDefault(spec) || isTenantAlone(spec)) return;
    const lacking = partnersWithoutProvider(spec, catalog, partnersOneByOne(spec));
    for (const id of idsOf(catalog.hosting)) {
      const partners = lacking.filter((partner) => serviceFor(catalog, partner) === id);
      if (!isToldOfHybrid(spec, catalog, id)) yield* withoutProvider(spec, catalog, { id, partners });
    }
  },
};

/** Where the tenant shares the SIP domains, the missing provider of its cloud is more than a matter of partners. */
function isToldOfHybrid(spec: Spec, catalog: Catalog, id: HostingId): boolean {
  const shared = spec.tenant?.sharedSipAddressSpace?.value === true;
  return shared && !hybridProvider(spec, catalog) && tenantCloud(spec, catalog) === id;
}

function* withoutProvider(
  spec: Spec,
  catalog: Catalog,
  { id, partners: [first, ...others] }: { readonly id: HostingId; readonly partners: readonly PartnerEntry[] },
): Iterable<Finding> {
  if (first === undefined) return;
  const { name } = catalog.hosting[id];
  const who =
    others.length === 0 ? code(first.domain.value) : say`${code(first.domain.value)} and ${others.length} more`;
  const disabled = each(spec.providers?.hosting).find((entry) => servicesBehind(catalog, entry).includes(id));
  const [advice, fix] = remedy(spec, catalog, { id, disabled });
  yield {
    at: first.domain.at,
    message: say`${say`${prose(name)} hosts ${who} and is reached only through a hosting provider.`} ${advice}`,
    related: [
      ...(disabled?.enabled ? [{ at: disabled.enabled.at, message: say`The provider is not enabled.` }] : []),
      ...others.map(({ domain }) => ({ at: domain.at, message: say`${code(domain.value)} is hosted there too.` })),
    ],
    fixes: [fix],
  };
}

function remedy(
  spec: Spec,
  catalog: Catalog,
  { id, disabled }: { readonly id: HostingId; readonly disabled: HostingEntry | undefined },
): readonly [Message, Fix] {
  const { settings, proxyFqdns, identity } = catalog.hosting[id];
  const [proxyFqdn] = proxyFqdns;
  if (disabled?.identity) {
    const name = disabled.identity.value;
    return [
      say`Enable ${code(name)}, which has the proxy ${code(proxyFqdn)}.`,
      enabling(spec, catalog, { entry: disabled, identity: name }),
    ];
  }
  const namesake = providerNamed(identity, spec);
  if (namesake && servicesBehind(catalog, namesake.entry).length === 0) {
    return [
      say`Give ${code(namesake.identity.value)} the proxy ${code(proxyFqdn)}.`,
      leading(namesake, { id, spec, catalog }),
    ];
  }
  return [
    say`Add one with the proxy ${code(proxyFqdn)}.`,
    {
      title: say`Add the hosting provider ${code(nameFor(spec, catalog, id))}`,
      safety: 'review',
      edits: providerAdded(spec, catalog, { id, settings }),
    },
  ];
}

interface Namesake {
  readonly entry: HostingEntry;
  readonly identity: Leaf<string>;
}

/** The hosting provider that has a name already, wherever it leads. */
function providerNamed(name: string, spec: Spec): Namesake | undefined {
  for (const entry of each(spec.providers?.hosting)) {
    const { identity } = entry;
    if (identity?.value.toLowerCase() === name.toLowerCase()) return { entry, identity };
  }
  return undefined;
}

/** A name is given once, so the provider that has it is made anew, as the service it leads to from now on asks for. */
function leading(
  namesake: Namesake,
  { id, ...about }: { readonly id: HostingId; readonly spec: Spec; readonly catalog: Catalog },
): Fix {
  const { catalog } = about;
  const [proxyFqdn] = catalog.hosting[id].proxyFqdns;
  return {
    title: say`Give ${code(namesake.identity.value)} the proxy ${code(proxyFqdn)}, and enable it`,
    safety: 'review',
    edits: changedProvider(namesake, { proxyFqdn, enabled: true, ...suiting(catalog, namesake.entry, id) }, about),
  };
}

function enabling(
  spec: Spec,
  catalog: Catalog,
  { entry, identity }: { readonly entry: HostingEntry; readonly identity: string },
): Fix {
  return {
    title: say`Enable ${code(identity)}`,
    safety: 'review',
    edits: providerSet(spec, catalog, { entry, values: { enabled: true } }),
  };
}
