import type { Analysis } from '../analyze.ts';
import type { Parameter } from '../cmdlets/read.ts';
import type { RunbookCommand } from '../cmdlets/runbook.ts';
import { tokens } from '../cmdlets/statements.ts';
import type { WordForm } from '../cmdlets/tokens.ts';
import type { Range } from '../text/range.ts';
import { isInPlace } from './runbook/objects.ts';

/** The kinds of words that commands are made of. */
export const tokenTypes = ['function', 'parameter', 'string', 'number', 'variable'] as const;

export type TokenType = (typeof tokenTypes)[number];

/** A word on one line, with its kind. */
export interface SemanticToken {
  readonly at: Range;
  readonly type: TokenType;
}

/** The words of our commands, by place. What is escaped or folded in YAML has no place of its own and is left out. */
export function semanticTokens({ text, runbook }: Analysis): readonly SemanticToken[] {
  const found = runbook.filter((command) => isInPlace(text, command)).flatMap((command) => inCommand(text, command));
  return found.filter(({ at }) => at.start < at.end).toSorted((a, b) => a.at.start - b.at.start);
}

function inCommand(text: string, { at, parameters }: RunbookCommand): readonly SemanticToken[] {
  return [{ at, type: 'function' }, ...parameters.flatMap((parameter) => inParameter(text, parameter))];
}

function inParameter(text: string, { name, at, valueAt, forms }: Parameter): readonly SemanticToken[] {
  const named: readonly SemanticToken[] = name === '' ? [] : [{ at, type: 'parameter' }];
  if (valueAt === undefined) return named;
  const words: readonly Word[] =
    forms.length === 1
      ? forms.map((form) => ({ form, at: valueAt }))
      : tokens(text, valueAt.start, valueAt.end).flatMap((token) => (token.kind === 'word' ? [token] : []));
  return [...named, ...words.flatMap((word) => ofWord(text.slice(word.at.start, word.at.end), word))];
}

interface Word {
  readonly form: WordForm;
  readonly at: Range;
}

function ofWord(written: string, { form, at }: Word): readonly SemanticToken[] {
  const type = typeOf(form, written);
  return type === undefined || written.includes('\n') ? [] : [{ at, type }];
}

function typeOf(form: WordForm, written: string): TokenType | undefined {
  switch (form) {
    case 'bare':
      return /^[+-]?\d+(?:\.\d+)?(?:[kmgtp]b)?$/i.test(written) ? 'number' : 'string';
    case 'single':
    case 'double':
      return 'string';
    case 'variable':
    case 'splat':
      return 'variable';
    case 'computed':
      return /^\$[\w:?]+$/.test(written) ? 'variable' : written.startsWith('"') ? 'string' : undefined;
    default:
      return undefined;
  }
}
