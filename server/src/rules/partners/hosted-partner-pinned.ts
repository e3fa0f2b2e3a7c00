import { hostingByProxy, isExemptSrvTarget } from '../../catalog/hosting.ts';
import { hasManagementShell } from '../../catalog/products.ts';
import { allowedPartners, hostedBy } from '../../deployment/partners.ts';
import { unpinned } from '../../edits/partner.ts';
import { sameHost } from '../../text/host.ts';
import { code, prose, say } from '../../text/message.ts';
import type { Rule } from '../rule.ts';

export const hostedPartnerPinned: Rule = {
  id: 'hosted-partner-pinned',
  summary: say`A partner in the cloud with a pinned server.`,
  severity: 'error',
  facts: ['hosting.lync-online', 'hosting.push'],

  *check(spec, { catalog }) {
    const product = spec.server?.product?.value;
    // Without provider objects, pinning is how a server reaches the cloud.
    if (product !== undefined && !hasManagementShell(catalog, product)) return;
    for (const entry of allowedPartners(spec)) {
      const { domain, partner, proxyFqdn } = entry;
      if (proxyFqdn === undefined) continue;
      const hosted = hostedBy(catalog, partner);
      const fixes = [unpinned(entry, spec, catalog)];
      const [of, proxy] = [code(domain.value), code(proxyFqdn.value)];
      if (isExemptSrvTarget(catalog, proxyFqdn.value)) {
        const known = hostingByProxy(catalog, proxyFqdn.value).map((id) => catalog.hosting[id]);
        const provider = spec.providers?.hosting?.items.find(
          (one) => one.proxyFqdn && sameHost(one.proxyFqdn.value, proxyFqdn.value),
        );
        yield {
          at: proxyFqdn.at,
          severity: 'warning',
          message: say`${proxy} is the proxy of a cloud service, which takes messages for ${of} through a hosting provider such as ${code(known[0]?.identity ?? '')}, not from a pinned partner. Remove the pin and use the provider.`,
          related: provider?.proxyFqdn ? [{ at: provider.proxyFqdn.at, message: say`This provider leads there.` }] : [],
          fixes,
        };
      } else if (hosted) {
        yield {
          at: proxyFqdn.at,
          message: say`${of} is hosted in ${prose(catalog.hosting['lync-online'].name)}, but the pin sends its messages to ${proxy}, where its users no longer are. Remove the pin.`,
          related: [{ at: hosted.at, message: say`This says that ${of} is hosted.` }],
          fixes,
        };
      }
    }
  },
};
