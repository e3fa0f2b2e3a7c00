import type { Fix } from '../../edits/fix.ts';
import { each, type Leaf, type Spec } from '../../spec/model.ts';
import { hostKey } from '../../text/host.ts';
import { code, say } from '../../text/message.ts';
import { placeholder } from '../../text/placeholder.ts';
import { set } from '../../yaml/edit.ts';
import type { Path } from '../../yaml/tree.ts';
import type { Rule } from '../rule.ts';

export const domainNameForm: Rule = {
  id: 'domain-name-form',
  summary: say`A domain or Access Edge name that no federation can have: too long, or with an underscore.`,
  severity: 'error',
  facts: ['limits.domain-name-length'],

  *check(spec, { catalog }) {
    const most = catalog.limits['domain-name-length'].value;
    for (const { at, path, value } of namesOf(spec)) {
      const key = hostKey(value);
      if (key.length > most) {
        yield {
          at,
          message: say`This name has ${key.length} characters, and the lists of domains take names of up to ${most}. Enter the domain of the partner's SIP addresses.`,
          fixes: [entering(path)],
        };
      } else if (key.includes('_')) {
        yield {
          at,
          message: say`${code(value)} contains an underscore, and names in federation consist of letters, digits and hyphens. Enter the name as DNS has it.`,
          fixes: [entering(path), hyphenated(path, value)],
        };
      }
    }
  },
};

function entering(path: Path): Fix {
  return {
    title: say`Enter the name that DNS has`,
    safety: 'review',
    edits: [set(path, placeholder('name that DNS has'))],
  };
}

function hyphenated(path: Path, value: string): Fix {
  const name = value.replaceAll('_', '-');
  return { title: say`Write ${code(name)}`, safety: 'review', edits: [set(path, name)] };
}

function namesOf({ domains }: Spec): readonly Leaf<string>[] {
  const { sip, allowed, blocked, discovered, xmpp } = domains ?? {};
  return [
    ...each(sip).map(({ identity }) => identity),
    ...each(allowed).flatMap(({ domain, proxyFqdn }) => [domain, proxyFqdn]),
    ...[...each(blocked), ...each(discovered), ...each(xmpp)].map(({ domain }) => domain),
  ].flatMap((name) => name ?? []);
}
