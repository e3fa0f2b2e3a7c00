import { cmdlet, parameter } from '../catalog/cmdlets.ts';
import { type ValueRule, valueRule } from '../catalog/value-rules.ts';
import { type CommandValue, quote, refusal, render } from '../cmdlets/command.ts';
import { valuePlace } from '../cmdlets/constraints.ts';
import type { Parameter } from '../cmdlets/read.ts';
import type { BoundArgument } from '../cmdlets/resolved.ts';
import type { RunbookCommand } from '../cmdlets/runbook.ts';
import type { LineTable } from '../text/lines.ts';
import { placeholder } from '../text/placeholder.ts';
import type { Range } from '../text/range.ts';
import { type Document, rewritten } from './command-edits.ts';
import type { SpecEdit } from './fix.ts';

/** A parameter as messages show it. */
export function dashed({ name }: Pick<Parameter, 'name'>): string {
  return `-${name}`;
}

/** Takes a parameter and its value out of a command. */
export function withoutParameter(
  document: Document,
  command: RunbookCommand,
  { at, valueAt }: Pick<Parameter, 'at' | 'valueAt'>,
): readonly SpecEdit[] | undefined {
  const end = valueAt?.end ?? at.end;
  return rewritten(document, command, [{ at: { start: endOfWord(document.lines, at), end }, insert: '' }]);
}

/** Gives a parameter of a command another value; nothing where that cannot be said. */
export function withValue(
  document: Document,
  command: RunbookCommand,
  { at, valueAt }: Pick<Parameter, 'at' | 'valueAt'>,
  value: CommandValue,
): readonly SpecEdit[] | undefined {
  const parameters = { Value: value };
  if (refusal({ cmdlet: '', parameters })) return undefined;
  const insert = render({ cmdlet: '', parameters }).replace(' -Value ', '');
  // A switch takes its value only after a colon.
  const edit = valueAt ? { at: valueAt, insert } : { at: { start: at.end, end: at.end }, insert: `:${insert}` };
  return rewritten(document, command, [edit]);
}

/** Adds parameters to the end of a command. */
export function withParameters(
  document: Document,
  command: RunbookCommand,
  names: readonly string[],
): readonly SpecEdit[] | undefined {
  const known = cmdlet(command.cmdlet);
  const insert = names
    .map((name) => {
      const about = known && parameter(known, name);
      const value = about && wanted(name, valueRule(about));
      return value === undefined ? ` -${name}` : ` -${name} ${value}`;
    })
    .join('');
  const at = { start: command.whole.end, end: command.whole.end };
  return rewritten(document, command, [{ at, insert }]);
}

/** What stands for a value that somebody has to enter; nothing for a switch. */
export function wanted(name: string, { kind, values = [] }: ValueRule): string | undefined {
  if (kind === 'switch') return undefined;
  if (kind === 'boolean') return quote(placeholder('true or false'));
  const few = values.length > 0 && values.length <= 4;
  return quote(placeholder(few ? values.join(' or ') : name));
}

/** Where the text before the blanks and joined lines in front of a place ends. */
function endOfWord({ text }: LineTable, { start }: Range): number {
  return start - (/(?:[ \t]|`\r?\n)*$/.exec(text.slice(Math.max(0, start - FAR), start))?.[0].length ?? 0);
}

/** Farther than any indentation. */
const FAR = 500;

/** Writes other texts in place of several values of a command. */
export function withTexts(
  document: Document,
  command: RunbookCommand,
  changes: readonly (readonly [BoundArgument, string])[],
): readonly SpecEdit[] | undefined {
  return rewritten(
    document,
    command,
    changes.map(([value, insert]) => ({ at: valuePlace(value), insert })),
  );
}
