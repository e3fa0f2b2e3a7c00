import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../server/src/text/edit.ts';
import { append, remove, rename, set, type TreeEdit } from '../../server/src/yaml/edit.ts';
import { parseYaml } from '../../server/src/yaml/parse.ts';
import { rewrite } from '../../server/src/yaml/rewrite.ts';

const order = ['first', 'a', 'b', 'c', 'cmdlets'];

function rewritten(text: string, ...edits: TreeEdit[]): string {
  const { root } = parseYaml(text);
  return applyEdits(
    text,
    rewrite({ text, root }, edits, (path) => (path.length < 2 ? order : [])),
  );
}

describe('set', () => {
  it('keeps the quotes of the value it replaces, and the comment behind it', () => {
    expect(
      rewritten('a: \'x\' # why\nb: "y"\nc: z\n', set(['a'], "it's"), set(['b'], 'q"q'), set(['c'], 'yes: no')),
    ).toBe('a: \'it\'\'s\' # why\nb: "q\\"q"\nc: "yes: no"\n');
  });

  it('adds a key where the order of the format wants it', () => {
    expect(rewritten('a: 1\nc: 3\n', set(['b'], 2))).toBe('a: 1\nb: 2\nc: 3\n');
  });

  it('adds a key behind a nested section and its trailing comment', () => {
    expect(rewritten('a:\n  - x # why\n# about c\nc: 3\n', set(['b'], true))).toBe(
      'a:\n  - x # why\nb: true\n# about c\nc: 3\n',
    );
  });

  it('makes missing sections, once for all that goes into them', () => {
    expect(rewritten('first: 1\n', set(['a', 'x', 'y'], 1), set(['a', 'x', 'z'], 2), set(['a', 'w'], 'v'))).toBe(
      'first: 1\na:\n  x:\n    y: 1\n    z: 2\n  w: v\n',
    );
  });

  it('fills an empty key, with a comment behind it', () => {
    expect(rewritten('a:\nb: # soon\nc:\n', set(['a'], 1), set(['b', 'x'], 2), set(['c', 'y'], [3]))).toBe(
      'a: 1\nb: # soon\n  x: 2\nc:\n  y:\n    - 3\n',
    );
  });

  it('writes into flow mappings in flow style', () => {
    expect(
      rewritten(
        'a: { x: 1 }\nb: {}\nc: {x: [1]}\n',
        set(['a', 'y'], 'v,w'),
        set(['b', 'z'], true),
        set(['c', 'y'], ['p', 'q']),
      ),
    ).toBe('a: { x: 1, y: "v,w" }\nb: { z: true }\nc: {x: [1], y: [p, q]}\n');
  });

  it('puts a list in place of a list, in its style', () => {
    const text = 'a: # why\n  - x\n  # about y\n  - y # z\nb: [p, q] # r\nc:\n- s\n';
    expect(rewritten(text, set(['a'], ['v']), set(['b'], ['w', 'x: y']), set(['c'], ['t', 'u']))).toBe(
      'a: # why\n  - v # z\nb: [w, "x: y"] # r\nc:\n- t\n- u\n',
    );
    expect(rewritten(text, set(['a'], []), set(['b'], []), set(['c'], 1))).toBe('a: [] # why # z\nb: [] # r\nc: 1\n');
    expect(rewritten('a:\r\n  b:\r\n    c: 1\r\nd: 2\r\n', set(['a', 'b'], {}), set(['d'], 3))).toBe(
      'a:\r\n  b: {}\r\nd: 3\r\n',
    );
  });

  it('spells a bare item out', () => {
    expect(rewritten('a:\n  - x # why\n  - y\n', set(['a', 0], { domain: 'x', proxyFqdn: 'p' }))).toBe(
      'a:\n  - domain: x\n    proxyFqdn: p # why\n  - y\n',
    );
  });
});

