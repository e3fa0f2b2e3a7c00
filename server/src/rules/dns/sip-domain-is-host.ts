import { serverNames } from '../../deployment/server-names.ts';
import { each, type Leaf } from '../../spec/model.ts';
import { hostKey, parentOf } from '../../text/host.ts';
import { code, say } from '../../text/message.ts';
import { remove, set } from '../../yaml/edit.ts';
import type { Path } from '../../yaml/tree.ts';
import type { Finding, Rule } from '../rule.ts';

export const sipDomainIsHost: Rule = {
  id: 'sip-domain-is-host',
  summary: say`The name of a server where a SIP domain belongs.`,
  severity: 'warning',
  facts: ['records.access-edge-host', 'records.web-conferencing-host', 'sources.skype-provisioning-faq'],
  values: true,

  *check(spec, { catalog }) {
    const isServer = serverNames(spec, catalog);
    const lists = [
      each(spec.domains?.sip).flatMap(({ identity, path }) => (identity ? [{ name: identity, item: path }] : [])),
      each(spec.provisioning?.sipDomains).map((name) => ({ name, item: name.path })),
    ];
    for (const list of lists) {
      const domains = new Set(list.map(({ name }) => hostKey(name.value)));
      for (const { name, item } of list) {
        if (isServer(name.value)) yield finding(name, item, domains);
      }
    }
  },
};

function finding(name: Leaf<string>, item: Path, domains: ReadonlySet<string>): Finding {
  const domain = parentOf(name.value);
  const fix = domains.has(domain)
    ? { title: say`Remove ${code(name.value)}`, edits: [remove(item)] }
    : { title: say`Change it to ${code(domain)}`, edits: [set(name.path, domain)] };
  return {
    at: name.at,
    message: say`${code(name.value)} looks like the name of a server. A SIP domain is what follows the @ in the addresses of users, such as ${code(domain)}; state that.`,
    fixes: [{ ...fix, safety: 'review' }],
  };
}
