import { run } from '../../edits/fix.ts';
import { code, say } from '../../text/message.ts';
import { set } from '../../yaml/edit.ts';
import type { Rule } from '../rule.ts';

export const tenantConsumersInboundOnly: Rule = {
  id: 'tenant-consumers-inbound-only',
  summary: say`Consumers may start a conversation, while nobody may talk to consumers.`,
  severity: 'warning',
  facts: ['sources.set-tenant-federation-configuration'],
  values: true,

  *check({ tenant }) {
    const { allowTeamsConsumer: both, allowTeamsConsumerInbound: inbound } = tenant ?? {};
    if (both?.value !== false || inbound?.value !== true) return;
    yield {
      at: inbound.at,
      tag: 'unnecessary',
      message: say`${code('allowTeamsConsumerInbound')} has no effect while ${code('allowTeamsConsumer')} is ${code(false)}: who may not be talked to cannot start either. Set both alike.`,
      related: [{ at: both.at, message: say`This shuts them out.` }],
      fixes: [
        {
          title: say`Turn both off`,
          safety: 'review',
          edits: [set(inbound.path, false), change({ AllowTeamsConsumerInbound: false })],
        },
        {
          title: say`Turn both on`,
          safety: 'review',
          edits: [set(both.path, true), change({ AllowTeamsConsumer: true })],
        },
      ],
    };
  },
};

function change(parameters: Readonly<Record<string, boolean>>) {
  return run({ cmdlet: 'Set-CsTenantFederationConfiguration', parameters });
}
