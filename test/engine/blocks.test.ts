import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Blocks, readYaml } from '../../server/src/yaml/blocks.ts';
import { parseYaml } from '../../server/src/yaml/parse.ts';
import { makeSpec } from '../bench/spec.ts';

const texts = [
  ...globSync(['examples/*.lync.yaml', 'test/fixtures/*/*.lync.yaml']).map((file) => readFileSync(file, 'utf8')),
  makeSpec(60).text,
  makeSpec(60).text.replaceAll('\n', '\r\n'),
  'a:\n- x\n-\n- y: 1\n  z: |\n    text\n\n    # no comment\n\n- "two\n  lines"\n# about b\nb:\n',
  `a:\n${Array.from({ length: 20 }, (_, i) => `- ${i % 3 === 0 ? `k: ${i}\n  l:\n    - m\n\n    # n\n    - o` : i}`).join('\n')}\nb: >+\n  folded\n\n\nc: 1`,
];

/** As the whole text is read, whatever was read before. */
function agrees(text: string, before: Blocks): Blocks {
  const { blocks, ...document } = readYaml(text, before);
  expect(document).toEqual(parseYaml(text));
  return blocks;
}

describe('block by block is as in one go', () => {
  it('for whole documents', () => {
    for (const text of texts) agrees(text, new Map());
  });

  it('after each of many edits', () => {
    const inserts = [
      ':',
      '-',
      '- ',
      '"',
      "'",
      '{',
      ']',
      '&x ',
      '*x ',
      '#',
      ' #',
      '\t',
      '|',
      '\n',
      '\n\n',
      '  ',
      'x',
      '\n- y',
      '---\n',
    ];
    for (const text of texts.slice(-4).concat(texts.slice(0, 3))) {
      let blocks = agrees(text, new Map());
      for (let i = 0; i < 120; i++) {
        const at = Math.floor((((i * 7919) % 120) * text.length) / 120);
        const removed = i % 4 === 0 ? 3 : 0;
        blocks = agrees(text.slice(0, at) + inserts[i % inserts.length] + text.slice(at + removed), blocks);
      }
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
