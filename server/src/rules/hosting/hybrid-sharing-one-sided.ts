import type { Catalog } from '../../catalog/catalog.generated.ts';
import {
  cloudAt,
  type HostingEntry,
  hasUsersOnServers,
  hybridProvider,
  tenantCloud,
} from '../../deployment/hosting-providers.ts';
import { serverWithoutShell } from '../../deployment/shellless.ts';
import { run } from '../../edits/fix.ts';
import { nameFor, providerAdded, providerSet } from '../../edits/hosting-provider.ts';
import { commandOn } from '../../edits/object-command.ts';
import { each, keyRange, type Spec } from '../../spec/model.ts';
import { isUnreadable } from '../../spec/unreadable.ts';
import { code, codes, prose, say } from '../../text/message.ts';
import { set } from '../../yaml/edit.ts';
import type { Finding, Rule } from '../rule.ts';

export const hybridSharingOneSided: Rule = {
  id: 'hybrid-sharing-one-sided',
  summary: say`Servers and tenant that do not both share the SIP address space.`,
  severity: 'error',
  facts: ['hosting.lync-online', 'hosting.gcc-high', 'hosting.dod', 'hosting.21vianet', 'products'],
  misses: [
    'domains.sip',
    'tenant.sharedSipAddressSpace',
    'providers.hosting.*.proxyFqdn',
    'providers.hosting.*.enabled',
  ],

  *check(spec, { catalog, faults }) {
    const { tenant } = spec;
    const shared = tenant?.sharedSipAddressSpace;
    const provider = hybridProvider(spec, catalog);
    if (tenant === undefined) return;
    if (shared?.value === true) {
      if (provider === undefined && !isUnreadable(faults, ['providers', 'hosting'])) yield* notOnServers(spec, catalog);
      return;
    }
    // The steps that end a hybrid: the tenant stops sharing, then the provider goes.
    if (shared && hasUsersOnServers(spec) === false) return;
    const path = [...tenant.path, 'sharedSipAddressSpace'];
    if (provider?.identity === undefined || (shared === undefined && isUnreadable(faults, path))) return;
    const { value: identity, at } = provider.identity;
    const found = {
      related: [{ at, message: say`${code(identity)} shares the address space on the servers' side.` }],
      fixes: [
        {
          title: say`Share the address space in the tenant`,
          safety: 'review',
          edits: [set(path, true), run(commandOn('Set', path, { sharedSipAddressSpace: true }))],
        },
      ],
    } as const;
    yield shared
      ? {
          ...found,
          at: shared.at,
          message: say`The servers share their SIP domains through ${code(identity)}, but the tenant does not, so users on the two sides do not reach each other. Set ${code('sharedSipAddressSpace')} to ${code(true)}.`,
        }
      : {
          ...found,
          at: keyRange(tenant),
          severity: 'warning',
          message: say`The servers share their SIP domains through ${code(identity)}, and a tenant where nobody set ${code('sharedSipAddressSpace')} does not. State it.`,
        };
  },
};

/** The tenant shares, and no enabled provider does. */
function* notOnServers(spec: Spec, catalog: Catalog): Iterable<Finding> {
  const shared = spec.tenant?.sharedSipAddressSpace;
  const id = tenantCloud(spec, catalog);
  const settings = catalog.hosting[id].hybridSettings;
  if (shared === undefined || settings === undefined) return;
  const { name, proxyFqdns } = catalog.hosting[id];
  const entry = each(spec.providers?.hosting).find(({ proxyFqdn }) => cloudAt(catalog, proxyFqdn?.value) === id);
  const old = serverWithoutShell(spec, catalog);
  if (entry === undefined && old !== undefined) {
    const { name: product } = catalog.products[old.product];
    yield {
      at: shared.at,
      message: say`The tenant shares the SIP domains with the servers, but ${prose(product)} knows no hosting provider, so users on the two sides do not reach each other. Upgrade the servers, or set ${code('sharedSipAddressSpace')} to ${code(false)}.`,
      fixes: [{ title: say`Share nothing in the tenant`, safety: 'review', edits: [set(shared.path, false)] }],
    };
    return;
  }
  if (entry === undefined) {
    yield {
      at: shared.at,
      message: say`The tenant shares the SIP domains with the servers, but these have no hosting provider for ${prose(name)}, so users on the two sides do not reach each other. Add one with the proxy ${code(proxyFqdns[0])}.`,
      fixes: [
        {
          title: say`Add the hosting provider ${code(nameFor(spec, catalog, id))}`,
          safety: 'review',
          edits: providerAdded(spec, catalog, { id, settings }),
        },
      ],
    };
    return;
  }
  if (entry.identity === undefined) return;
  const identity = entry.identity.value;
  const wanted = ['enabled', 'enabledSharedAddressSpace', 'hostsOCSUsers'] as const;
  const missing = wanted.filter((key) => entry[key]?.value !== true);
  yield {
    at: placeIn(entry) ?? entry.identity.at,
    message: say`The tenant shares the SIP domains with the servers, but ${code(identity)} does not without ${codes(missing.map((key) => `${key}: true`))}, so users on the two sides do not reach each other. Set what is missing.`,
    related: [{ at: shared.at, message: say`The tenant shares the address space here.` }],
    fixes: [
      {
        title: say`Let ${code(identity)} share the address space`,
        safety: 'review',
        edits: providerSet(spec, catalog, { entry, values: Object.fromEntries(missing.map((key) => [key, true])) }),
      },
    ],
  };
}

/** The first setting that keeps a provider from sharing. */
function placeIn({ enabled, enabledSharedAddressSpace, hostsOCSUsers }: HostingEntry) {
  return [enabled, enabledSharedAddressSpace, hostsOCSUsers].find((setting) => setting?.value === false)?.at;
}
