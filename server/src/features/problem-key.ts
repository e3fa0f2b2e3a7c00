import type { Document } from '../analyze.ts';
import { textFor } from '../cmdlets/resolved.ts';
import type { RunbookCommand } from '../cmdlets/runbook.ts';
import type { Problem } from '../problem.ts';
import type { RuleId } from '../rules/ids.generated.ts';
import { firstFrom } from '../text/range.ts';
import { locate } from '../yaml/locate.ts';
import { childOf } from '../yaml/node-at.ts';
import { entryOf, type Node, toData } from '../yaml/tree.ts';
import { NAMES } from './symbols.ts';

/** What makes a problem the same from one version of a text to the next: no line, index or count, and no day. */
export interface ProblemKey {
  readonly rule: RuleId;
  /** The way there by names, `providers.public[AOL].identity`; in a script, the command. */
  readonly path: string;
  /** The text that is wrong, without the white space and quotes around it. */
  readonly text: string;
  /** Which of several things are missing there, where it may be several. */
  readonly about?: string;
}

/** The key of a problem. Those that share one are the same debt. */
export function problemKey({ rule, at, about }: Problem, document: Document): ProblemKey {
  const text = evened(document.text.slice(at.start, Math.min(at.end, at.start + LONGEST)));
  return { rule, path: wayTo(at.start, document), text, ...(about !== undefined && { about }) };
}

/** A text as it counts: it may be wrapped or put in quotes, and stays the same. */
function evened(text: string): string {
  const even = text.replace(/\s+/g, ' ').trim();
  return /^(["']).*\1$/s.exec(even) && even.length > 1 ? even.slice(1, -1) : even;
}

function wayTo(offset: number, { kind, root, text, runbook }: Document): string {
  const command = commandAt(runbook, offset);
  const inCommand = command && commandName(command, text);
  if (kind === 'script') return inCommand ?? '';
  let node: Node | undefined = root;
  let way = '';
  for (const step of locate(root, offset)?.path ?? []) {
    node = childOf(node, step);
    if (typeof step === 'number') way += `[${inCommand ?? (node === undefined ? '' : entryName(node))}]`;
    else way += way === '' ? keyName(step) : `.${keyName(step)}`;
  }
  return way;
}

/** The command at a place, in which others may stand. */
function commandAt(runbook: Document['runbook'], offset: number): RunbookCommand | undefined {
  const outermost = outermostOf.get(runbook) ?? runbook.filter(outside());
  outermostOf.set(runbook, outermost);
  const command = outermost[firstFrom(outermost, ({ whole }) => offset < whole.end)];
  return command !== undefined && command.whole.start <= offset ? command : undefined;
}

/** Tells of commands in their order whether they stand in none before. */
function outside(): (command: RunbookCommand) => boolean {
  let end = 0;
  return ({ whole }) => {
    const isOutside = whole.start >= end;
    end = Math.max(end, whole.end);
    return isOutside;
  };
}

// Many problems stand in one command or entry, and each of them asks for its name.
const outermostOf = new WeakMap<Document['runbook'], readonly RunbookCommand[]>();
const namesOf = new WeakMap<RunbookCommand | Node, string>();

function commandName(command: RunbookCommand, text: string): string {
  return named(command, () => {
    const identity = textFor(command, 'Identity');
    if (identity !== undefined) return `${command.cmdlet} -Identity ${evened(identity)}`;
    const { start, end } = command.whole;
    return evened(text.slice(start, Math.min(end, start + LONGEST)));
  });
}

/** An entry of a list by what names it, else by all it says. */
function entryName(node: Node): string {
  return named(node, () => {
    const name = NAMES.map((key) => entryOf(node, key)?.value).find(
      (one) => one?.kind === 'scalar' && one.value !== null,
    );
    return scalarsOf(toData(name ?? node))
      .map((one) => evened(String(one)))
      .join(' ');
  });
}

function named(thing: RunbookCommand | Node, nameIt: () => string): string {
  const name = namesOf.get(thing) ?? nameIt().slice(0, LONGEST);
  namesOf.set(thing, name);
  return name;
}

/** Where a name or a text is as long as an attack, its beginning is enough to tell one from another. */
const LONGEST = 1000;

function scalarsOf(data: unknown): readonly unknown[] {
  return data !== null && typeof data === 'object' ? Object.values(data).flatMap(scalarsOf) : [data ?? ''];
}

function keyName(key: string): string {
  return /^[\w-]+$/.test(key) ? key : JSON.stringify(key);
}
