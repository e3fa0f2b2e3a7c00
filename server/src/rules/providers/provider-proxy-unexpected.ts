import { serviceMissed } from '../../deployment/hosting-providers.ts';
import { activeProviders } from '../../deployment/public-providers.ts';
import type { SpecEdit } from '../../edits/fix.ts';
import { changedProvider } from '../../edits/public-provider.ts';
import { each, type Leaf } from '../../spec/model.ts';
import { sameHost } from '../../text/host.ts';
import { code, type Message, prose, say } from '../../text/message.ts';
import type { Finding, Rule } from '../rule.ts';

export const providerProxyUnexpected: Rule = {
  id: 'provider-proxy-unexpected',
  summary: say`A provider that is named for a service and has another proxy than that has.`,
  severity: 'warning',
  facts: ['providers', 'hosting.exchange-online-um', 'hosting.skype-meeting-broadcast'],
  values: true,

  *check(spec, { catalog, asOf }) {
    for (const active of activeProviders(spec, { catalog, asOf })) {
      const { known, entry } = active;
      const stated = entry.proxyFqdn;
      if (!known?.proxyVerified || stated === undefined || sameHost(stated.value, known.proxyFqdn)) continue;
      const { proxyFqdn, name } = known;
      const message = say`${prose(name)} is reached through ${code(proxyFqdn)}, not through ${code(stated.value)}, so messages to its users are lost. Correct the proxy and create the provider anew.`;
      yield unexpected(stated, {
        message,
        proxyFqdn,
        edits: changedProvider(active, { proxyFqdn }, { spec, catalog }),
      });
    }
    for (const entry of each(spec.providers?.hosting)) {
      const id = serviceMissed(spec, catalog, entry);
      const { proxyFqdn: stated, identity } = entry;
      if (id === undefined || stated === undefined || identity === undefined) continue;
      const { name, proxyFqdns } = catalog.hosting[id];
      const [proxyFqdn] = proxyFqdns;
      const message = say`${code(identity.value)} is the provider of ${name}, which is reached through ${code(proxyFqdn)}, not through ${code(stated.value)}. Correct the proxy and create the provider anew.`;
      const edits = changedProvider({ entry, identity }, { proxyFqdn }, { spec, catalog });
      yield unexpected(stated, { message, proxyFqdn, edits });
    }
  },
};

interface Correction {
  readonly message: Message;
  readonly proxyFqdn: string;
  readonly edits: readonly SpecEdit[];
}

function unexpected({ at }: Leaf<string>, { message, proxyFqdn, edits }: Correction): Finding {
  return { at, message, fixes: [{ title: say`Change the proxy to ${code(proxyFqdn)}`, safety: 'review', edits }] };
}
