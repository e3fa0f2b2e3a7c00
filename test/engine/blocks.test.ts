import { describe, expect, it } from 'vitest';
import { readYaml } from '../../server/src/yaml/blocks.ts';
import { nodeAt } from '../../server/src/yaml/node-at.ts';
import { parseYaml } from '../../server/src/yaml/parse.ts';
import type { Part } from '../../server/src/yaml/split.ts';
import { toData } from '../../server/src/yaml/tree.ts';
import { makeSpec } from '../bench/spec.ts';
import { asInOneGo } from '../in-one-go.ts';

const texts = [
  makeSpec(60).text,
  makeSpec(60).text.replaceAll('\n', '\r\n'),
  'a:\n- x\n-\n- y: 1\n  z: |\n    text\n\n    # no comment\n\n- "two\n  lines"\n# about b\nb:\n',
  `a:\n${Array.from({ length: 20 }, (_, i) => `- ${i % 3 === 0 ? `k: ${i}\n  l:\n    - m\n\n    # n\n    - o` : i}`).join('\n')}\nb: >+\n  folded\n\n\nc: 1`,
];

const items = Array.from({ length: 14 }, (_, i) => `    - d${i}.example\n`).join('');

/** What the blocks alone would make YAML of, or read otherwise than it is meant. */
const MISLEADING: Readonly<Record<string, string>> = {
  'keys deeper than the first one': '  domains:\n    allowed: [evil.example]\nlyncFederation: 1\n',
  'a value deeper than the first key': '  - x\na: 1\n',
  'items deeper than the first one': `domains:\n  allowed:\n      - x\n${items}`,
  'a key that `#` belongs to': `domains:\n  allowed:# no comment\n${items}`,
  'a key behind `?`': `domains:\n  allowed:\n${items}? policies\n`,
  'a key behind an anchor': `domains:\n  allowed:\n${items}&a policies: 1\n`,
  'a value without a key': `domains:\n  allowed:\n${items}? policies\n: 1\n`,
  'a line break that ends no line': `domains:\n  allowed:\n${items}policies:\r  x: 1\n`,
  'an alias of an anchor in another block': `domains:\n  allowed:\n    - &x a.example\n${items}    - *x\n`,
  'an anchor for all that follows': `domains:\n  allowed:\n    &x\n${items}`,
  'an empty key': `domains:\n  allowed:\n${items}\n: 1\n`,
  'a key of several lines': `domains:\n  allowed:\n${items}poli\ncies: 1\n`,
  'a quote over sections': `domains:\n  allowed:\n${items}a: "x\nb: y"\n`,
  'a key twice, and below it one twice': `a:\n  x: 1\n  x: 2\n${'  # filler\n'.repeat(12)}a:\n  y: 1\n${'  # filler\n'.repeat(12)}  y: 2\n`,
  'a key three times, among others': 'a: 1\nb: 1\na: 2\nc: { d: 1, d: 2 }\na: 3\n',
  'a key twice, far apart': `domains:\n  allowed:\n${items}asOf: 2014-01-01\ndomains:\n  allowed:\n${items}`,
};

describe('block by block is as in one go', () => {
  it.each(texts)('%j', (text) => {
    asInOneGo(text);
  });

  it.each(Object.entries(MISLEADING))('where there is %s', (_, text) => {
    const known = readYaml(`domains:\n  allowed:\n${items}`, undefined).blocks;
    for (const before of [undefined, known]) asInOneGo(text, before);
  });
});

/** The parts of a text that hold no others, as they were read. */
function* read(part: Part): Iterable<Part> {
  if (part.kind === 'block') yield part;
  else for (const below of part.parts) yield* read(below);
}

function blocksAfter(text: string, edited: string): { readonly all: number; readonly again: number } {
  const before = readYaml(text, undefined).blocks;
  const after = readYaml(edited, before).blocks;
  const known = new Set(before ? read(before.document) : []);
  const all = after ? [...read(after.document)] : [];
  return { all: all.length, again: all.filter((block) => !known.has(block)).length };
}

