import { each, keyOf, type Located, type Spec } from '../../spec/model.ts';
import type { ProvisioningRequest } from '../../spec/spec.generated.ts';
import { codes, say } from '../../text/message.ts';
import { set, type TreeEdit } from '../../yaml/edit.ts';
import type { Rule } from '../rule.ts';
import { isUnreadable } from '../unreadable.ts';

export const provisioningIncomplete: Rule = {
  id: 'provisioning-incomplete',
  summary: say`A provisioning request that lacks what the site asks for.`,
  severity: 'warning',
  facts: ['milestones.provisioning-site-closed'],

  *check(spec, { catalog, asOf, faults }) {
    const request = spec.provisioning;
    if (request === undefined || asOf >= catalog.milestones['provisioning-site-closed'].date) return;
    const missing = REQUIRED.filter((key) => !isGiven(request, key) && !isUnreadable(faults, [...request.path, key]));
    if (missing.length === 0) return;
    const edits = missing.flatMap((key) =>
      fromSpec(spec, key).map((names): TreeEdit => set([...request.path, key], names)),
    );
    yield {
      at: keyOf(request),
      message: say`The provisioning site takes no request without ${codes(missing)}. Add what is missing before it is sent.`,
      fixes:
        edits.length === 0 ? [] : [{ title: say`Fill in the names this spec uses elsewhere`, safety: 'review', edits }],
    };
  },
};

/** What the site asks for in each request. */
const REQUIRED = ['agreementNumber', 'accessEdgeFqdns', 'sipDomains'] as const;
type Required = (typeof REQUIRED)[number];

function isGiven(request: Located<ProvisioningRequest>, key: Required): boolean {
  const given = request[key];
  return given !== undefined && (!('items' in given) || given.items.length > 0);
}

/** What the spec says elsewhere, as a value for the key; an agreement number stands nowhere else. */
function fromSpec(spec: Spec, key: Required): readonly (readonly string[])[] {
  const names =
    key === 'accessEdgeFqdns'
      ? each(spec.edge?.pools).flatMap(({ accessEdgeFqdn }) => accessEdgeFqdn?.value ?? [])
      : key === 'sipDomains'
        ? each(spec.domains?.sip).flatMap(({ identity }) => identity?.value ?? [])
        : [];
  return names.length === 0 ? [] : [[...new Set(names)]];
}
