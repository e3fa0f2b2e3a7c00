import fc from 'fast-check';
import { expect, it } from 'vitest';
import { touches } from '../../server/src/text/range.ts';
import { locate } from '../../server/src/yaml/locate.ts';
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
