import { activeProviders } from '../../deployment/public-providers.ts';
import { changedProvider } from '../../edits/public-provider.ts';
import { sameHost } from '../../text/host.ts';
import { code, prose, say } from '../../text/message.ts';
import type { Rule } from '../rule.ts';

export const providerProxyUnexpected: Rule = {
  id: 'provider-proxy-unexpected',
  summary: say`A public provider with another proxy than its service has.`,
  severity: 'warning',
  facts: ['providers'],

  *check(spec, { catalog, asOf }) {
    for (const active of activeProviders(spec, { catalog, asOf })) {
      const { known, entry } = active;
      const stated = entry.proxyFqdn;
      if (!known?.proxyVerified || stated === undefined || sameHost(stated.value, known.proxyFqdn)) continue;
      const { proxyFqdn, name } = known;
      yield {
        at: stated.at,
        message: say`${prose(name)} is reached through ${code(proxyFqdn)}, not through ${code(stated.value)}, so messages to its users are lost. Correct the proxy and create the provider anew.`,
        fixes: [
          {
            title: say`Change the proxy to ${code(proxyFqdn)}`,
            safety: 'review',
            edits: changedProvider(active, { proxyFqdn }, { spec, catalog }),
          },
        ],
      };
    }
  },
};
