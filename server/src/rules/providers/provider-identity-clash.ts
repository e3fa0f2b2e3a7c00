import { nouns } from '../../catalog/nouns.ts';
import type { Grounds } from '../../deployment/grounds.ts';
import { serviceMissed } from '../../deployment/hosting-providers.ts';
import {
  bothEnded,
  isOutgrown,
  isSuperseded,
  type NamedProvider,
  namedProviders,
} from '../../deployment/named-providers.ts';
import { type Fix, run } from '../../edits/fix.ts';
import { commandOn } from '../../edits/object-command.ts';
import type { Spec } from '../../spec/model.ts';
import { hostKey } from '../../text/host.ts';
import { code, type Message, say } from '../../text/message.ts';
import { placeholder } from '../../text/placeholder.ts';
import { remove, set } from '../../yaml/edit.ts';
import type { Finding, Rule } from '../rule.ts';

export const providerIdentityClash: Rule = {
  id: 'provider-identity-clash',
  summary: say`Two providers, public or hosting, with one identity or one proxy.`,
  severity: 'error',
  facts: ['providers', 'sources.new-public-provider', 'sources.new-hosting-provider'],

  *check(spec, { catalog, asOf }) {
    const byIdentity = new Map<string, NamedProvider>();
    const byProxy = new Map<string, NamedProvider>();
    for (const second of namedProviders(spec, catalog)) {
      const name = second.identity.value.trim().toLowerCase();
      const proxy = second.proxyFqdn && hostKey(second.proxyFqdn);
      const namesake = byIdentity.get(name);
      const neighbour = proxy === undefined ? undefined : byProxy.get(proxy);
      const day = { catalog, asOf };
      if (namesake) yield sameIdentity(namesake, second);
      // What is written twice in one list goes away as a whole, its proxy with it.
      if (namesake?.noun === second.noun) continue;
      if (neighbour && !bothEnded([neighbour, second], day) && !areApart([neighbour, second], { ...day, spec }))
        yield sameProxy(neighbour, second, { ...day, spec });
      if (!namesake) byIdentity.set(name, second);
      if (proxy !== undefined && !neighbour) byProxy.set(proxy, second);
    }
  },
};

/** Whether one of them has the name of a service with a proxy of its own, which a rule of its own tells. */
function areApart(pair: readonly NamedProvider[], { spec, catalog }: Grounds & { readonly spec: Spec }): boolean {
  const hosting = pair.filter(({ noun }) => noun === nouns.hostingProvider);
  return hosting.some(({ entry }) => serviceMissed(spec, catalog, entry) !== undefined);
}

function sameIdentity(first: NamedProvider, second: NamedProvider): Finding {
  return {
    at: second.identity.at,
    message: say`${code(second.identity.value)} names two providers, and an identity is unique among public and hosting providers. Rename or remove one of them.`,
    related: [{ at: first.identity.at, message: stands(first) }],
    // Across the lists each may be meant; the server took the name once, so that nothing of it is to be removed there.
    fixes: [
      ...(first.noun === second.noun ? [] : [renaming(second)]),
      {
        title: say`Remove the second ${code(second.identity.value)}`,
        safety: 'review',
        edits: [remove(second.entry.path)],
      },
    ],
  };
}

function sameProxy(first: NamedProvider, second: NamedProvider, grounds: Grounds & { readonly spec: Spec }): Finding {
  const superseded = [first, second].find((one) => {
    const other = one === first ? second : first;
    return isSuperseded(one, other, grounds) || isOutgrown(one, other, grounds.spec);
  });
  const doomed = superseded ?? second;
  const pair = say`${code(first.identity.value)} and ${code(second.identity.value)} share the proxy ${code(second.proxyFqdn ?? '')}, and the server takes one provider per proxy, enabled or not.`;
  return {
    at: second.entry.proxyFqdn?.at ?? second.identity.at,
    message: superseded
      ? say`${pair} Remove ${code(doomed.identity.value)}, which the other has replaced.`
      : say`${pair} Remove one of them.`,
    related: [{ at: first.entry.proxyFqdn?.at ?? first.identity.at, message: stands(first) }],
    fixes: [removal(doomed)],
  };
}

function renaming({ identity }: NamedProvider): Fix {
  return {
    title: say`Give the second ${code(identity.value)} another name`,
    safety: 'review',
    edits: [set(identity.path, placeholder('another name of the provider'))],
  };
}

function removal({ entry, identity }: NamedProvider): Fix {
  return {
    title: say`Remove ${code(identity.value)}`,
    safety: 'review',
    edits: [remove(entry.path), run(commandOn('Remove', entry.path, { identity: identity.value }))],
  };
}

function stands({ identity }: NamedProvider): Message {
  return say`${code(identity.value)} comes first.`;
}
