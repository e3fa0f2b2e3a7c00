import { refusal, render } from '../../cmdlets/command.ts';
import { argumentFor } from '../../cmdlets/resolved.ts';
import { isOnAllowList } from '../../deployment/partners.ts';
import { commandOn } from '../../edits/object-command.ts';
import { isUnreadable } from '../../spec/unreadable.ts';
import { hostKey } from '../../text/host.ts';
import { code, say } from '../../text/message.ts';
import { append } from '../../yaml/edit.ts';
import type { Rule } from '../rule.ts';

export const testOfUnlistedPartner: Rule = {
  id: 'test-of-unlisted-partner',
  summary: say`A federation test for a domain that is not on the allow list.`,
  severity: 'info',
  facts: [],

  *check(spec, { runbook, faults }) {
    if (isUnreadable(faults, ['domains', 'allowed'])) return;
    const told = new Set<string>();
    for (const command of runbook) {
      if (command.known?.name !== 'Test-CsFederatedPartner') continue;
      const { value, valueAt } = argumentFor(command, 'Domain') ?? {};
      // A variable is known to the shell alone.
      if (typeof value !== 'string' || value.startsWith('$') || valueAt === undefined) continue;
      const key = hostKey(value);
      if (isOnAllowList(spec, key) || told.has(key)) continue;
      told.add(key);
      // Left to itself the runbook would take the command after the test.
      const allowing = commandOn('New', ['domains', 'allowed'], { identity: value });
      yield {
        at: valueAt,
        message: say`${code(command.cmdlet)} works only for domains on the allow list, and ${code(value)} is not on it. Allow the domain first, if only for the test.`,
        fixes:
          refusal(allowing) === undefined
            ? [
                {
                  title: say`Put ${code(value)} on the allow list`,
                  safety: 'review',
                  edits: [
                    append(['domains', 'allowed'], value),
                    { edit: 'insert', path: ['cmdlets'], index: command.item, value: render(allowing) },
                  ],
                },
              ]
            : [],
      };
    }
  },
};
