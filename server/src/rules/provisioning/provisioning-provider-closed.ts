import type { PublicProvider } from '../../catalog/catalog.generated.ts';
import { providerByIdentity } from '../../catalog/providers.ts';
import { openRequest } from '../../deployment/provisioning.ts';
import { each } from '../../spec/model.ts';
import { code, type Message, say } from '../../text/message.ts';
import { remove } from '../../yaml/edit.ts';
import type { Rule } from '../rule.ts';

export const provisioningProviderClosed: Rule = {
  id: 'provisioning-provider-closed',
  summary: say`A provisioning request for a provider that takes no new domains.`,
  severity: 'error',
  facts: ['providers', 'milestones.provisioning-site-closed'],

  *check(spec, context) {
    const { catalog, asOf } = context;
    const request = openRequest(spec, context);
    const day = request?.submitted?.value ?? asOf;
    for (const identity of each(request?.providers)) {
      const id = providerByIdentity(catalog, identity.value);
      const reason = id && closedOn(catalog.providers[id], day);
      if (reason === undefined) continue;
      yield {
        at: identity.at,
        message: say`${code(identity.value)} ${reason}, so it cannot be asked for. Remove it from the request.`,
        fixes: [
          {
            title: say`Remove ${code(identity.value)} from the request`,
            safety: 'review',
            edits: [remove(identity.path)],
          },
        ],
      };
    }
  },
};

function closedOn({ lastDay, closedToNewDomains }: PublicProvider, day: string): Message | undefined {
  if (day > lastDay) return say`ended on ${lastDay}`;
  if (closedToNewDomains === undefined || day < closedToNewDomains) return undefined;
  return say`serves existing customers only and takes no new domains`;
}
