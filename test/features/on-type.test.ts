import { describe, expect, it } from 'vitest';
import { indentTyped } from '../../server/src/features/on-type.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { LineTable } from '../../server/src/text/lines.ts';
import { makeSpec } from '../bench/spec.ts';

/** The document after a character was typed before `<|>`, and the line was indented; the cursor is where it ends up. */
function typed(marked: string, character = '\n', step = 2): string {
  const offset = marked.indexOf('<|>');
  const text = marked.replace('<|>', '');
  const edits = indentTyped(new LineTable(text), offset, character, step);
  const after = applyEdits(text, edits);
  const end = offset + after.length - text.length;
  return `${after.slice(0, end)}<|>${after.slice(end)}`;
}

describe('Enter', () => {
  it.each([
    ['behind a key without a value', 'edge:\n<|>', 'edge:\n  <|>'],
    ['behind a key with an anchor and a comment', 'edge: &e # c\n<|>\n', 'edge: &e # c\n  <|>\n'],
    ['behind a key, in a document with another step', 'a:\n    b: 1\nc:\n  <|>\n', 'a:\n    b: 1\nc:\n    <|>\n'],
    ['behind a key that has a list already', 'a:\n<|>\n- b\n', 'a:\n<|>\n- b\n'],
    [
      'behind a key that has keys already',
      'a:\n  <|>\n\n      # c\n      b: 1\n',
      'a:\n      <|>\n\n      # c\n      b: 1\n',
    ],
    ['behind the first key of an item', 'a:\n  - identity: x\n  <|>\n', 'a:\n  - identity: x\n    <|>\n'],
    ['behind the first key of an item far from its dash', '-   identity: x\n  <|>\n', '-   identity: x\n    <|>\n'],
    ['behind a key without a value in an item', '- a:\n<|>\n', '- a:\n    <|>\n'],
    ['behind another key of an item', '- a: 1\n  b: 2\n<|>\n', '- a: 1\n  b: 2\n  <|>\n'],
    ['behind an item', 'a:\n  - b.c\n<|>\n', 'a:\n  - b.c\n  <|>\n'],
    ['behind a dash', 'a:\n  -\n<|>\n', 'a:\n  -\n    <|>\n'],
    ['behind a block header', 'a:\n  - |\n<|>\n', 'a:\n  - |\n    <|>\n'],
    ['behind a block header that counts', 'a:\n  b: |4\n<|>\n', 'a:\n  b: |4\n      <|>\n'],
    ['behind a bracket', 'a:\n  b: [\n  <|>\n  ]\n', 'a:\n  b: [\n    <|>\n  ]\n'],
    ['where the editor put a tab', 'a:\n\t<|>\n', 'a:\n  <|>\n'],
    ['where the editor indented too far', 'a: 1\n    <|>\nb: 2\n', 'a: 1\n<|>\nb: 2\n'],
  ])('%s', (_, before, after) => {
    expect(typed(before)).toBe(after);
  });

  it.each([
    ['on an empty line', 'a:\n  b: 1\n\n    <|>\n'],
    ['behind a comment', 'a:\n  # c\n    <|>\n'],
    ['in a block text', 'a: |\n    x\n      <|>\n'],
    ['in a text that goes on', 'a: "b\n   <|>\n'],
    ['behind a further line of a text', 'a: b\n  c\n   <|>\n'],
    ['between brackets', 'a: [b,\n      <|>\n'],
    ['before something', 'a:\n<|>b: 1\n'],
    ['at the beginning', '  <|>\na: 1\n'],
    ['behind nothing but comments', '# c\n  <|>\n'],
  ])('changes nothing %s', (_, text) => {
    expect(typed(text)).toBe(text);
  });
});

describe('a dash', () => {
  it.each([
    [
      'below the keys of an item begins the next one',
      'a:\n  - b: 1\n    c: 2\n    -<|>\n',
      'a:\n  - b: 1\n    c: 2\n  -<|>\n',
    ],
    ['stands at the key, as other lists do', 'a:\n- b\nc:\n  -<|>\n', 'a:\n- b\nc:\n-<|>\n'],
    ['stands below the key, as other lists do', 'a:\n  - b\nc:\n  -<|>\n', 'a:\n  - b\nc:\n  -<|>\n'],
    ['stays in its list', 'a:\n  - b\n  -<|>\n', 'a:\n  - b\n  -<|>\n'],
    [
      'stays in a block text',
      'a:\n  - b: |\n      x\n    -<|>\n'.replace('    -<', '      -<'),
      'a:\n  - b: |\n      x\n      -<|>\n',
    ],
    ['stays in a list of an item', '- a:\n  - b\n  -<|>\n', '- a:\n  - b\n  -<|>\n'],
    ['stays behind something', 'a: 1\n  b-<|>\n', 'a: 1\n  b-<|>\n'],
  ])('%s', (_, before, after) => {
    expect(typed(before, '-')).toBe(after);
  });
});

it('indents at the end of 1,000 domains', () => {
  const text = `${makeSpec(1000).text}edge:\n`;
  expect(indentTyped(new LineTable(text), text.length, '\n', 2)).toEqual([
    { at: { start: text.length, end: text.length }, insert: '  ' },
  ]);
});
