import type { Catalog } from '../../catalog/catalog.generated.ts';
import { isAllowed, type PartnerEntry, partnersOneByOne } from '../../deployment/partners.ts';
import type { Fix } from '../../edits/fix.ts';
import { commandOn } from '../../edits/object-command.ts';
import { runOnServer } from '../../edits/server-command.ts';
import { each, type Spec } from '../../spec/model.ts';
import { closestAbove, hostKey } from '../../text/host.ts';
import { code, say } from '../../text/message.ts';
import { append, remove } from '../../yaml/edit.ts';
import type { Rule } from '../rule.ts';

export const subdomainOfBlocked: Rule = {
  id: 'subdomain-of-blocked',
  summary: say`A partner below a blocked domain.`,
  severity: 'info',
  persona: 'auditor',
  facts: [],
  values: true,

  *check(spec, { catalog, beside }) {
    const blocked = new Map(
      [...each(beside?.domains?.blocked), ...each(spec.domains?.blocked)].flatMap(({ domain }) =>
        domain ? [[hostKey(domain.value), domain]] : [],
      ),
    );
    if (blocked.size === 0) return;
    for (const entry of partnersOneByOne(spec)) {
      const { domain } = entry;
      const block = blocked.get(closestAbove(domain.value, blocked));
      if (block === undefined) continue;
      yield {
        at: domain.at,
        message: say`${code(domain.value)} is a partner although ${code(block.value)} above it is blocked; a block is not documented to cover what lies below. Block the subdomain too, if that is meant.`,
        related: [{ at: block.at, message: say`${code(block.value)} is blocked here.` }],
        fixes: [blocking(entry, spec, catalog)],
      };
    }
  },
};

/** A domain is allowed or blocked, so the partner goes. */
function blocking(entry: PartnerEntry, spec: Spec, catalog: Catalog): Fix {
  const identity = entry.domain.value;
  const unallow = isAllowed(entry) ? runOnServer(spec, catalog, commandOn('Remove', entry.path, { identity })) : [];
  return {
    title: say`Block ${code(identity)} as well`,
    safety: 'review',
    edits: [
      remove(entry.path),
      append(['domains', 'blocked'], identity),
      ...unallow,
      ...runOnServer(spec, catalog, commandOn('New', ['domains', 'blocked'], { identity })),
    ],
  };
}
