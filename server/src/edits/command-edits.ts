import { readCommands } from '../cmdlets/read.ts';
import type { RunbookCommand } from '../cmdlets/runbook.ts';
import { each, type Leaf, type Spec } from '../spec/model.ts';
import { derived } from '../text/derived.ts';
import { applyEdits, inOrder, type TextEdit } from '../text/edit.ts';
import { groupedBy } from '../text/grouped.ts';
import type { LineTable } from '../text/lines.ts';
import { firstFrom } from '../text/range.ts';
import { remove, set } from '../yaml/edit.ts';
import type { SpecEdit } from './fix.ts';

/** Where commands are written: a spec, or a script that stands alone. */
export interface Document {
  readonly spec: Spec;
  readonly lines: LineTable;
}

/** The line of `cmdlets:` that a command stands in; none for a command of a script. What is no text is missing among the lines. */
export function lineOf(spec: Spec, { item }: Pick<RunbookCommand, 'item'>): Leaf<string> | undefined {
  const lines = each(spec.cmdlets);
  const line = lines[firstFrom(lines, ({ path }) => Number(path.at(-1)) >= item)];
  return line?.path.at(-1) === item ? line : undefined;
}

/**
 * Changes the text of commands where it stands. In a spec this is plain text as long as the YAML around it stays what it is,
 * else the whole line is written anew; nothing for a line that YAML escapes or folds.
 */
export function rewritten(
  { spec, lines }: Document,
  command: Pick<RunbookCommand, 'item'>,
  edits: readonly TextEdit[],
): readonly SpecEdit[] | undefined {
  const line = lineOf(spec, command);
  const start = line?.verbatimAt;
  if (line === undefined || (start !== undefined && edits.every(({ insert }) => isPlain(insert, line, lines))))
    return edits.map((edit) => ({ edit: 'text', ...edit }));
  if (start === undefined || line.value.length > LONGEST_LINE) return undefined;
  const inLine = edits.map(({ at, insert }) => ({ at: { start: at.start - start, end: at.end - start }, insert }));
  return [set(line.path, applyEdits(line.value, inLine))];
}

/** Characters past which a line is not written anew: each of its many findings would bring all of it. */
export const LONGEST_LINE = 5000;

/** Writes other commands in place of one; nothing where the command is part of a pipeline or of a longer line. */
export function replaced(
  document: Document,
  command: RunbookCommand,
  { runbook, text }: { readonly runbook: readonly RunbookCommand[] } & { readonly text: string },
): readonly SpecEdit[] | undefined {
  const line = lineOf(document.spec, command);
  if (line === undefined)
    return isPiped(command, document.lines) ? undefined : [{ edit: 'text', at: command.whole, insert: text }];
  return isAlone(line, command, runbook) ? [set(line.path, text)] : undefined;
}

/** Takes a command out: of a spec with its line, where nothing else stands there; nothing where it is part of a pipeline. */
export function withoutCommand(
  document: Document,
  command: RunbookCommand,
  { runbook }: { readonly runbook: readonly RunbookCommand[] },
): readonly SpecEdit[] | undefined {
  const line = lineOf(document.spec, command);
  if (line && isAlone(line, command, runbook)) return [remove(line.path)];
  if (isPiped(command, document.lines) || !isStatement(command, document)) return undefined;
  const at = line === undefined ? wholeLines(command, document.lines) : statement(command, document.lines);
  return rewritten(document, command, [{ at, insert: '' }]);
}

/** Whether a line of the runbook holds these commands and nothing else of its own: the rest of their pipeline goes with them. */
export function holdsOnly(line: Leaf<string>, commands: readonly RunbookCommand[]): boolean {
  const start = line.verbatimAt;
  const places = start === undefined ? readCommands(line.value) : commands;
  const cuts = inOrder(
    places.map(({ whole: { start: from, end } }) => {
      return { at: { start: from - (start ?? 0), end: end - (start ?? 0) }, insert: '' };
    }),
  );
  const rest = applyEdits(line.value, cuts);
  return /^[\s;|]*(?:#.*)?$/.test(rest) || !/[;\n]|&&|\|\|/.test(rest);
}

function isAlone(line: Leaf<string>, command: RunbookCommand, runbook: readonly RunbookCommand[]): boolean {
  return commandsOn(command.item, runbook).length === 1 && holdsOnly(line, [command]);
}

/** The commands of a line of the runbook. */
export function commandsOn(item: number, runbook: readonly RunbookCommand[]): readonly RunbookCommand[] {
  return byLine(runbook).get(item) ?? [];
}

// Each of many findings asks the same of its runbook.
const byLine = derived((runbook: readonly RunbookCommand[]) => groupedBy(runbook, ({ item }) => item));

/** Whether a command takes from a pipeline, or hands on to one. */
export function isPiped(command: RunbookCommand, lines: LineTable): boolean {
  const { piped, pipeline, whole } = command;
  return piped || pipeline.length > 1 || /^[ \t]*\|(?!\|)/.test(lines.slice(whole.end, whole.end + FAR));
}

/** Whether a command stands by itself, neither assigned nor part of an expression. */
function isStatement({ whole }: RunbookCommand, { spec, lines }: Document): boolean {
  if (spec.cmdlets !== undefined) return true;
  return (
    /(?:^|[\r\n;{])[ \t]*$/.test(lines.slice(Math.max(0, whole.start - FAR), whole.start)) &&
    /^[ \t]*(?:$|[\r\n;}#])/.test(lines.slice(whole.end, whole.end + FAR))
  );
}

/** Farther than any indentation. */
const FAR = 500;

/** Whether a text can be put into a scalar without a change to what YAML makes of the rest. */
function isPlain(insert: string, line: Leaf<string>, lines: LineTable): boolean {
  switch (lines.slice(line.at.start, line.at.start + 1)) {
    case "'":
      return !/['\n]/.test(insert);
    case '"':
      return !/["\\\n]/.test(insert);
    default:
      return !/: |:$| #|[,[\]{}\n]/.test(insert);
  }
}

/** A command with the `;` that parts it from the next, or from the one before. */
function statement({ whole }: RunbookCommand, { text }: LineTable): { start: number; end: number } {
  const next = /^[ \t]*;[ \t]*/.exec(text.slice(whole.end));
  if (next) return { start: whole.start, end: whole.end + next[0].length };
  const before = /[ \t]*;[ \t]*$/.exec(text.slice(Math.max(0, whole.start - FAR), whole.start));
  return { start: whole.start - (before?.[0].length ?? 0), end: whole.end };
}

/** The lines of a command where nothing else stands on them. */
function wholeLines(command: RunbookCommand, lines: LineTable): { start: number; end: number } {
  const { text } = lines;
  const start = lines.startOf(lines.lineAt(command.whole.start));
  const last = lines.lineAt(command.whole.end);
  const end = last + 1 < lines.count ? lines.startOf(last + 1) : text.length;
  const isAround =
    text.slice(start, command.whole.start).trim() === '' && text.slice(command.whole.end, end).trim() === '';
  return isAround ? { start, end } : statement(command, lines);
}
