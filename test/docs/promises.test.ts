import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { rootSchema, type Schema } from '../../server/src/spec/schema.ts';

/** Who keeps a sentence of the format: rules, the schema itself, or nobody, because it only says how things are. */
type Keeper =
  | {
      readonly rules: readonly string[] /** What a spec that breaks it shows, where that is not the key. */;
      readonly seen?: readonly string[];
    }
  | { readonly schema: string }
  | { readonly says: string };

const keepers: Readonly<Record<string, Keeper>> = parse(readFileSync('test/docs/promises.yaml', 'utf8'));

/** The words by which a sentence promises something. */
const PROMISING = new RegExp(
  `\\b(?:${[
    'must|always|exactly|only|needs?|contains?|one (?:\\S+ ){0,3}per|once|unique|equals|never|cannot|refuse[sd]?|rules out',
    'no (?:other|effect|meaning|wildcards)|breaks|ignore|throttled|supported|checked|compared',
  ].join('|')})\\b`,
  'i',
);

/** Each promising sentence with the keys that it stands at. */
const sentences = new Map<string, Set<string>>();
for (const [key, text] of prose(rootSchema, '')) {
  for (const sentence of text.split(/(?<=[.:;])\s+/)) {
    if (PROMISING.test(sentence)) sentences.set(sentence, (sentences.get(sentence) ?? new Set()).add(key));
  }
}

describe('what the format promises', () => {
  it('is kept by somebody, each sentence of it', () => {
    expect([...sentences.keys()].filter((sentence) => !Object.hasOwn(keepers, sentence))).toEqual([]);
  });

  it('is still promised', () => {
    expect(Object.keys(keepers).filter((sentence) => !sentences.has(sentence))).toEqual([]);
  });

  it.each(kept())('%s: %s finds the opposite', (sentence, rule, seen) => {
    const broken = globSync(`test/fixtures/${rule}/fires*.lync.yaml`)
      .filter((file) => !file.includes('.fix-'))
      .map((file) => readFileSync(file, 'utf8'));
    const keys = [...(sentences.get(sentence) ?? []), ...seen];
    expect(broken.some((text) => keys.some((key) => new RegExp(`\\b${key}\\b`).test(text)))).toBe(true);
  });

  it('is a constraint where it says so', () => {
    for (const [sentence, keeper] of Object.entries(keepers)) {
      if (!('schema' in keeper)) continue;
      const keys = [...(sentences.get(sentence) ?? [])];
      expect(keys.map((key) => rootSchema.properties?.[key] ?? {})).toEqual([
        expect.objectContaining({ [keeper.schema]: expect.anything() }),
      ]);
    }
  });
});

function kept(): readonly (readonly [sentence: string, rule: string, seen: readonly string[]])[] {
  return Object.entries(keepers).flatMap(([sentence, keeper]) =>
    'rules' in keeper ? keeper.rules.map((rule) => [sentence, rule, keeper.seen ?? []] as const) : [],
  );
}

/** What the schema says of each key and of its values. */
function* prose(schema: Schema, key: string): Iterable<readonly [key: string, text: string]> {
  for (const text of [schema.description, ...(schema.enumDescriptions ?? [])]) if (text) yield [key, text];
  if (schema.items) yield* prose(schema.items, key);
  for (const [name, child] of Object.entries(schema.properties ?? {})) yield* prose(child, name);
}
