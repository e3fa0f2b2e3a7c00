import { isProvisioned, openRequest } from '../../deployment/provisioning.ts';
import { run } from '../../edits/fix.ts';
import { commandOn } from '../../edits/object-command.ts';
import { keyRange } from '../../spec/model.ts';
import { code, say } from '../../text/message.ts';
import { set } from '../../yaml/edit.ts';
import type { Rule } from '../rule.ts';

export const tenantBeforeProvisioning: Rule = {
  id: 'tenant-before-provisioning',
  summary: say`A tenant that allows public IM before the servers have been provisioned for it.`,
  severity: 'warning',
  facts: [
    'sources.skype-provisioning-faq',
    'limits.provisioning-time',
    'limits.provisioning-time-2019',
    'limits.tenant-public-im-wait',
    'milestones.provisioning-site-closed',
  ],

  *check(spec, context) {
    const allowed = spec.tenant?.allowPublicUsers;
    const request = openRequest(spec, context);
    if (allowed?.value !== true || request === undefined || isProvisioned(spec, context)) return;
    const { value: wait } = context.catalog.limits['tenant-public-im-wait'];
    yield {
      at: allowed.at,
      message: say`The tenant allows public IM while the request for the servers is still open, and the provisioning of a domain that is shared fails then. Turn it off, wait ${wait} hours, have the servers provisioned, and turn it on again.`,
      related: [{ at: keyRange(request), message: say`This is the open request.` }],
      fixes: [
        {
          title: say`Set ${code('allowPublicUsers')} to ${code(false)} for now`,
          safety: 'review',
          edits: [set(allowed.path, false), run(commandOn('Set', allowed.path, { allowPublicUsers: false }))],
        },
      ],
    };
  },
};
