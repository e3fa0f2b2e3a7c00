import { isQuote } from '../cmdlets/characters.ts';
import { type Command, type CommandValue, inQuotes, refusal, render } from '../cmdlets/command.ts';
import type { Described } from '../cmdlets/described.ts';
import type { RunbookCommand } from '../cmdlets/runbook.ts';
import { sectionAt } from '../spec/noun-sections.ts';
import type { TextEdit } from '../text/edit.ts';
import type { TreeEdit, Value } from '../yaml/edit.ts';
import { nodeAt } from '../yaml/node-at.ts';
import type { Path } from '../yaml/tree.ts';
import { type Document, replaced, rewritten, withoutCommand } from './command-edits.ts';
import type { Fix, SpecEdit } from './fix.ts';

/** What a repair of a spec is repaired on: the commands that describe it. */
interface OnCommands {
  readonly described: Described;
  readonly document: Document;
  readonly runbook: readonly RunbookCommand[];
}

/**
 * A repair of a spec as one of the commands that describe it: a value changes where a command gives it, and a command that makes
 * what is to go is taken out, or turned into its removal. Nothing where that says something else.
 */
export function onCommands(fix: Fix, on: OnCommands): Fix | undefined {
  const run = fix.edits.flatMap((edit) => (edit.edit === 'run' ? edit.command : []));
  // What moves from one list to another is made there, and not here.
  const moves = ['insert', 'remove'].every((kind) => fix.edits.some(({ edit }) => edit === kind));
  const instead = run.find(({ cmdlet }) => cmdlet.startsWith(moves ? 'New-' : 'Remove-'));
  const changes = new Map<RunbookCommand, TextEdit[]>();
  const edits: SpecEdit[] = [];
  for (const edit of fix.edits) {
    if (edit.edit === 'run' || (moves && edit.edit === 'insert' && instead)) continue;
    const command = 'path' in edit ? on.described.commandAt(edit.path) : undefined;
    if (command === undefined) return undefined;
    if (edit.edit === 'remove') {
      const gone = taken(edit.path, command, instead, on);
      if (gone === undefined) return undefined;
      edits.push(...gone);
    } else {
      const change = edit.edit === 'set' ? setting(edit, command, on) : undefined;
      if (change === undefined) return undefined;
      changes.set(command, [...(changes.get(command) ?? []), change]);
    }
  }
  for (const [command, all] of changes) {
    const written = rewritten(on.document, command, all);
    if (written === undefined) return undefined;
    edits.push(...written);
  }
  return edits.length === 0 ? undefined : { ...fix, edits };
}

/** Gives a parameter its value, where it has one or at the end of the command. */
function setting(
  { path, value }: Extract<TreeEdit, { edit: 'set' }>,
  { whole }: RunbookCommand,
  { described, document }: OnCommands,
): TextEdit | undefined {
  const node = nodeAt(described.root, path);
  const name = sectionAt(path)?.parameters.get(String(path.at(-1)));
  const parameters = { [name ?? 'Value']: plain(value) };
  if (plain(value) === undefined || refusal({ cmdlet: '', parameters }) || (node === undefined && name === undefined))
    return undefined;
  const insert = render({ cmdlet: '', parameters });
  if (node === undefined) return { at: { start: whole.end, end: whole.end }, insert };
  const [before, first] = [node.at.start - 1, node.at.start].map((at) => isQuote(document.lines.text[at] ?? ''));
  if (before) return { at: node.at, insert: String(value) };
  // Where a variable gets it, a text has to stay in quotes.
  return {
    at: node.at,
    insert: first && typeof value === 'string' ? inQuotes(value) : insert.slice(insert.indexOf(' ', 1) + 1),
  };
}

function plain(value: Value): CommandValue | undefined {
  if (Array.isArray(value)) return value.map(String);
  return typeof value === 'object' ? undefined : value;
}

/** Takes an object out that a command makes; where it may be there already, or is to be another one, another command stands instead. */
function taken(
  path: Path,
  command: RunbookCommand,
  instead: Command | undefined,
  { described, document, runbook }: OnCommands,
): readonly SpecEdit[] | undefined {
  if (nodeAt(described.root, path)?.kind !== 'mapping' || command.verb !== 'New') return undefined;
  if (instead === undefined) return withoutCommand(document, command, { runbook });
  return refusal(instead) ? undefined : replaced(document, command, { runbook, text: render(instead) });
}
