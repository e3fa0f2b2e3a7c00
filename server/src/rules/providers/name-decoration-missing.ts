import type { Catalog, NameDecoration } from '../../catalog/catalog.generated.ts';
import { nouns } from '../../catalog/nouns.ts';
import { serviceStatus } from '../../catalog/providers.ts';
import { type ActiveProvider, activeProviders, type PublicProviderEntry } from '../../deployment/public-providers.ts';
import { parametersNamed, type ServerVersion, shellServer, versionGap, writers } from '../../deployment/version-gap.ts';
import { recreated } from '../../edits/public-provider.ts';
import { each, keyRange, type Spec } from '../../spec/model.ts';
import { sameHost } from '../../text/host.ts';
import { code, codes, type Message, say } from '../../text/message.ts';
import { append, set } from '../../yaml/edit.ts';
import type { Finding, Rule } from '../rule.ts';

export const nameDecorationMissing: Rule = {
  id: 'name-decoration-missing',
  summary: say`A public provider without the name decoration that its accounts on other domains need.`,
  severity: 'warning',
  facts: ['providers', 'products'],
  misses: ['providers.public.*.nameDecorationRoutingDomain', 'providers.public.*.nameDecorationExcludedDomainList'],

  *check(spec, { catalog, asOf }) {
    const server = decoratingServer(spec, catalog);
    if (server === undefined) return;
    for (const active of activeProviders(spec, { catalog, asOf })) {
      const { entry, identity, known } = active;
      if (known?.nameDecoration === undefined || serviceStatus(catalog, known, asOf) !== 'available') continue;
      yield* shortLists(active, { decoration: known.nameDecoration, catalog, server });
      const missing = missingKeys(entry, known.nameDecoration);
      const keys = Object.keys(missing);
      if (keys.length === 0) continue;
      const added = Object.entries(missing).map(([key, value]) => set([...entry.path, key], value));
      yield {
        at: identity.at,
        message: say`${code(identity.value)} lacks ${codes(keys)}. ${effect(known.nameDecoration, missing)} Add what is missing and create the provider anew.`,
        fixes: [
          {
            title: say`Add ${codes(keys)}`,
            safety: 'review',
            edits: [...added, ...recreated(active, missing, { catalog, server })],
          },
        ],
      };
    }
  },
};

/** A list of undecorated domains that lacks some of the provider's own. */
function* shortLists(
  active: ActiveProvider,
  { decoration, ...about }: { decoration: NameDecoration; catalog: Catalog; server: ServerVersion },
): Iterable<Finding> {
  const list = active.entry.nameDecorationExcludedDomainList;
  const stated = each(list).map(({ value }) => value);
  const lacking = decoration.excludedDomains.filter((domain) => !stated.some((one) => sameHost(one, domain)));
  if (list === undefined || lacking.length === 0) return;
  const full = [...stated, ...lacking];
  yield {
    at: keyRange(list),
    severity: 'info',
    message: say`Accounts on ${codes(lacking)} are decorated as well, although they need no decoration. Complete the list and create the provider anew.`,
    fixes: [
      {
        title: say`Add ${codes(lacking)}`,
        safety: 'review',
        edits: [
          ...lacking.map((domain) => append(list.path, domain)),
          ...recreated(active, { nameDecorationExcludedDomainList: full }, about),
        ],
      },
    ],
  };
}

/** The server of the spec if it can decorate names; where that takes an update, the spec must state it. */
function decoratingServer(spec: Spec, catalog: Catalog): ServerVersion | undefined {
  const stated = shellServer(spec, catalog);
  if (stated === undefined) return undefined;
  const server = { ...stated, installedUpdate: stated.installedUpdate ?? 0 };
  const parameters = parametersNamed(writers(nouns.publicProvider), 'NameDecorationRoutingDomain');
  return versionGap(catalog, parameters, server) ? undefined : server;
}

type Missing = Readonly<Record<string, string | readonly string[]>>;

function missingKeys(entry: PublicProviderEntry, { routingDomain, excludedDomains }: NameDecoration): Missing {
  return {
    ...(entry.nameDecorationRoutingDomain ? {} : { nameDecorationRoutingDomain: routingDomain }),
    ...(entry.nameDecorationExcludedDomainList ? {} : { nameDecorationExcludedDomainList: excludedDomains }),
  };
}

function effect({ routingDomain, excludedDomains }: NameDecoration, missing: Missing): Message {
  return 'nameDecorationRoutingDomain' in missing
    ? say`To reach an account on another domain, people have to type ${code(`user(contoso.com)@${routingDomain}`)} by hand.`
    : say`Accounts on ${codes(excludedDomains)} are decorated as well, although they need no decoration.`;
}
