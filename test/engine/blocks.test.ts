import { describe, expect, it } from 'vitest';
import { readYaml } from '../../server/src/yaml/blocks.ts';
import { parseYaml } from '../../server/src/yaml/parse.ts';
import { makeSpec } from '../bench/spec.ts';

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
  'a key twice, far apart': `domains:\n  allowed:\n${items}asOf: 2014-01-01\ndomains:\n  allowed:\n${items}`,
};

describe('block by block is as in one go', () => {
  it.each(texts)('%j', (text) => {
    const { root, faults } = readYaml(text, new Map());
    expect({ root, faults }).toEqual(parseYaml(text));
  });

  it.each(Object.entries(MISLEADING))('where there is %s', (_, text) => {
    const known = readYaml(`domains:\n  allowed:\n${items}`, new Map()).blocks;
    for (const before of [new Map(), known]) {
      const { root, faults } = readYaml(text, before);
      expect({ root, faults }).toEqual(parseYaml(text));
    }
  });
});

it('reads only the block that changed', () => {
  const { text, edit } = makeSpec(60);
  const { blocks } = readYaml(text, new Map());
  const lines = text.split('\n');
  lines[edit.line] = `${lines[edit.line]} # new`;
  const after = readYaml(lines.join('\n'), blocks).blocks;
  expect([...after.keys()].filter((block) => !blocks.has(block))).toEqual([expect.stringContaining('# new')]);
});
