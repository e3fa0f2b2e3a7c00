import type { Fix } from '../../edits/fix.ts';
import type { Fault } from '../../spec/faults.ts';
import { each, type Leaf, type Place, type Spec } from '../../spec/model.ts';
import { namesAmong } from '../../spec/names.ts';
import { question, said } from '../../spec/observed.ts';
import { hostKey } from '../../text/host.ts';
import type { LineTable } from '../../text/lines.ts';
import { code, say } from '../../text/message.ts';
import { remove } from '../../yaml/edit.ts';
import type { Rule } from '../rule.ts';

export const duplicateDomain: Rule = {
  id: 'duplicate-domain',
  summary: say`A domain written twice in one list.`,
  severity: 'error',
  facts: [],

  *check(spec, { faults, lines }) {
    if (!isSomeRepeated(spec)) return;
    for (const [list, entries] of Object.entries(lists(spec))) {
      const seen = new Map<string, Mention>();
      for (const mention of entries) {
        const first = seen.get(hostKey(mention.name.value));
        if (first === undefined) {
          seen.set(hostKey(mention.name.value), mention);
          continue;
        }
        const { at, value } = mention.name;
        const same = value === first.name.value;
        yield {
          at,
          tag: 'unnecessary',
          message: same
            ? say`${code(value)} stands twice in ${code(list)}; the server takes a name once. Keep one of the two.`
            : say`${code(value)} is the same name as ${code(first.name.value)}, which stands in ${code(list)} already; the server takes a name once. Keep one of the two.`,
          related: [{ at: first.name.at, message: say`${code(first.name.value)} first stands here.` }],
          fixes: [removal(mention, isRepetition(mention, first) && !saysMore(mention, { faults, lines }))],
        };
      }
    }
  },
};

const isSomeRepeated = question('isSomeRepeated', ({ domains }) =>
  [domains?.sip, domains?.allowed, domains?.blocked, domains?.discovered, domains?.xmpp].some(
    (list) => namesAmong(said<unknown>(list)).isSomeRepeated,
  ),
);

interface Mention {
  readonly name: Leaf<string>;
  readonly entry: Place;
}

function lists({ domains }: Spec): Readonly<Record<string, readonly Mention[]>> {
  const byDomain = (list: readonly (Place & { readonly domain?: Leaf<string> })[]) =>
    list.flatMap((entry) => (entry.domain ? { name: entry.domain, entry } : []));
  return {
    'domains.sip': each(domains?.sip).flatMap((entry) => (entry.identity ? { name: entry.identity, entry } : [])),
    'domains.allowed': byDomain(each(domains?.allowed)),
    'domains.blocked': byDomain(each(domains?.blocked)),
    'domains.discovered': byDomain(each(domains?.discovered)),
    'domains.xmpp': byDomain(each(domains?.xmpp)),
  };
}

function removal({ name, entry }: Mention, safe: boolean): Fix {
  return { title: say`Remove this ${code(name.value)}`, safety: safe ? 'safe' : 'review', edits: [remove(entry.path)] };
}

/** Whether an entry says nothing beyond its name, or exactly what the first one says. */
function isRepetition(mention: Mention, first: Mention): boolean {
  const own = detailsOf(mention.entry);
  return own === '{}' || own === detailsOf(first.entry);
}

const NOT_DETAILS: readonly string[] = ['domain', 'identity', 'at', 'keyAt', 'path', 'verbatimAt'];

function detailsOf(entry: Place): string {
  return JSON.stringify(entry, (key, value: unknown) => (NOT_DETAILS.includes(key) ? undefined : value));
}

/** Whether the text holds more than the model: something unreadable, or a comment. */
function saysMore({ entry }: Mention, { faults, lines }: { faults: readonly Fault[]; lines: LineTable }): boolean {
  const unread = faults.some((fault) => 'path' in fault && entry.path.every((step, i) => fault.path[i] === step));
  const end = lines.endOf(lines.lineAt(entry.at.end));
  return unread || lines.slice(entry.at.start, end).includes('#');
}
