import { describe, expect, it } from 'vitest';
import { append, remove, rename, set, type TreeEdit } from '../../server/src/yaml/edit.ts';
import { saysAsChanged } from '../../server/src/yaml/expected.ts';
import { parseYaml } from '../../server/src/yaml/parse.ts';

/** Whether `after` says what `before` says but for these changes. */
function holds(before: string, after: string, ...edits: TreeEdit[]): boolean {
  const { root } = parseYaml(before);
  if (root === undefined) throw new Error('no document');
  return saysAsChanged(root, parseYaml(after).root, { edits, rewritten: [] });
}

describe('a document says what it said but for', () => {
  it.each<[string, string, TreeEdit[]]>([
    ['a: 1\n', 'a: 2\n', [set(['a'], 2)]],
    ['a: 1\n', 'b:\n  c: { d: [x] }\na: 1\n', [set(['b', 'c', 'd'], ['x'])]],
    ['a:\n  - x\n  - z\n', 'a: [x, y, z]\n', [{ edit: 'insert', path: ['a'], index: 1, value: 'y' }]],
    ['a:\n', 'a:\n  - x\n', [append(['a'], 'x')]],
    ['a:\n  b:\n    - x\nc: 1\n', 'c: 1\n', [remove(['a', 'b', 0])]],
    ['a: [x, y]\n', 'a: [y, z]\n', [remove(['a', 0]), append(['a'], 'z')]],
    ['a: { b: 1 }\n', 'c: { b: 1 }\n', [rename(['a'], 'c')]],
    ['a: 1\n', '# nothing\n', [remove(['a'])]],
  ])('%j -> %j', (before, after, edits) => {
    expect(holds(before, after, ...edits)).toBe(true);
    expect(holds(before, after)).toBe(false);
    expect(holds(before, before, ...edits)).toBe(false);
    expect(holds(before, `${after}more: 1\n`, ...edits)).toBe(false);
  });

  it('which of two keys goes', () => {
    expect(holds('a: 1\na: 2\n', 'a: 1\n', { edit: 'remove', path: ['a'], entry: 1 })).toBe(true);
    expect(holds('a: 1\na: 2\n', 'a: 1\n', { edit: 'remove', path: ['a'], entry: 0 })).toBe(false);
  });

  it('what lies beside the change', () => {
    const before = 'a: &x [1]\nb: *x\nc: "1"\n';
    expect(holds(before, 'a: &x [2]\nb: *x\nc: "1"\n', set(['a', 0], 2))).toBe(false);
    expect(holds(before, 'a: [2]\nb: [1]\nc: "1"\n', set(['a', 0], 2))).toBe(true);
    expect(holds(before, 'a: [2]\nb: [1]\nc: 1\n', set(['a', 0], 2))).toBe(false);
  });

  it('the order of a list, and not that of keys', () => {
    expect(holds('a: 1\nb: 2\n', 'b: 2\na: 1\n')).toBe(true);
    expect(holds('a: [1, 2]\n', 'a: [2, 1]\n')).toBe(false);
  });
});
