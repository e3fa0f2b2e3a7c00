import type { Analysis, Problem } from '../analyze.ts';
import { textFor } from '../cmdlets/resolved.ts';
import type { RuleId } from '../rules/ids.generated.ts';
import { locate } from '../yaml/locate.ts';
import { childOf, entryOf, type Node, toData } from '../yaml/tree.ts';
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
export function problemKey({ rule, at, about }: Problem, analysis: Analysis): ProblemKey {
  const text = evened(analysis.text.slice(at.start, at.end));
  return { rule, path: wayTo(at.start, analysis), text, ...(about !== undefined && { about }) };
}

/** A text as it counts: it may be wrapped or put in quotes, and stays the same. */
function evened(text: string): string {
  const even = text.replace(/\s+/g, ' ').trim();
  return /^(["']).*\1$/s.exec(even) && even.length > 1 ? even.slice(1, -1) : even;
}

function wayTo(offset: number, { kind, root, text, runbook }: Analysis): string {
  const command = runbook.find(({ whole }) => whole.start <= offset && offset < whole.end);
  const identity = command && textFor(command, 'Identity');
  const inCommand =
    command &&
    (identity !== undefined
      ? `${command.cmdlet} -Identity ${evened(identity)}`
      : evened(text.slice(command.whole.start, command.whole.end)));
  if (kind === 'script') return inCommand ?? '';
  let node: Node | undefined = root;
  let way = '';
  for (const step of locate(root, offset)?.path ?? []) {
    node = childOf(node, step);
    if (typeof step === 'number') way += `[${inCommand ?? entryName(node)}]`;
    else way += way === '' ? keyName(step) : `.${keyName(step)}`;
  }
  return way;
}

/** An entry of a list by what names it, else by all it says. */
function entryName(node: Node | undefined): string {
  const named = NAMES.map((key) => entryOf(node, key)?.value).find(
    (one) => one?.kind === 'scalar' && one.value !== null,
  );
  return scalarsOf(toData(named ?? node))
    .map((one) => evened(String(one)))
    .join(' ');
}

function scalarsOf(data: unknown): readonly unknown[] {
  return data !== null && typeof data === 'object' ? Object.values(data).flatMap(scalarsOf) : [data ?? ''];
}

function keyName(key: string): string {
  return /^[\w-]+$/.test(key) ? key : JSON.stringify(key);
}
