import { partnersOfPeople } from '../../deployment/partners.ts';
import { missingFlags, placeOfFlag } from '../../deployment/policies.ts';
import { allowGlobally } from '../../edits/external-access.ts';
import type { Fix } from '../../edits/fix.ts';
import { keyRange, type Leaf } from '../../spec/model.ts';
import { type Code, code, type Message, say } from '../../text/message.ts';
import type { Rule } from '../rule.ts';

export const policyMissingForFederation: Rule = {
  id: 'policy-missing-for-federation',
  summary: say`Federation that no external access policy lets users use.`,
  severity: 'error',
  facts: [],

  *check(spec, context) {
    const missing = missingFlags(spec, context);
    if (!missing.includes('enableFederationAccess')) return;
    const fix: Fix = {
      title: say`Allow federated contacts in the global policy`,
      safety: 'review',
      edits: allowGlobally(spec, 'enableFederationAccess', missing),
    };
    const [partner] = partnersOfPeople(spec, context.catalog);
    const related = partner
      ? [{ at: partner.at, message: say`${code(partner.value)} is out of reach for every user.` }]
      : [];
    const at = placeOfFlag(spec, 'enableFederationAccess');
    if (at) {
      const isOn = [spec.edge?.configuration, spec.tenant].some((one) => one?.allowFederatedUsers?.value === true);
      const message = isOn
        ? say`Federation is on, but no external access policy has ${code('enableFederationAccess: true')}, so no user can talk to ${who(partner)}. Allow it in a policy.`
        : say`No external access policy has ${code('enableFederationAccess: true')}, so no user could talk to ${who(partner)} even with federation on. Allow it in a policy.`;
      yield { at, message, related, fixes: [fix] };
      return;
    }
    const setting = spec.edge?.configuration?.allowFederatedUsers;
    if (setting === undefined) return;
    const message = setting.value
      ? say`Federation is on, but the spec states no external access policy, and that of a new server lets no user talk to ${who(partner)}. State one with ${code('enableFederationAccess: true')}.`
      : say`The spec states no external access policy, and that of a new server lets no user talk to ${who(partner)} even with federation on. State one with ${code('enableFederationAccess: true')}.`;
    yield { at: keyRange(setting), severity: 'warning', message, related, fixes: [fix] };
  },
};

function who(partner: Leaf<string> | undefined): Code | Message {
  return partner ? code(partner.value) : say`partners`;
}
