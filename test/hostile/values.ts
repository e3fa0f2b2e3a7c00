import { stringify } from 'yaml';
import { isSoak } from '../runs.ts';
import { resolve, type SchemaPart, schema } from '../schema/schema-parts.ts';

/** What a reader of some medium would take for more than text, if it came there as it is. All of it is harmless. */
export const HOSTILE: readonly string[] = [
  '[words](https://example.com/x)',
  '![picture](https://example.com/x.png)',
  '[words][ref]\n\n[ref]: https://example.com/x',
  '\\[words](https://example.com/x)',
  '](https://example.com/x)',
  '`[words](https://example.com/x)',
  '``` [words](https://example.com/x) ```',
  '<https://example.com/x>',
  'https://example.com/x',
  'www.example.com',
  'example.com/x',
  'someone@example.com',
  'mailto:someone@example.com',
  '[words](command:workbench.action.quit)',
  '<img src=x onerror=y>',
  '<b>bold</b> &lt;b&gt; <!-- c -->',
  '**bold** _leaning_ ~~struck~~ | a | b |',
  'words\n# heading\n- item\n1. item\n> quote\n\n    code',
  ']]><x/>"\'><x a="b">&x;',
  '\u001b[31mred\u001b[0m',
  '\u009b31mred',
  '\u202eturned\u2066\u200f\u061c',
  '\ud800half',
  'line\nfeed\rreturn\u0085\u2028\u2029',
  '::add-mask::x',
  'words\n::notice::x\r::notice::y',
  '%0A::notice::x%0D',
  '##[group]x',
  '##vso[task.complete]x',
  '$(bell) $1 $x',
  '{0} {{1}}',
  "'; Get-CsUser; '",
];

/** Where in the list the words of an input begin: each text of it has the next one. In a soak each text meets all of them. */
export const TURNS: readonly number[] = HOSTILE.flatMap((_, i) => (isSoak || i % 8 === 0 ? [i] : []));

/** The words from a turn on, and from the first one on again. */
export function wordsFrom(turn: number): () => string {
  let next = turn;
  return () => HOSTILE[next++ % HOSTILE.length] ?? '';
}

export type Data = string | number | boolean | readonly Data[] | { readonly [key: string]: Data };
export type Way = readonly (string | number)[];

/** A spec with every key of the format, filled as the schema shows it. */
export const EVERY_KEY: Data = filled(schema);

function filled(part: SchemaPart): Data {
  const { properties, items, const: only, enum: values, default: usual, examples, type, minimum } = resolve(part);
  if (properties) return Object.fromEntries(Object.entries(properties).map(([key, below]) => [key, filled(below)]));
  if (items) return [filled(items)];
  const shown = [only, examples?.[0], values?.[0], usual].find((one) => one !== undefined);
  if (typeof shown === 'string' || typeof shown === 'number' || typeof shown === 'boolean') return shown;
  if ([type].flat().includes('boolean')) return true;
  return [type].flat().includes('integer') ? (minimum ?? 1) : 'words';
}

/** The ways to all texts of the data. */
export function texts(data: Data): readonly Way[] {
  if (typeof data === 'string') return [[]];
  if (typeof data !== 'object') return [];
  return Object.entries(data).flatMap(([key, below]) =>
    texts(below).map((way): Way => [Array.isArray(data) ? Number(key) : key, ...way]),
  );
}

/** The data with another text at each of some ways. */
export function replaced(data: Data, ways: readonly Way[], text: (old: string) => string): Data {
  if (ways.length === 0) return data;
  if (typeof data === 'string') return text(data);
  if (typeof data !== 'object') return data;
  const below = (key: string | number) => ways.filter(([first]) => first === key).map(([, ...rest]) => rest);
  if (isList(data)) return data.map((item, i) => replaced(item, below(i), text));
  return Object.fromEntries(Object.entries(data).map(([key, one]) => [key, replaced(one, below(key), text)]));
}

/** The data with another key for the last one of a way. */
export function rekeyed(data: Data, [first, ...rest]: Way, key: string): Data {
  if (typeof data !== 'object' || first === undefined) return data;
  if (isList(data)) return data.map((item, i) => (i === first ? rekeyed(item, rest, key) : item));
  return Object.fromEntries(
    Object.entries(data).map(([name, one]) => {
      if (name !== first) return [name, one];
      return rest.length === 0 ? [key, one] : [name, rekeyed(one, rest, key)];
    }),
  );
}

function isList(data: Data): data is readonly Data[] {
  return Array.isArray(data);
}

/** A name of a file that holds the words, as far as names can. */
export function named(words: string): string {
  return `${words.replace(/[\0/]|\p{Surrogate}/gu, '').slice(0, 60)}.lync.yaml`;
}

/** Two specs in which the texts at some ways are hostile words, and in which they end with them. */
export function hostileSpecs(data: Data, ways: readonly Way[], turn: number): { every: string; behind: string } {
  const [words = ''] = HOSTILE.slice(turn);
  const [next, following] = [wordsFrom(turn), wordsFrom(turn)];
  return {
    every: specOf(replaced(data, ways, next), words),
    behind: specOf(
      replaced(data, ways, (old) => `${old}${following()}`),
      words,
    ),
  };
}

/** The data as a spec, with the hostile words also in comments. */
export function specOf(data: Data, words: string): string {
  const [line = ''] = words.split(/[\r\n]/);
  // A lone half of a character cannot stand in a file.
  return `${stringify(data, { lineWidth: 0 })}# lync-federation: ignore[srv-port] ${line.replace(/\p{Surrogate}/gu, '')}\n`;
}
