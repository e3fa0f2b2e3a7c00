import type { Fault } from '../../spec/faults.ts';
import { each, keyRange, type Located, type Spec } from '../../spec/model.ts';
import type { ProvisioningRequest } from '../../spec/spec.generated.ts';
import { isUnreadable } from '../../spec/unreadable.ts';
import { codes, say } from '../../text/message.ts';
import { placeholder } from '../../text/placeholder.ts';
import { set, type Value } from '../../yaml/edit.ts';
import type { Path } from '../../yaml/tree.ts';
import type { Rule } from '../rule.ts';

export const provisioningIncomplete: Rule = {
  id: 'provisioning-incomplete',
  summary: say`A provisioning request that lacks what the site asks for.`,
  severity: 'warning',
  facts: ['milestones.provisioning-site-closed'],

  *check(spec, { catalog, asOf, faults }) {
    const request = spec.provisioning;
    if (request === undefined || asOf >= catalog.milestones['provisioning-site-closed'].date) return;
    const missing = REQUIRED.filter((key) => !isGiven(request, key) && !isHeld(faults, [...request.path, key]));
    if (missing.length === 0) return;
    const values = missing.map((key) => fromSpec(spec, key) ?? ASKED[key]);
    const asks = missing.some((key) => fromSpec(spec, key) === undefined);
    yield {
      at: keyRange(request),
      message: say`The provisioning site takes no request without ${codes(missing)}. Add what is missing before it is sent.`,
      fixes: [
        {
          title: asks ? say`Fill in ${codes(missing)}` : say`Fill in the names this spec uses elsewhere`,
          safety: 'review',
          edits: missing.flatMap((key, i) => set([...request.path, key], values[i] ?? [])),
        },
      ],
    };
  },
};

/** What the site asks for in each request. */
const REQUIRED = ['agreementNumber', 'accessEdgeFqdns', 'sipDomains'] as const;
type Required = (typeof REQUIRED)[number];

/** What the administrator alone can say. */
const ASKED: Readonly<Record<Required, Value>> = {
  agreementNumber: placeholder('agreement number'),
  accessEdgeFqdns: [placeholder('name of the Access Edge')],
  sipDomains: [placeholder('SIP domain')],
};

/** Whether something stands there, or below, that cannot be read. */
function isHeld(faults: readonly Fault[], path: Path): boolean {
  const isBelow = (other: Path) => path.every((step, i) => other[i] === step);
  return isUnreadable(faults, path) || faults.some((fault) => fault.kind === 'unknown-value' && isBelow(fault.path));
}

function isGiven(request: Located<ProvisioningRequest>, key: Required): boolean {
  const given = request[key];
  return given !== undefined && (!('items' in given) || given.items.length > 0);
}

/** What the spec says elsewhere, as a value for the key; an agreement number stands nowhere else. */
function fromSpec(spec: Spec, key: Required): readonly string[] | undefined {
  const names =
    key === 'accessEdgeFqdns'
      ? each(spec.edge?.pools).flatMap(({ accessEdgeFqdn }) => accessEdgeFqdn?.value ?? [])
      : key === 'sipDomains'
        ? each(spec.domains?.sip).flatMap(({ identity }) => identity?.value ?? [])
        : [];
  return names.length === 0 ? undefined : [...new Set(names)];
}
