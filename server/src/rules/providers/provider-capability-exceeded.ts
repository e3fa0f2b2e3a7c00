import type { ProductId, PublicProvider } from '../../catalog/catalog.generated.ts';
import { atLeast } from '../../catalog/products.ts';
import type { Grounds } from '../../deployment/grounds.ts';
import { activeProviders } from '../../deployment/public-providers.ts';
import { edgeServer, frontServer } from '../../deployment/version-gap.ts';
import { each, type Leaf } from '../../spec/model.ts';
import { code, listed, type Message, prose, say } from '../../text/message.ts';
import { remove } from '../../yaml/edit.ts';
import type { Finding, Rule } from '../rule.ts';

export const providerCapabilityExceeded: Rule = {
  id: 'provider-capability-exceeded',
  summary: say`Something that users want to exchange with a public provider, and that it cannot do.`,
  severity: 'error',
  facts: ['providers', 'products', 'sources.external-user-access'],

  *check(spec, context) {
    // A call takes part in both: the server of the user, and the Edge.
    const servers = [frontServer(spec), edgeServer(spec)].flatMap((one) => one?.product ?? []);
    for (const { entry, known } of activeProviders(spec, context)) {
      if (known === undefined) continue;
      for (const wanted of each(entry.capabilities)) {
        const found = judged(known, wanted, context, servers);
        const fix = { title: say`Do without ${code(wanted.value)}`, safety: 'review' } as const;
        if (found) yield { ...found, at: wanted.at, fixes: [{ ...fix, edits: [remove(wanted.path)] }] };
      }
    }
  },
};

function judged(
  { name, capabilities }: PublicProvider,
  { value }: Leaf<string>,
  { catalog, asOf }: Grounds,
  servers: readonly ProductId[],
): Omit<Finding, 'at'> | undefined {
  const having = capabilities.find(({ id }) => id === value);
  if (having === undefined) {
    const able = listed(capabilities.map(({ id }) => code(id)));
    const message: Message = say`${prose(name)} cannot exchange ${code(value)}: between two people it knows ${able}. Take it out of what users are promised.`;
    return { message };
  }
  const { since, sinceProduct } = having;
  const old = sinceProduct && servers.find((product) => !atLeast(catalog, product, sinceProduct));
  if (old) {
    const [ours, first] = [catalog.products[old], catalog.products[sinceProduct]];
    return {
      message: say`${prose(ours.name)} exchanges no ${code(value)} with ${prose(name)}: users have that from ${prose(first.name)} on. Take it out of what they are promised.`,
    };
  }
  if (since === undefined || asOf >= since) return undefined;
  return {
    severity: 'warning',
    message: say`${prose(name)} is not documented to exchange ${code(value)} before ${since}. Test it before users are promised it.`,
  };
}
