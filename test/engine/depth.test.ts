import { describe, expect, it } from 'vitest';
import { analyze } from '../../server/src/analyze.ts';
import { readYaml } from '../../server/src/yaml/blocks.ts';
import { MOST_LEVELS } from '../../server/src/yaml/bounded.ts';
import { parseYaml } from '../../server/src/yaml/parse.ts';

/** Ways to put so many collections into each other; the mapping of the document counts as the first. */
const NESTED: Readonly<Record<string, (levels: number) => string>> = {
  'block mappings': (levels) => Array.from({ length: levels }, (_, i) => `${' '.repeat(i)}k:`).join('\n'),
  'block lists': (levels) => `k:\n${Array.from({ length: levels - 1 }, (_, i) => `${' '.repeat(i + 1)}-`).join('\n')}`,
  'lists on one line': (levels) => `k:\n  ${'- '.repeat(levels - 1)}x`,
  'lists of mappings': (levels) =>
    `k:\n${Array.from({ length: (levels - 1) / 2 }, (_, i) => `${'  '.repeat(i)}- k:`).join('\n')}`,
  'keys of several lines': (levels) => `k:\n  ${'? '.repeat(levels - 1)}x`,
  'flow lists': (levels) => `k: ${'['.repeat(levels - 1)}x${']'.repeat(levels - 1)}`,
  'flow mappings': (levels) => `k: ${'{k: '.repeat(levels - 1)}x${'}'.repeat(levels - 1)}`,
  'flow lists of pairs': (levels) => `k: ${'[k: '.repeat(levels - 1)}x${']'.repeat(levels - 1)}`,
  'flow lists on lines': (levels) => `k:\n${' [\n'.repeat(levels - 1)} x\n${' ]\n'.repeat(levels - 1)}`,
  'flow lists that never end': (levels) => `k: ${'['.repeat(levels - 1)}`,
};

/** More levels make a text of more megabytes than is read, where each indents the next. */
const MANY = 3001;

function codesOf(text: string): readonly string[] {
  return parseYaml(text).faults.flatMap((fault) => (fault.kind === 'syntax' ? fault.code : []));
}

describe.each(Object.entries(NESTED))('%s', (_, nested) => {
  it(`go ${MOST_LEVELS} deep, and no deeper`, () => {
    const odd = MOST_LEVELS - 1;
    expect(codesOf(nested(odd))).not.toContain('TOO_DEEP');
    expect(codesOf(nested(odd + 2))).toEqual(['TOO_DEEP']);
  });

  it('are one finding, however deep they go', () => {
    const text = `lyncFederation: 1\n${nested(MANY)}\n`;
    const { problems, failures } = analyze(text, { asOf: '2016-01-01', persona: 'auditor' });
    expect(failures).toEqual([]);
    expect(problems.map(({ rule, message }) => [rule, ...message.values])).toEqual([
      ['yaml-syntax', String(MOST_LEVELS)],
    ]);
  });
});

it('the mark is where the text becomes too deep', () => {
  const text = `k: ${'['.repeat(200)}`;
  expect(parseYaml(text).faults).toMatchObject([{ at: { start: 'k: '.length + MOST_LEVELS - 1 } }]);
});

it('blocks do not go deeper than the whole', () => {
  const items = (levels: number) =>
    `a:\n  b:\n    c:\n${Array.from({ length: 15 }, () => `      - ${'['.repeat(levels)}x${']'.repeat(levels)}\n`).join('')}`;
  for (const levels of [80, 93, 94, 95, 96, 97, 98, 120]) {
    const known = readYaml(items(80), undefined).blocks;
    for (const before of [undefined, known]) {
      const { root, faults } = readYaml(items(levels), before);
      expect({ root, faults }).toEqual(parseYaml(items(levels)));
    }
  }
});

it('sections go as deep as all else', () => {
  const sections = Array.from({ length: 60 }, (_, i) => `${' '.repeat(i)}k:\n`).join('');
  const text = `${sections}${Array.from({ length: 15 }, (_, i) => `${' '.repeat(60)}k${i}: x\n`).join('')}`;
  const { root, faults } = readYaml(text, undefined);
  expect(faults).toEqual([]);
  expect({ root, faults }).toEqual(parseYaml(text));
});

it('aliases of aliases do not lead deeper', () => {
  const chain = Array.from({ length: 300 }, (_, i) => `x${i + 1}: &x${i + 1} [*x${i}]`);
  const text = ['lyncFederation: 1', 'x0: &x0 [a]', ...chain, ''].join('\n');
  expect(codesOf(text)).toContain('TOO_DEEP');
  expect(analyze(text, { asOf: '2016-01-01' }).failures).toEqual([]);
});
