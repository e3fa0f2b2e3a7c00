import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Range, touches } from '../../server/src/text/range.ts';
import { locate, pathAround } from '../../server/src/yaml/locate.ts';
import { parseYaml } from '../../server/src/yaml/parse.ts';
import { entryOf, type Node, type Path } from '../../server/src/yaml/tree.ts';
import { PATIENCE, runs } from '../runs.ts';
import { SPECS, versions } from './edits.ts';

/** The way to what stands at an offset, found by a look at each node in turn. */
function wayTo(node: Node, offset: number): Path {
  if (node.kind === 'scalar' || node.alias) return [];
  if (node.kind === 'sequence') {
    const i = node.items.findIndex(({ at }) => touches(at, offset));
    const item = node.items[i];
    return item === undefined ? [] : [i, ...wayTo(item, offset)];
  }
  const entry = node.entries.find(({ key, value }) => touches(key.at, offset) || touches(value.at, offset));
  if (entry === undefined) return [];
  return [entry.key.value, ...(touches(entry.key.at, offset) ? [] : wayTo(entry.value, offset))];
}

it(
  'whatever stands at an offset is found, as if each node were looked at in turn',
  () => {
    const property = fc.property(versions(SPECS), (texts) => {
      const text = texts.at(-1) ?? '';
      const { root } = parseYaml(text);
      for (let offset = 0; root !== undefined && offset <= text.length; offset++) {
        const expected = touches(root.at, offset) ? wayTo(root, offset) : undefined;
        expect(locate(root, offset)?.path).toEqual(expected);
      }
    });
    fc.assert(property, runs(60));
  },
  PATIENCE,
);

it('a key is found among many as among few', () => {
  const text = Array.from({ length: 50 }, (_, i) => `k${i % 40}: ${i}\n`).join('');
  const { root } = parseYaml(text);
  expect(entryOf(root, 'k3')?.value).toMatchObject({ value: 3 });
  expect(entryOf(root, 'k39')?.value).toMatchObject({ value: 39 });
  expect(entryOf(root, 'k40')).toBeUndefined();
});

/** All that has a place of its own: values and keys, with the ways to them. */
function* places(node: Node, path: Path = []): Iterable<{ readonly at: Range; readonly path: Path }> {
  if (node.kind === 'scalar' || node.alias) yield { at: node.at, path };
  else if (node.kind === 'sequence') for (const [i, item] of node.items.entries()) yield* places(item, [...path, i]);
  else
    for (const { key, value } of node.entries) {
      yield { at: key.at, path: [...path, key.value] };
      yield* places(value, [...path, key.value]);
    }
}

it(
  'the way to a key or a value is found by its range',
  () => {
    const property = fc.property(versions(SPECS), (texts) => {
      const { root } = parseYaml(texts.at(-1) ?? '');
      if (root === undefined) return;
      for (const { at, path } of places(root)) if (at.end > at.start) expect(pathAround(root, at)).toEqual(path);
    });
    fc.assert(property, runs(60));
  },
  PATIENCE,
);

it.each([
  ['a: [<1, 2>, 3]', 'a'],
  ['a: <[1, 2]>', 'a'],
  ['a:\n  - <b: 1\n    c: 2>\n  - d', 'a.0'],
  ['a:\n  - <{ b: 1, c: 2 }>', 'a.0'],
  ['a:\n  # <comment>\n  - b: 1', 'a.0'],
  ['a:\n  - b: 1\n  # <comment>\n  - b: 2', 'a.1'],
  ['a: 1 # <comment>\nb: 2', 'b'],
  ['# <comment>\na: 1', 'a'],
  ['a: 1\n# <comment>', ''],
  ['<a: 1\nb>: 1', ''],
  ['', ''],
])('the way to what a range is in: %j', (marked, expected) => {
  const [before = '', inside = '', after = ''] = marked.split(/[<>]/);
  const { root } = parseYaml(before + inside + after);
  const at = { start: before.length, end: before.length + inside.length };
  expect(pathAround(root, at).join('.')).toBe(expected);
});
