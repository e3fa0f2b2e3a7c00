import { describe, expect, it } from 'vitest';
import { repair } from '../../server/src/repair.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { inEnglish } from '../../server/src/text/message.ts';
import { examine } from './fixture.ts';

const HEAD = 'lyncFederation: 1\n';

/** The text after each repair of its first problem. */
function repaired(text: string): Readonly<Record<string, string>> {
  const analysis = examine(HEAD + text);
  const fixes = analysis.problems[0]?.fixes ?? [];
  return Object.fromEntries(
    fixes.map((fix) => [inEnglish(fix.title), applyEdits(analysis.text, repair(analysis, [fix])).slice(HEAD.length)]),
  );
}

describe('text that is not YAML is repaired:', () => {
  it.each([
    ['a quote left open', 'a:\n  b: "x # y\n', 'Close the quote', 'a:\n  b: "x" # y\n'],
    ['a quote left open in a list', 'a: ["x, y]\n', 'Close the quote', 'a: ["x", y]\n'],
    ['text after a quote', "a: 'it's'\n", "Write `'it''s'`", "a: 'it''s'\n"],
    ['text after another quote', 'a: "x" y\n', 'Write `\'"x" y\'`', 'a: \'"x" y\'\n'],
    ['a bracket left open', 'a:\n  b: [x, y\n  c: []\n', 'Close the bracket', 'a:\n  b: [x, y]\n  c: []\n'],
    ['braces left open', 'a: { b: x\n', 'Close the bracket', 'a: { b: x }\n'],
    ['a bracket left open over lines', 'a: [\n  x,\n  y,\nb: z\n', 'Close the bracket', 'a: [\n  x,\n  y],\nb: z\n'],
    ['a bracket of the wrong kind', 'a:\n  b: [x}\n', 'Close the bracket', 'a:\n  b: [x]\n'],
    ['a bracket too many', 'a: { b: x }}\n', 'Remove the bracket', 'a: { b: x }\n'],
    ['a comma left out', 'a: { b: x c: y }\n', 'Insert the comma', 'a: { b: x, c: y }\n'],
    ['a colon left out', 'a\n  b: x\n', 'Insert the colon', 'a:\n  b: x\n'],
    ['a list after its key', 'a:\n  b: - x\n', 'Write `[x]`', 'a:\n  b: [x]\n'],
    ['a list that begins too early', 'a: - x\n   - y\n', 'Begin the list on the line below', 'a:\n   - x\n   - y\n'],
    [
      'a backslash',
      'organization:\n  name: "C:\\certs"\n',
      'Double the backslash',
      'organization:\n  name: "C:\\\\certs"\n',
    ],
    ['text after a block mark', 'a:\n  b: | x\n', "Write `'| x'`", "a:\n  b: '| x'\n"],
    ['an anchor too many', 'a:\n  b: &x &y z\n', "Write `'&x &y z'`", "a:\n  b: '&x &y z'\n"],
    ['a tag', 'organization:\n  name: !x\n', "Write `'!x'`", "organization:\n  name: '!x'\n"],
    ['a line too deep', 'a:\n  b: x\n    c: y\n', 'Align the line with those above', 'a:\n  b: x\n  c: y\n'],
    ['a section too deep', ' a:\n   b: x\n', 'Align the line with those above', 'a:\n  b: x\n'],
    ['a line too shallow', 'a:\n    b: x\n  c: y\n', 'Align the line with those above', 'a:\n    b: x\n    c: y\n'],
    ['a dash too shallow', 'a:\n    - x\n   - y\n', 'Align the line with those above', 'a:\n    - x\n    - y\n'],
    [
      'dashes too deep',
      'domains:\n  blocked:\n    - a.com\n      - b.com\n',
      'Make each line an entry',
      'domains:\n  blocked:\n    - a.com\n    - b.com\n',
    ],
  ])('%s', (_, text, title, after) => {
    expect(repaired(text)).toEqual({ [title]: after });
  });

  it('a merge conflict, with either side at all places', () => {
    const text = ['<<<<<<< HEAD', 'a: x', '||||||| base', 'a: o', '=======', 'a: y', '>>>>>>> theirs', ''].join('\n');
    const more = ['b:', '<<<<<<< HEAD', '=======', '  c: y', '>>>>>>> theirs', ''].join('\n');
    expect(repaired(text + more)).toEqual({ 'Keep `HEAD`': 'a: x\nb:\n', 'Keep `theirs`': 'a: y\nb:\n  c: y\n' });
  });

  it('an empty file', () => {
    const analysis = examine('# nothing yet\n');
    const fixes = analysis.problems[0]?.fixes ?? [];
    expect(applyEdits(analysis.text, repair(analysis, fixes))).toBe('lyncFederation: 1\n# nothing yet\n');
  });
});
