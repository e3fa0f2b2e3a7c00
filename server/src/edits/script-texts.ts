import { DEEPEST, tokens } from '../cmdlets/statements.ts';
import type { Token } from '../cmdlets/tokens.ts';
import { each, type Leaf, type Spec } from '../spec/model.ts';
import { applyEdits, type TextEdit } from '../text/edit.ts';
import type { LineTable } from '../text/lines.ts';
import type { Range } from '../text/range.ts';
import { set } from '../yaml/edit.ts';
import { LONGEST_LINE } from './command-edits.ts';
import type { SpecEdit } from './fix.ts';

/** A piece of PowerShell: a line of the runbook, or a script. */
export interface ScriptText {
  readonly text: string;
  /** The line of the runbook; none for a script. */
  readonly line: Leaf<string> | undefined;
}

/** All PowerShell of a document. */
export function scriptTexts(
  spec: Spec,
  { isScript, lines }: { readonly isScript: boolean; readonly lines: LineTable },
): readonly ScriptText[] {
  if (isScript) return [{ text: lines.text, line: undefined }];
  return each(spec.cmdlets).map((line) => ({ text: line.value, line }));
}

/** A place in the text as a place in the document: all of the line where YAML escapes or folds it. */
export function placeInDocument({ line }: ScriptText, { start, end }: Range): Range {
  if (line === undefined) return { start, end };
  const from = line.verbatimAt;
  return from === undefined ? line.at : { start: from + start, end: from + end };
}

/** Changes the text at places in it; nothing where it is a line that is too long to be written anew. */
export function rewrittenScript(
  { text, line }: ScriptText,
  edits: readonly TextEdit[],
): readonly SpecEdit[] | undefined {
  if (text.length > LONGEST_LINE && line !== undefined) return undefined;
  if (line === undefined) return edits.map((edit) => ({ edit: 'text', ...edit }));
  return [set(line.path, applyEdits(text, edits))];
}

/** The tokens of a text and of the brackets in it; what stands in strings and comments is none. */
export function allTokens(text: string): readonly Token[] {
  const found: Token[] = [];
  let left = MOST_READ + MOST_READINGS * text.length;
  const read = (from: number, to: number, depth: number) => {
    left -= to - from;
    for (const token of tokens(text, from, to)) {
      found.push(token);
      const isNested = token.kind === 'word' && NESTED.test(text.slice(token.at.start, token.at.start + 2));
      if (!isNested || depth === DEEPEST || left < 0) continue;
      const start = token.at.start + (/^[@$]/.test(text[token.at.start] ?? '') ? 2 : 1);
      read(start, Math.max(start, token.at.end - 1), depth + 1);
    }
  };
  read(0, text.length, 0);
  return found;
}

/** Characters that are read for what stands within what before the inner ones are left alone. */
const MOST_READ = 1_000_000;
const MOST_READINGS = 10;

const NESTED = /^(?:[({]|[@$][({])/;
