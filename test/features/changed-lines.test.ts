import { expect, it } from 'vitest';
import { changedLines } from '../../server/src/features/changed-lines.ts';

const TEXT = 'one\ntwo\nthree\nfour\n';
const at = (text: string) => ({ start: TEXT.indexOf(text), end: TEXT.indexOf(text) + text.length });

it('lines are told as they are after all edits, each once', () => {
  const edits = [
    { at: { start: TEXT.length, end: TEXT.length }, insert: 'cmdlets:\n  - five\n' },
    { at: at('two\n'), insert: '' },
    { at: at('fo'), insert: 'F' },
    { at: at('ur'), insert: 'our' },
    { at: { start: 3, end: 3 }, insert: '\n  half' },
  ];
  expect(changedLines(TEXT, edits)).toEqual([
    { line: 1, text: 'half' },
    { line: 2, text: '' },
    { line: 3, text: 'Four' },
    { line: 5, text: '- five' },
  ]);
});
