import { mixedParameters } from '../catalog/parameter-sets.ts';
import type { Range } from '../text/range.ts';
import { type Argument, isSplatted, type KnownCommand } from './resolved.ts';

/** Whether nothing else could explain the values: other faults, `@parameters`, parameters that are not listed. */
export function isSurplus(
  command: KnownCommand,
  surplus: readonly Argument[],
  { text, variables = false }: { readonly text: string; readonly variables?: boolean },
): boolean {
  const { known, names, parameters } = command;
  const isRead = parameters.every(({ role, parameter }) => role !== 'named' || parameter !== undefined);
  const isListed = mixedParameters(known, names) === undefined;
  return (
    isRead &&
    isListed &&
    !isSplatted(command) &&
    surplus.every((value) => isWord(value, text) || (variables && isVariable(value, text)))
  );
}

/** A value that stands by itself: not computed, and not the end of something that is, as in `$(…).Name`. */
function isWord({ forms, at }: Argument, text: string): boolean {
  return forms.every((form) => LITERAL.has(form)) && standsApart(at, text);
}

function isVariable({ at, valueAt = at }: Argument, text: string): boolean {
  return /^\$\w+$/.test(text.slice(valueAt.start, valueAt.end)) && standsApart(at, text);
}

const LITERAL: ReadonlySet<string> = new Set(['bare', 'single', 'double', 'variable']);

/** Whether a blank stands before a place. */
export function standsApart({ start }: Range, text: string): boolean {
  return /\s/.test(text[start - 1] ?? ' ');
}
