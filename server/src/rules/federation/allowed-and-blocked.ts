import { namesOf } from '../../deployment/partners.ts';
import type { Fix, SpecEdit } from '../../edits/fix.ts';
import { commandOn } from '../../edits/object-command.ts';
import { runOnServer } from '../../edits/server-command.ts';
import { each, type Leaf, type List, type Place } from '../../spec/model.ts';
import { question } from '../../spec/observed.ts';
import { hostKey } from '../../text/host.ts';
import { code, say } from '../../text/message.ts';
import { remove } from '../../yaml/edit.ts';
import type { Rule } from '../rule.ts';

export const allowedAndBlocked: Rule = {
  id: 'allowed-and-blocked',
  summary: say`A domain that is both allowed and blocked.`,
  severity: 'error',
  facts: [],

  *check(spec, { catalog }) {
    const { domains } = spec;
    if (!isSomeOnBoth(spec)) return;
    const off = (entries: readonly ListedDomain[], list: ListName) => {
      const command = commandOn('Remove', ['domains', list], { identity: entries[0]?.domain?.value ?? '' });
      return taken(entries, list, runOnServer(spec, catalog, command));
    };
    const allowed = byDomain(domains?.allowed);
    for (const [key, blocked] of byDomain(domains?.blocked)) {
      const both = [allowed.get(key)?.[0]?.domain, blocked[0]?.domain].flatMap((domain) => domain ?? []);
      const [first, second] = both.toSorted((a, b) => a.at.start - b.at.start);
      if (first === undefined || second === undefined) continue;
      yield {
        at: second.at,
        message: say`${code(second.value)} is on the allow list and on the block list, and the server takes a name on only one of them. Remove it from the other.`,
        related: [{ at: first.at, message: say`${code(first.value)} stands on the other list here.` }],
        fixes: [off(blocked, 'blocked'), off(allowed.get(key) ?? [], 'allowed')],
      };
    }
  },
};

const isSomeOnBoth = question('isSomeOnBoth', ({ domains }) => {
  const allowed = namesOf(domains?.allowed);
  return [...namesOf(domains?.blocked).keys].some((name) => allowed.has(name));
});

type ListName = 'allowed' | 'blocked';

type ListedDomain = Place & { readonly domain?: Leaf<string> };

/** The entries of a list by domain: more than one where it is written twice, which is another rule's matter. */
function byDomain(list: List<{ domain: string }> | undefined): ReadonlyMap<string, readonly ListedDomain[]> {
  const found = new Map<string, ListedDomain[]>();
  for (const entry of each(list)) {
    if (entry.domain === undefined) continue;
    const key = hostKey(entry.domain.value);
    const entries = found.get(key);
    if (entries) entries.push(entry);
    else found.set(key, [entry]);
  }
  return found;
}

function taken(entries: readonly ListedDomain[], list: ListName, command: readonly SpecEdit[]): Fix {
  const name = entries[0]?.domain?.value ?? '';
  const title =
    list === 'allowed' ? say`Remove ${code(name)} from the allow list` : say`Remove ${code(name)} from the block list`;
  return {
    title,
    safety: 'review',
    edits: [...entries.map(({ path }) => remove(path)), ...command],
  };
}
