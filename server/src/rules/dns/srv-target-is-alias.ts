import type { Fix } from '../../edits/fix.ts';
import { hostRecords } from '../../edits/host-record.ts';
import { each, type Located, type Spec } from '../../spec/model.ts';
import type { AliasRecord } from '../../spec/spec.generated.ts';
import { hostKey } from '../../text/host.ts';
import { code, say } from '../../text/message.ts';
import { placeholder } from '../../text/placeholder.ts';
import { append, remove } from '../../yaml/edit.ts';
import type { Rule } from '../rule.ts';

export const srvTargetIsAlias: Rule = {
  id: 'srv-target-is-alias',
  summary: say`An SRV record whose target is an alias.`,
  severity: 'error',
  facts: ['records.federation-srv', 'records.xmpp-srv', 'records.client-srv'],

  *check(spec) {
    const aliases = aliasesOf(spec);
    const mended = new Set<string>();
    for (const { target, view } of each(spec.dns?.srv)) {
      const host = hostKey(target?.value ?? '');
      const key = keyOf(host, view?.value);
      const alias = aliases.get(key);
      if (target === undefined || alias?.target === undefined || alias.name === undefined) continue;
      yield {
        at: target.at,
        message: say`${code(target.value)} is an alias of ${code(alias.target.value)}, and an SRV record has to lead to a name with addresses of its own: some who follow it find nobody. Give the name its addresses in place of the alias.`,
        related: [{ at: alias.name.at, message: say`It is made an alias here.` }],
        fixes: mended.has(key) ? [] : [ownAddresses(spec, host, alias)],
      };
      mended.add(key);
    }
  },
};

function aliasesOf(spec: Spec): ReadonlyMap<string, Located<AliasRecord>> {
  return new Map(
    each(spec.dns?.aliases).flatMap((alias) =>
      alias.name ? [[keyOf(hostKey(alias.name.value), alias.view?.value), alias] as const] : [],
    ),
  );
}

/** The two zones do not see each other's records. */
function keyOf(host: string, view = 'public'): string {
  return `${view} ${host}`;
}

/** The alias gives way to the addresses of what it stood for, where the spec knows them. */
function ownAddresses(spec: Spec, host: string, { path, target, view }: Located<AliasRecord>): Fix {
  const record = hostRecords(spec, view?.value ?? 'public').get(hostKey(target?.value ?? ''));
  const known = each(record?.addresses).map(({ value }) => value);
  const addresses = known.length > 0 ? known : [placeholder('address of the Access Edge')];
  return {
    title: say`Give ${code(host)} addresses of its own`,
    safety: 'review',
    edits: [remove(path), append(['dns', 'hosts'], { name: host, addresses, ...(view && { view: view.value }) })],
  };
}