const { text: long, edit } = makeSpec(60);
const insert = (words: string) => {
  const lines = long.split('\n');
  lines[edit.line] = `${lines[edit.line]}${words}`;
  return lines.join('\n');
};

it.each([
  ['a comment', insert(' # new'), 1],
  ['a mistake', insert(': "'), 1],
  ['an item', insert('\n    - domain: new.example'), 2],
  ['an end of a line', long.replace('product: lync-2013,', 'product: lync-2013,,'), 1],
])('reads only what changed: %s', (_, edited, again) => {
  const found = blocksAfter(long, edited);
  expect(found.again).toBe(again);
  expect(found.all).toBeGreaterThan(60);
});

it('a mistake spoils its own block and no other', () => {
  const { root, faults } = readYaml(insert(': "'), undefined);
  expect(faults).toMatchObject([{ kind: 'syntax' }]);
  expect(nodeAt(root, ['domains', 'allowed'])).toMatchObject({ items: { length: 60 } });
  expect(nodeAt(root, ['cmdlets'])).toBeDefined();
});

it('a list in which every line is wrong is one all the same', () => {
  const mistakes = Array.from({ length: 1500 }, (_, i) => `    - a${i}: b: c\n`).join('');
  const { faults } = readYaml(`domains:\n  allowed:\n${mistakes}`, undefined);
  expect(faults.map((fault) => fault.kind === 'syntax' && fault.code)).toContain('UNREAD');
});

it('what was not read is read when there is room for it, as if the text were new', () => {
  const item = (i: number) => (i % 5 === 0 ? `    - d${i}.example\n` : `    - a${i}: b: c\n`);
  const text = `domains:\n  allowed:\n${Array.from({ length: 1400 }, (_, i) => item(i)).join('')}`;
  let { blocks } = readYaml(text, undefined);
  for (const last of [3, 1399]) {
    const repaired = text.replace(/a(\d+): b/g, (one, i) => (Number(i) <= last ? `a${i}.b` : one));
    const { blocks: known, ...again } = readYaml(repaired, blocks);
    const { blocks: _, ...fresh } = readYaml(repaired, undefined);
    expect(again).toEqual(fresh);
    blocks = known;
  }
});

it('a bracket that ends the document is one mistake, and nothing behind it counts as read', () => {
  for (const text of ['a: ]\nb: 1\nc: 2\n', '? x\n: [y]]\nb: 1\n', 'a: 1\n}\nb: 1\n']) {
    const { faults } = parseYaml(text);
    expect(faults.map((fault) => fault.kind === 'syntax' && [fault.code, fault.reach.end])).toEqual([
      ['EXTRA_BRACKET', text.length],
    ]);
  }
});

describe('an alias', () => {
  const listed = (first: string) => `domains:\n  allowed:\n    - &x ${first}\n    - *x\n${items}  blocked: [*x]\n`;

  it('says what its anchor says now', () => {
    const { blocks } = asInOneGo(listed('a.example'));
    const { root } = asInOneGo(listed('b.example'), blocks);
    expect(toData(nodeAt(root, ['domains', 'allowed', 1]))).toBe('b.example');
    expect(toData(nodeAt(root, ['domains', 'blocked', 0]))).toBe('b.example');
  });

  it('is told where its anchor has gone', () => {
    const { blocks } = asInOneGo(listed('a.example'));
    expect(asInOneGo(listed('a.example').replace('&x ', ''), blocks).faults).not.toEqual([]);
  });

  it('counts with those of all other blocks', () => {
    const part = (i: number) =>
      `    - { a: &a${i} [${'x,'.repeat(200)}x], b: [${Array.from({ length: 300 }, () => `*a${i}`).join(',')}] }\n`;
    const text = `domains:\n  allowed:\n${Array.from({ length: 20 }, (_, i) => part(i)).join('')}`;
    expect(asInOneGo(text).faults).toMatchObject([{ code: 'ALIAS_BOMB' }]);
  });
});
