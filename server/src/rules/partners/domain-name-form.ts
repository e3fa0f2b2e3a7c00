import { each, type Leaf, type Spec } from '../../spec/model.ts';
import { hostKey } from '../../text/host.ts';
import { code, say } from '../../text/message.ts';
import type { Rule } from '../rule.ts';

export const domainNameForm: Rule = {
  id: 'domain-name-form',
  summary: say`A domain or Access Edge name that no federation can have: too long, or with an underscore.`,
  severity: 'error',
  facts: ['limits.domain-name-length'],

  *check(spec, { catalog }) {
    const most = catalog.limits['domain-name-length'].value;
    for (const { at, value } of namesOf(spec)) {
      const key = hostKey(value);
      if (key.length > most) {
        yield {
          at,
          message: say`This name has ${key.length} characters, and the lists of domains take names of up to ${most}. Enter the domain of the partner's SIP addresses.`,
        };
      } else if (key.includes('_')) {
        yield {
          at,
          message: say`${code(value)} contains an underscore, and names in federation consist of letters, digits and hyphens. Enter the name as DNS has it.`,
        };
      }
    }
  },
};

function namesOf({ domains }: Spec): readonly Leaf<string>[] {
  const { sip, allowed, blocked, discovered, xmpp } = domains ?? {};
  return [
    ...each(sip).map(({ identity }) => identity),
    ...each(allowed).flatMap(({ domain, proxyFqdn }) => [domain, proxyFqdn]),
    ...[...each(blocked), ...each(discovered), ...each(xmpp)].map(({ domain }) => domain),
  ].flatMap((name) => name ?? []);
}
