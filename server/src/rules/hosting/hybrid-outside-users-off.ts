import { hybridProvider } from '../../deployment/hosting-providers.ts';
import { commandOn } from '../../edits/object-command.ts';
import { runOnServer } from '../../edits/server-command.ts';
import { code, say } from '../../text/message.ts';
import { set } from '../../yaml/edit.ts';
import type { Rule } from '../rule.ts';

export const hybridOutsideUsersOff: Rule = {
  id: 'hybrid-outside-users-off',
  summary: say`A hybrid whose Edge admits no outside users.`,
  severity: 'warning',
  facts: ['needs.outside-users', 'hosting.lync-online'],

  *check(spec, { catalog }) {
    const off = spec.edge?.configuration?.allowOutsideUsers;
    const provider = hybridProvider(spec, catalog);
    if (off?.value !== false || provider?.identity === undefined) return;
    const { value: identity, at } = provider.identity;
    yield {
      at: off.at,
      message: say`${code(identity)} shares users with the servers, and the setup of a hybrid admits outside users at the Edge together with federation. Set ${code('allowOutsideUsers')} to ${code(true)}.`,
      related: [{ at, message: say`${code(identity)} shares the address space here.` }],
      fixes: [
        {
          title: say`Admit outside users`,
          safety: 'review',
          edits: [
            set(off.path, true),
            ...runOnServer(spec, catalog, commandOn('Set', off.path, { allowOutsideUsers: true })),
          ],
        },
      ],
    };
  },
};
