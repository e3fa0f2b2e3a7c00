import { providerByIdentity, serviceStatus } from '../../catalog/providers.ts';
import { run } from '../../edits/fix.ts';
import { commandOn } from '../../edits/object-command.ts';
import { each } from '../../spec/model.ts';
import { code, say } from '../../text/message.ts';
import { remove } from '../../yaml/edit.ts';
import type { Rule } from '../rule.ts';

export const providerLeftover: Rule = {
  id: 'provider-leftover',
  summary: say`A disabled public provider whose service has ended.`,
  severity: 'info',
  persona: 'auditor',
  facts: ['providers'],

  *check(spec, { catalog, asOf }) {
    for (const { enabled, identity, path } of each(spec.providers?.public)) {
      if (identity === undefined || enabled?.value !== false) continue;
      const id = providerByIdentity(catalog, identity.value);
      if (id === undefined || serviceStatus(catalog, catalog.providers[id], asOf) !== 'ended') continue;
      const name = identity.value;
      yield {
        at: identity.at,
        tag: 'unnecessary',
        message: say`The service behind ${code(name)} ended on ${catalog.providers[id].lastDay}, so this disabled entry will never be used again. Remove it.`,
        fixes: [
          {
            title: say`Remove ${code(name)}`,
            safety: 'review',
            edits: [remove(path), run(commandOn('Remove', path, { identity: name }))],
          },
        ],
      };
    }
  },
};
