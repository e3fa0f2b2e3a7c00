import type { Catalog, HostingId } from '../../catalog/catalog.generated.ts';
import { isFederationOff } from '../../deployment/federation.ts';
import { servicesInUse } from '../../deployment/hosted-services.ts';
import {
  cloudAt,
  hostedPartners,
  hostingInUse,
  serviceFor,
  serviceMissed,
  tenantCloud,
} from '../../deployment/hosting-providers.ts';
import { isOnAllowList } from '../../deployment/partners.ts';
import { isTenantAlone } from '../../deployment/tenant.ts';
import { shellServer } from '../../deployment/version-gap.ts';
import type { SpecEdit } from '../../edits/fix.ts';
import { providerAdded, providerSet } from '../../edits/hosting-provider.ts';
import { commandOn } from '../../edits/object-command.ts';
import { runOnServer } from '../../edits/server-command.ts';
import { each, type Spec } from '../../spec/model.ts';
import { hostKey, sameHost } from '../../text/host.ts';
import { codes, type Message, prose, say } from '../../text/message.ts';
import { append } from '../../yaml/edit.ts';
import type { Rule } from '../rule.ts';

export const hostedServiceIncomplete: Rule = {
  id: 'hosted-service-incomplete',
  summary: say`A cloud service in use without the allowed domains or the hosting provider it needs.`,
  severity: 'warning',
  facts: ['hosting.push', 'hosting.skype-meeting-broadcast', 'clients'],
  misses: ['domains.allowed', 'providers.hosting.*.proxyFqdn', 'providers.hosting.*.enabled'],

  *check(spec, context) {
    const { catalog } = context;
    if (isFederationOff(spec, context) || isTenantAlone(spec) || (spec.server?.product && !shellServer(spec, catalog)))
      return;
    const services = servicesInUse(spec, context);
    if (services.length === 0) return;
    for (const { id, at } of services) {
      const { name, allowedDomains = [], proxyFqdns } = catalog.hosting[id];
      const missing = allowedDomains.filter((domain) => !isOnAllowList(spec, hostKey(domain)));
      const lacksProvider = !isReached(spec, catalog, id);
      if (missing.length === 0 && !lacksProvider) continue;
      yield {
        at,
        subjects: [id],
        message: serviceLacks(name, { missing, proxyFqdn: lacksProvider ? proxyFqdns[0] : undefined }),
        fixes: [
          {
            title: say`Add what is missing`,
            safety: 'review',
            edits: [
              ...missing.flatMap((domain) => allowing(spec, catalog, domain)),
              ...(lacksProvider ? reaching(spec, catalog, id) : []),
            ],
          },
        ],
      };
    }
  },
};

/** Whether a provider leads to the service, or its lack is told already: partners and hybrid need that of a cloud too. */
function isReached(spec: Spec, catalog: Catalog, id: HostingId): boolean {
  const [proxy] = catalog.hosting[id].proxyFqdns;
  const inUse = hostingInUse(spec);
  if (inUse.some(({ proxyFqdn }) => sameHost(proxyFqdn?.value ?? '', proxy))) return true;
  if (inUse.some((entry) => serviceMissed(spec, catalog, entry) === id)) return true;
  const cloud = cloudAt(catalog, proxy);
  if (cloud === undefined) return false;
  const isShared = spec.tenant?.sharedSipAddressSpace?.value === true && tenantCloud(spec, catalog) === cloud;
  return isShared || hostedPartners(spec, catalog).some((partner) => serviceFor(catalog, partner) === cloud);
}

function reaching(spec: Spec, catalog: Catalog, id: HostingId): readonly SpecEdit[] {
  const { proxyFqdns, settings } = catalog.hosting[id];
  const entry = each(spec.providers?.hosting).find(({ proxyFqdn }) => sameHost(proxyFqdn?.value ?? '', proxyFqdns[0]));
  return entry
    ? providerSet(spec, catalog, { entry, values: { enabled: true } })
    : providerAdded(spec, catalog, { id, settings });
}

interface Lack {
  readonly missing: readonly string[];
  readonly proxyFqdn: string | undefined;
}

function serviceLacks(name: string, { missing, proxyFqdn }: Lack): Message {
  const provider = codes(proxyFqdn === undefined ? [] : [proxyFqdn]);
  if (proxyFqdn === undefined) {
    return say`The allow list lacks ${codes(missing)}, which ${prose(name)} needs. Add what is missing.`;
  }
  if (missing.length === 0) {
    return say`No enabled hosting provider has the proxy ${provider}, which ${prose(name)} needs. Enable one, or add it.`;
  }
  return say`The allow list lacks ${codes(missing)}, and no enabled hosting provider has the proxy ${provider}; ${prose(name)} needs both. Add what is missing.`;
}

function allowing(spec: Spec, catalog: Catalog, domain: string): readonly SpecEdit[] {
  const command = commandOn('New', ['domains', 'allowed'], { identity: domain });
  return [append(['domains', 'allowed'], domain), ...runOnServer(spec, catalog, command)];
}
