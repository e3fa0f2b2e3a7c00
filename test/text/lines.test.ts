import fc from 'fast-check';
import { expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { LineTable } from '../../server/src/text/lines.ts';

it('lines are those of the language server protocol', () => {
  const text = fc.array(fc.constantFrom('a', '\u2028', '\n', '\r', '\r\n', '\ud83d\ude00'), { maxLength: 12 });
  fc.assert(
    fc.property(text, (parts) => {
      const lines = new LineTable(parts.join(''));
      const document = TextDocument.create('file:///a', 'x', 1, parts.join(''));
      expect(lines.count).toBe(document.lineCount);
      for (let offset = 0; offset <= lines.text.length; offset++) {
        const { line, character } = document.positionAt(offset);
        // between the two parts of a line break the protocol has no place
        if (lines.text.slice(offset - 1, offset + 1) !== '\r\n')
          expect(lines.position(offset)).toEqual({ line, column: character });
      }
    }),
  );
});

it('lines of an edited text are those of a text that is new', () => {
  const text = fc.array(fc.constantFrom('a', '\n', '\r', '\r\n'), { maxLength: 8 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, text, text, text, (start, old, now, end) => {
      const before = new LineTable(start + old + end);
      const [edited, fresh] = [new LineTable(start + now + end, before), new LineTable(start + now + end)];
      const starts = (lines: LineTable) => Array.from({ length: lines.count }, (_, line) => lines.startOf(line));
      expect(starts(edited)).toEqual(starts(fresh));
    }),
    { numRuns: 500 },
  );
});

it('a line ends before its break, be it \\n, \\r\\n or \\r', () => {
  const lines = new LineTable('a\rb\r\nc\n\rd');
  expect(Array.from({ length: lines.count }, (_, line) => lines.line(line))).toEqual(['a', 'b', 'c', '', 'd']);
});
