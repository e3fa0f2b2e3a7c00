import { each, type Leaf, type Located, type Spec } from '../../spec/model.ts';
import type { AliasRecord, HostRecord } from '../../spec/spec.generated.ts';
import { hostKey } from '../../text/host.ts';
import { code, say } from '../../text/message.ts';
import { remove } from '../../yaml/edit.ts';
import type { Finding, Rule } from '../rule.ts';

export const aliasBesideRecord: Rule = {
  id: 'alias-beside-record',
  summary: say`A name that is an alias and has another record.`,
  severity: 'error',
  facts: [],

  *check(spec) {
    const records = recordsByName(spec);
    for (const alias of each(spec.dns?.aliases)) {
      const { name } = alias;
      if (name === undefined) continue;
      const key = keyOf(name, alias.view?.value);
      const other = records.get(key);
      if (other === undefined) records.set(key, { ...alias, name });
      else yield finding({ ...alias, name }, other);
    }
  },
};

type Named = Pick<Located<AliasRecord | HostRecord>, 'path'> & { readonly name: Leaf<string> };

function finding(alias: Named, other: Named): Finding {
  const host = code(alias.name.value);
  return {
    at: alias.name.at,
    message: say`${host} is an alias here and has another record, and DNS allows a name that is an alias no other: the zone refuses one of the two, or answers now this, now that. Keep the one that is meant.`,
    related: [{ at: other.name.at, message: say`This is the other record.` }],
    fixes: [
      { title: say`Take this alias of ${host} out`, safety: 'review', edits: [remove(alias.path)] },
      { title: say`Take the other record of ${host} out`, safety: 'review', edits: [remove(other.path)] },
    ],
  };
}

/** Hosts, by the zone and the name; aliases join them one by one. */
function recordsByName(spec: Spec): Map<string, Named> {
  return new Map(
    each(spec.dns?.hosts).flatMap((host) =>
      host.name ? [[keyOf(host.name, host.view?.value), { ...host, name: host.name }] as const] : [],
    ),
  );
}

/** The two zones do not see each other's records. */
function keyOf({ value }: Leaf<string>, view = 'public'): string {
  return `${view} ${hostKey(value)}`;
}