describe('insert', () => {
  it('appends in the indentation of the list', () => {
    expect(rewritten('a:\n- x\n', append(['a'], { k: 1, l: [2] }))).toBe('a:\n- x\n- k: 1\n  l:\n  - 2\n');
    expect(rewritten('a:\n    - x\n    # last\n', append(['a'], 'y'))).toBe('a:\n    - x\n    - y\n    # last\n');
  });

  it('writes an item like its neighbour', () => {
    expect(rewritten('a:\n  - { k: 1 } # x\n', append(['a'], { k: 2, l: ['m, n', 3] }))).toBe(
      'a:\n  - { k: 1 } # x\n  - { k: 2, l: ["m, n", 3] }\n',
    );
  });

  it('puts an item before another one', () => {
    expect(rewritten('a:\n  # one\n  - x\n  - y\n', { edit: 'insert', path: ['a'], index: 1, value: 'w' })).toBe(
      'a:\n  # one\n  - x\n  - w\n  - y\n',
    );
    expect(rewritten('a: [x, y]\n', { edit: 'insert', path: ['a'], index: 1, value: 'w' })).toBe('a: [x, w, y]\n');
  });

  it('keeps the order of several items at one place', () => {
    expect(rewritten('a:\n  - x\n', append(['a'], 'y'), append(['a'], 'z'))).toBe('a:\n  - x\n  - y\n  - z\n');
  });

  it('makes a missing list at the end of the text, with or without a line break', () => {
    expect(rewritten('a: 1', append(['cmdlets'], 'x'), append(['cmdlets'], 'y'))).toBe('a: 1\ncmdlets:\n  - x\n  - y');
    expect(rewritten('a: 1\r\n', append(['cmdlets'], 'x'))).toBe('a: 1\r\ncmdlets:\r\n  - x\r\n');
  });

  it('replaces an empty list', () => {
    expect(rewritten('cmdlets: [] # none\nb: 1\n', append(['cmdlets'], 'x'))).toBe('cmdlets: # none\n  - x\nb: 1\n');
  });

  it('appends behind a block scalar', () => {
    expect(rewritten('a:\n  - |\n    x\n    y\n\nb: 1\n', append(['a'], 'z'))).toBe(
      'a:\n  - |\n    x\n    y\n  - z\n\nb: 1\n',
    );
  });
});

describe('remove', () => {
  it('takes whole lines', () => {
    expect(rewritten('a: 1\nb: # x\n  - y\nc: 3\n', remove(['b']))).toBe('a: 1\nc: 3\n');
  });

  it('lets the next key of an item move up to the dash', () => {
    expect(rewritten('a:\n  - x: 1\n    y: 2\n  - z: 3\n', remove(['a', 0, 'x']))).toBe('a:\n  - y: 2\n  - z: 3\n');
  });

  it('takes an item with its dash', () => {
    expect(rewritten('a:\n  - x: 1\n    y: 2\n  - z: 3\n', remove(['a', 0]))).toBe('a:\n  - z: 3\n');
    expect(rewritten('a:\n  - x\n  - y\n', remove(['a', 1]))).toBe('a:\n  - x\n');
  });

  it('takes what is left empty', () => {
    expect(rewritten('a: 1\nb:\n  c:\n    - x\n    - y\n', remove(['b', 'c', 0]), remove(['b', 'c', 1]))).toBe(
      'a: 1\n',
    );
  });

  it('takes separators of flow collections', () => {
    expect(rewritten('a: [x, y, z]\nb: { p: 1, q: 2 }\n', remove(['a', 2]), remove(['b', 'p']))).toBe(
      'a: [x, y]\nb: { q: 2 }\n',
    );
    expect(rewritten('a: [x, y, z]\n', remove(['a', 0]), remove(['a', 1]))).toBe('a: [z]\n');
  });

  it('takes the second of two equal keys', () => {
    expect(rewritten('a: 1\na: 2\nb: 3\n', { edit: 'remove', path: ['a'], entry: 1 })).toBe('a: 1\nb: 3\n');
  });

  it('leaves out changes inside what goes', () => {
    expect(rewritten('a:\n  x: 1\nb: 2\n', remove(['a']), set(['a', 'x'], 5))).toBe('b: 2\n');
  });
});

