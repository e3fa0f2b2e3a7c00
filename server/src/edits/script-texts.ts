import { DEEPEST, tokens } from '../cmdlets/statements.ts';
import type { Token } from '../cmdlets/tokens.ts';
import { each, type Leaf, type Spec } from '../spec/model.ts';
import { applyEdits, type TextEdit } from '../text/edit.ts';
import type { LineTable } from '../text/lines.ts';
import type { Range } from '../text/range.ts';
import { set } from '../yaml/edit.ts';
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

/** Changes the text at places in it. */
export function rewrittenScript({ text, line }: ScriptText, edits: readonly TextEdit[]): readonly SpecEdit[] {
  if (line === undefined) return edits.map((edit) => ({ edit: 'text', ...edit }));
  return [set(line.path, applyEdits(text, edits))];
}

/** The tokens of a text and of the brackets in it; what stands in strings and comments is none. */
export function allTokens(text: string, from = 0, to = text.length, depth = 0): readonly Token[] {
  return tokens(text, from, to).flatMap((token) => {
    if (token.kind !== 'word' || depth === DEEPEST || !NESTED.test(text.slice(token.at.start, token.at.start + 2)))
      return [token];
    const start = token.at.start + (/^[@$]/.test(text[token.at.start] ?? '') ? 2 : 1);
    return [token, ...allTokens(text, start, Math.max(start, token.at.end - 1), depth + 1)];
  });
}

const NESTED = /^(?:[({]|[@$][({])/;
