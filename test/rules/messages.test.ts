import { globSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Template, templatesOfRules } from '../../scripts/generate/rule-messages.ts';
import { catalog } from '../../server/src/catalog/catalog.generated.ts';
import { ruleIds } from '../../server/src/rules/ids.generated.ts';
import type { Message } from '../../server/src/text/message.ts';
import { examineFile } from './fixture.ts';

const templates = new Map(templatesOfRules());

it('every rule has messages that can be read from its code', () => {
  expect([...templates.keys()]).toEqual(ruleIds);
});

describe.each(ruleIds)('what %s says in its fixtures', (id) => {
  it('is among the messages read from its code', () => {
    const known = new Set(templates.get(id)?.map(({ kind, key }) => `${kind}: ${key}`));
    const problems = globSync(`test/fixtures/${id}/*.lync.yaml`)
      .flatMap((file) => examineFile(file).analysis.problems)
      .filter(({ rule }) => rule === id);
    const said = problems.flatMap(({ message, note, related = [], fixes = [] }) => [
      ...keysIn('message', message),
      ...(note ? keysIn('note', note) : []),
      ...related.flatMap((other) => keysIn('related', other.message)),
      ...fixes.flatMap(({ title }) => keysIn('fix', title)),
    ]);
    expect(said.filter((key) => !known.has(key))).toEqual([]);
  });
});

/** The keys of a message and of the messages in it; names and prose of the schema and the catalog have no values, and lists no words. */
function keysIn(kind: string, { template, values }: Message): readonly string[] {
  if (kind === 'phrase' && values.length === 0) return [];
  const inner = values.flatMap((value) =>
    typeof value === 'object' && 'template' in value ? keysIn('phrase', value) : [],
  );
  return kind === 'phrase' && !/\p{L}/u.test(template) ? inner : [`${kind}: ${template}`, ...inner];
}

type Law = readonly [law: string, offends: (template: Template) => boolean];

/** How messages are written, as far as a machine can tell. */
const LAWS: readonly Law[] = [
  ['a sentence ends with a full stop', (one) => isSentence(one) && !/[.?]$|\}$/.test(one.key)],
  ['a question offers a name', ({ key }) => key.includes('?') && !/Did you mean \{\d\}\?$/.test(key)],
  ['a sentence begins with a capital letter or a value', (one) => isSentence(one) && !/^[A-Z{]/.test(one.key)],
  ['a message is two sentences at most', ({ kind, key }) => kind === 'message' && sentences(key) > 2],
  ['anything else is one', ({ kind, key }) => !['message', 'phrase'].includes(kind) && sentences(key) > 1],
  ['a message is no longer than 240 characters', ({ kind, key }) => kind === 'message' && key.length > 240],
  ['a summary is no longer than 110', ({ kind, key }) => kind === 'summary' && key.length > 110],
  ['a related place is told in 80', ({ kind, key }) => kind === 'related' && key.length > 80],
  ['a fix is a title: 70 characters, no full stop', ({ kind, key }) => kind === 'fix' && !/^.{1,69}[^.!?]$/.test(key)],
  [
    'a fix begins with what it does',
    ({ kind, key }) => kind === 'fix' && /^(?:The|An?|This|That|You|It|To)\b|^\{/.test(key),
  ],
  ['a summary names the smell, not the cure', ({ kind, key }) => kind === 'summary' && DEEDS.has(firstWord(key))],
  ['a summary shows no values', ({ kind, key }) => kind === 'summary' && key.includes('{')],
  [
    'nobody is begged, blamed or shouted at',
    ({ key }) => /\b(?:please|should|must|sorry|forgot|wrongly)\b|!/i.test(key),
  ],
  [
    'what is wrong is said, not that it is',
    ({ key }) => /\b(?:invalid|illegal|bad|error|warning|problem)\b/i.test(key),
  ],
  ['words are plain', ({ key }) => /\b(?:alone|blanks?|utili[sz]e|in order to|upon|e\.g|i\.e|etc)\b/i.test(key)],
  ['what follows stands after, not behind', ({ key }) => /\bbehind (?:the|a|an) (?:colon|key|name|comma|@)/i.test(key)],
  [
    'one word for one thing',
    ({ key }) =>
      /\b(?:switch(?:ed)? (?:\S+ ){0,4}o(?:n|ff)|list of (?:allowed|blocked) domains|whitelist|blacklist|hostname|fqdn|e-?mail address)\b/i.test(
        key,
      ),
  ],
  ['code spans and quotes go in as values', ({ key }) => /["`\u201c\u201d\u2018\u2019\u2026]|\.\.\./.test(key)],
  ['nothing is written twice or left over', ({ key }) => / {2}|^\s|\s$|\b(\w+) \1\b/.test(key)],
  [
    'dates, ports and hosts come from the catalog',
    ({ key }) =>
      /(?<!SHA-)\d{3}|\b(?:TCP|UDP|port) \d|\b\d+ (?:hours?|days?|months?|characters?)\b|\w\.(?:com|net|org)\b/.test(
        key,
      ),
  ],
  ['names of products and services come from the catalog', ({ key }) => NAMES.some((name) => key.includes(name))],
];

/** Names that change, end or are sold; the maker's own is none of them. */
const NAMES: readonly string[] = [
  ...[catalog.products, catalog.hosting, catalog.providers, catalog.xmpp].flatMap((section) =>
    Object.values(section).map(({ name }) => name),
  ),
  'Teams',
  'Office',
];

/** What fixes do: the first word of each of them. */
const DEEDS: ReadonlySet<string> = new Set(
  [...templates.values()].flat().flatMap(({ kind, key }) => (kind === 'fix' ? firstWord(key) : [])),
);

describe('the voice', () => {
  it.each(LAWS)('%s', (_, offends) => {
    const offending = [...templates].flatMap(([id, all]) =>
      all.filter(offends).map(({ kind, key }) => `${id} (${kind}): ${key}`),
    );
    expect(offending).toEqual([]);
  });
});

function isSentence({ kind }: Template): boolean {
  return kind !== 'fix' && kind !== 'phrase';
}

function firstWord(key: string): string {
  return key.split(' ')[0] ?? '';
}

function sentences(key: string): number {
  return key.split(/[.?!](?= |$)/).filter((sentence) => sentence.trim() !== '').length;
}