describe('several changes', () => {
  it('add where others remove', () => {
    expect(rewritten('a: 1\nb:\n  - x\n  - y\n', remove(['b', 0]), remove(['b', 1]), set(['c'], 3))).toBe(
      'a: 1\nc: 3\n',
    );
    expect(rewritten('b:\n  - x\n  - y\n', remove(['b', 0]), remove(['b', 1]), append(['b'], 'z'))).toBe('b:\n  - z\n');
    expect(
      rewritten('a:\n  b:\n    - x\n    - y\n', remove(['a', 'b', 0]), remove(['a', 'b', 1]), append(['a', 'a'], 'z')),
    ).toBe('a:\n  a:\n    - z\n');
    expect(rewritten('a: 1\r\nb: 2\r\n', remove(['a']), remove(['b']), set(['c'], 3))).toBe('c: 3\r\n');
  });
});

describe('rename', () => {
  it('changes the key alone', () => {
    expect(rewritten('a: 1 # x\n', rename(['a'], 'b'))).toBe('b: 1 # x\n');
  });
});

describe('what stands before a key or an item goes with it', () => {
  it.each([
    ['a: 1\n? b\n: 2\nc: 3\n', ['b'], 'a: 1\nc: 3\n'],
    ['a: 1\n&x b: 2\nc: 3\n', ['b'], 'a: 1\nc: 3\n'],
    ['a: 1\n!!str b: 2\nc: 3\n', ['b'], 'a: 1\nc: 3\n'],
    ['a: { &x b: 1, ? c : 2, d: 3 }\n', ['a', 'b'], 'a: { ? c : 2, d: 3 }\n'],
    ['a: { &x b: 1, ? c : 2, d: 3 }\n', ['a', 'c'], 'a: { &x b: 1, d: 3 }\n'],
    ['a:\n  - &x-y b\n  - c\n', ['a', 0], 'a:\n  - c\n'],
    ['a:\n  - # b-c\n    d: 1\n  - e\n', ['a', 0], 'a:\n  - e\n'],
    ['a:\n  - x\n  - - b\n    - c-d\n', ['a', 1, 1], 'a:\n  - x\n  - - b\n'],
  ])('%j', (text, path, after) => {
    expect(rewritten(text, remove(path))).toBe(after);
  });
});

it('puts a key between two that go', () => {
  expect(rewritten('first: 1\nfirst: 1\nb:\nc: 3\n', remove(['first']), remove(['b']), set(['a'], 2))).toBe(
    'first: 1\na: 2\nc: 3\n',
  );
});

describe('what YAML seldom has', () => {
  it.each([
    ['a: [b: 1, c]\n', [set(['a', 0, 'd'], 2)], 'a: [{ b: 1, d: 2 }, c]\n'],
    ['a: {b, c: 1}\n', [set(['a', 'b'], 2)], 'a: {b: 2, c: 1}\n'],
    ['&x b: 1\n', [set(['a'], 2)], 'a: 2\n&x b: 1\n'],
    ['c: { ? b : 1 }\na: 1\n', [set(['c', 'a'], 2)], 'c: { a: 2, ? b : 1 }\na: 1\n'],
    ['  a: 1\n  b: 2\n', [remove(['a'])], '  b: 2\n'],
    ['\ufeffa: 1\nb: 2\n', [remove(['a'])], '\ufeffb: 2\n'],
    ['a: # soon\nb: 1\n', [set(['a'], 2)], 'a: 2 # soon\nb: 1\n'],
    ['a: |\n  x\n\nb: 1\n', [set(['a'], 2)], 'a: 2\n\nb: 1\n'],
    ['a: >-\n  x\nb: 1\n', [set(['a'], ['y'])], 'a:\n  - y\nb: 1\n'],
    ['a:\n  -\n  - # c\n  - b\n', [set(['a', 0], 1), set(['a', 1], 2)], 'a:\n  - 1\n  - 2 # c\n  - b\n'],
    ['a:\n  -\n  - b\n', [set(['a', 0], { c: 1, d: 2 })], 'a:\n  - c: 1\n    d: 2\n  - b\n'],
    ['a:\n  - |\n    x\n  - b\n', [set(['a', 0], 'y')], 'a:\n  - y\n  - b\n'],
    ['a:\n  - x\n', [set(['a', 3], 'y'), set(['a', 0, 'b', 1], 'y')], 'a:\n  - x\n'],
  ] satisfies [string, TreeEdit[], string][])('%j', (text, edits, after) => {
    expect(rewritten(text, ...edits)).toBe(after);
  });
});
