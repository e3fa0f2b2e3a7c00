import { partnerDomains, reachedByFederation } from '../../deployment/partners.ts';
import { isTenantAlone } from '../../deployment/tenant.ts';
import { type Fix, run } from '../../edits/fix.ts';
import { commandOn } from '../../edits/object-command.ts';
import { runOnServer } from '../../edits/server-command.ts';
import { keyRange, type Spec } from '../../spec/model.ts';
import { isUnreadable } from '../../spec/unreadable.ts';
import { code, say } from '../../text/message.ts';
import { set } from '../../yaml/edit.ts';
import type { Finding, Rule } from '../rule.ts';

export const federationDisabled: Rule = {
  id: 'federation-disabled',
  summary: say`Partners or providers although federation is off.`,
  severity: 'error',
  facts: ['providers'],

  *check(spec, context) {
    if (isTenantAlone(spec)) {
      yield* offInTenant(spec);
      return;
    }
    const configuration = spec.edge?.configuration;
    const stated = configuration?.allowFederatedUsers;
    if (configuration === undefined || stated?.value === true) return;
    const [first, ...others] = reachedByFederation(spec, context);
    if (first === undefined) return;
    const path = [...configuration.path, 'allowFederatedUsers'];
    const command = commandOn('Set', path, { allowFederatedUsers: true });
    const fix: Fix = {
      title: say`Turn federation on`,
      safety: 'review',
      edits: [set(path, true), ...runOnServer(spec, context.catalog, command)],
    };
    const who = others.length === 0 ? code(first.value) : say`${code(first.value)} and ${others.length} more`;
    const found = {
      related: [{ at: first.at, message: say`${code(first.value)} cannot be reached.` }],
      fixes: [fix],
    };
    if (stated?.value === false) {
      const message = say`Federation is off, so nobody can talk to ${who}. Set ${code('allowFederatedUsers')} to ${code(true)}, or remove them.`;
      yield { ...found, at: stated.at, message };
    }
    if (stated !== undefined || isUnreadable(context.faults, path)) return;
    const message = say`${code('allowFederatedUsers')} is not stated, and where nobody turned federation on it is off, so nobody may reach ${who}. State it.`;
    yield { ...found, at: keyRange(configuration), severity: 'warning', message };
  },
};

/** The switch of a tenant that stands alone overrules its lists and all policies. */
function* offInTenant(spec: Spec): Iterable<Finding> {
  const off = spec.tenant?.allowFederatedUsers;
  if (off?.value !== false) return;
  const [first, ...others] = [...partnerDomains(spec), ...(spec.tenant?.allowedDomains?.items ?? [])];
  if (first === undefined) return;
  const who = others.length === 0 ? code(first.value) : say`${code(first.value)} and ${others.length} more`;
  yield {
    at: off.at,
    message: say`Federation is off in the tenant, whatever its lists and policies say, so nobody can talk to ${who}. Set ${code('allowFederatedUsers')} to ${code(true)}, or remove them.`,
    related: [{ at: first.at, message: say`${code(first.value)} cannot be reached.` }],
    fixes: [
      {
        title: say`Turn federation on in the tenant`,
        safety: 'review',
        edits: [set(off.path, true), run(commandOn('Set', off.path, { allowFederatedUsers: true }))],
      },
    ],
  };
}
