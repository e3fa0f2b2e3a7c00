import type { Catalog, Product } from '../../catalog/catalog.generated.ts';
import { hostingByProxy, isExemptSrvTarget } from '../../catalog/hosting.ts';
import { isReachedByPin, serviceFor } from '../../deployment/hosting-providers.ts';
import { namedProviders } from '../../deployment/named-providers.ts';
import { allowedOneByOne, hostedBy } from '../../deployment/partners.ts';
import { edgeServer } from '../../deployment/version-gap.ts';
import { unpinned } from '../../edits/partner.ts';
import type { Spec } from '../../spec/model.ts';
import { sameHost } from '../../text/host.ts';
import { code, prose, say } from '../../text/message.ts';
import type { Rule } from '../rule.ts';

export const hostedPartnerPinned: Rule = {
  id: 'hosted-partner-pinned',
  summary: say`A partner in the cloud with a pinned server.`,
  severity: 'error',
  facts: ['hosting.lync-online', 'hosting.push', 'sources.edge-start-validation'],
  values: true,

  *check(spec, { catalog }) {
    if (isReachedByPin(spec, catalog)) return;
    const providers = namedProviders(spec, catalog);
    const stops = roleCheck(spec, catalog);
    for (const entry of allowedOneByOne(spec)) {
      const { domain, proxyFqdn } = entry;
      if (proxyFqdn === undefined) continue;
      const hosted = hostedBy(catalog, entry);
      const fixes = () => [unpinned(entry, spec, catalog)];
      const [of, proxy] = [code(domain.value), code(proxyFqdn.value)];
      const provider = providers.find((one) => one.proxyFqdn && sameHost(one.proxyFqdn, proxyFqdn.value));
      if (provider && stops) {
        yield {
          at: proxyFqdn.at,
          message: say`${proxy} is the pinned server of ${of} and the proxy of the provider ${code(provider.identity.value)} as well. With two roles for one server, be the provider enabled or not, the Access Edge does not start (event ${stops.event}): remove the pin.`,
          related: [{ at: provider.identity.at, message: say`This provider leads there.` }],
          fixes: fixes(),
        };
      } else if (isExemptSrvTarget(catalog, proxyFqdn.value)) {
        const known = hostingByProxy(catalog, proxyFqdn.value).map((id) => catalog.hosting[id]);
        yield {
          at: proxyFqdn.at,
          severity: 'warning',
          message: say`${proxy} is the proxy of a cloud service, which takes messages for ${of} through a hosting provider such as ${code(known[0]?.identity ?? '')}, not from a pinned partner. Remove the pin and use the provider.`,
          related: provider ? [{ at: provider.identity.at, message: say`This provider leads there.` }] : [],
          fixes: fixes(),
        };
      } else if (hosted) {
        yield {
          at: proxyFqdn.at,
          message: say`${of} is hosted in ${prose(catalog.hosting[serviceFor(catalog, entry)].name)}, but the pin sends its messages to ${proxy}, where its users no longer are. Remove the pin.`,
          related: [{ at: hosted.at, message: say`This says that ${of} is hosted.` }],
          fixes: fixes(),
        };
      }
    }
  },
};

/** What the Access Edge says of two roles when it starts; nothing before the update that brought the check. */
function roleCheck(spec: Spec, catalog: Catalog): Product['oneRolePerServer'] {
  const { product, installedUpdate = 0 } = edgeServer(spec) ?? {};
  const check = product && catalog.products[product].oneRolePerServer;
  return check && installedUpdate >= check.fromUpdate ? check : undefined;
}
