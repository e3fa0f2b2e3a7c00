import type { Catalog } from '../../catalog/catalog.generated.ts';
import { worldwide } from '../../catalog/hosting.ts';
import { hasManagementShell } from '../../catalog/products.ts';
import { cloudAt, hasHostedPartners, hasUsersOnServers, hostingInUse } from '../../deployment/hosting-providers.ts';
import { newestServer } from '../../deployment/version-gap.ts';
import type { Fix } from '../../edits/fix.ts';
import { nameFor, providerAdded, providerSet, suiting } from '../../edits/hosting-provider.ts';
import { each, type Spec } from '../../spec/model.ts';
import { isUnreadable } from '../../spec/unreadable.ts';
import { code, prose, say } from '../../text/message.ts';
import type { Rule } from '../rule.ts';

export const discoveryWithoutHostingProvider: Rule = {
  id: 'discovery-without-hosting-provider',
  summary: say`Partner discovery without a provider for the partners that the cloud hosts.`,
  severity: 'info',
  facts: ['hosting.lync-online'],
  misses: ['providers.hosting.*.proxyFqdn'],

  *check(spec, { catalog, faults }) {
    const { allowFederatedUsers, enablePartnerDiscovery: discovery } = spec.edge?.configuration ?? {};
    const hosting = spec.providers?.hosting;
    const server = newestServer(spec, catalog);
    if (discovery?.value !== true || allowFederatedUsers?.value === false || hosting === undefined) return;
    if (isUnreadable(faults, hosting.path) || (server && !hasManagementShell(catalog, server.product))) return;
    // Where a partner is known to be there, or the tenant shares users, the missing provider is more than a hint.
    if (hasHostedPartners(spec, catalog) || spec.tenant?.sharedSipAddressSpace?.value === true) return;
    if (hasUsersOnServers(spec) === false) return;
    if (hostingInUse(spec).some(({ proxyFqdn }) => cloudAt(catalog, proxyFqdn?.value))) return;
    const { name, proxyFqdns } = catalog.hosting[worldwide(catalog)];
    yield {
      at: discovery.at,
      message: say`Discovery does not reach partners that ${prose(name)} hosts without an enabled hosting provider with the proxy ${code(proxyFqdns[0])}, and ${code('providers.hosting')} has none. Add it, unless no such partner is wanted.`,
      fixes: [remedy(spec, catalog)],
    };
  },
};

/** A provider that is there and asleep is woken, with what its service asks for: until then nothing was wrong with it. */
function remedy(spec: Spec, catalog: Catalog): Fix {
  const entry = each(spec.providers?.hosting).find(({ proxyFqdn }) => cloudAt(catalog, proxyFqdn?.value));
  const id = cloudAt(catalog, entry?.proxyFqdn?.value) ?? worldwide(catalog);
  if (entry?.identity) {
    return {
      title: say`Enable ${code(entry.identity.value)}`,
      safety: 'review',
      edits: providerSet(spec, catalog, { entry, values: { enabled: true, ...suiting(catalog, entry, id) } }),
    };
  }
  return {
    title: say`Add the hosting provider ${code(nameFor(spec, catalog, id))}`,
    safety: 'review',
    edits: providerAdded(spec, catalog, { id, settings: catalog.hosting[id].settings }),
  };
}
