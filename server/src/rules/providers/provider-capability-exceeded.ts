import type { PublicProvider } from '../../catalog/catalog.generated.ts';
import { activeProviders } from '../../deployment/public-providers.ts';
import { each, type Leaf } from '../../spec/model.ts';
import { code, listed, type Message, prose, say } from '../../text/message.ts';
import { remove } from '../../yaml/edit.ts';
import type { Finding, Rule } from '../rule.ts';

export const providerCapabilityExceeded: Rule = {
  id: 'provider-capability-exceeded',
  summary: say`Something that users want to exchange with a public provider, and that it cannot do.`,
  severity: 'error',
  facts: ['providers', 'sources.external-user-access'],

  *check(spec, context) {
    for (const { entry, known } of activeProviders(spec, context)) {
      if (known === undefined) continue;
      for (const wanted of each(entry.capabilities)) {
        const found = judged(known, wanted, context.asOf);
        const fix = { title: say`Do without ${code(wanted.value)}`, safety: 'review' } as const;
        if (found) yield { ...found, at: wanted.at, fixes: [{ ...fix, edits: [remove(wanted.path)] }] };
      }
    }
  },
};

function judged(
  { name, capabilities }: PublicProvider,
  { value }: Leaf<string>,
  asOf: string,
): Omit<Finding, 'at'> | undefined {
  const having = capabilities.find(({ id }) => id === value);
  if (having === undefined) {
    const able = listed(capabilities.map(({ id }) => code(id)));
    const message: Message = say`${prose(name)} cannot exchange ${code(value)}: between two people it knows ${able}. Take it out of what users are promised.`;
    return { message };
  }
  if (having.since === undefined || asOf >= having.since) return undefined;
  return {
    severity: 'warning',
    message: say`${prose(name)} is not documented to exchange ${code(value)} before ${having.since}. Test it before users are promised it.`,
  };
}
