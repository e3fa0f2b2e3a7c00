import type { CommandLine } from '../../cmdlets/read.ts';
import type { ResolvedCommand } from '../../cmdlets/resolved.ts';
import type { LineTable } from '../../text/lines.ts';
import { type Message, say } from '../../text/message.ts';
import type { Unread } from './found.ts';

/** A script by its lines. */
export interface Source {
  readonly source: string;
  readonly lines: LineTable;
}

/** The cmdlets that change something. */
export const CHANGING = /^(?:New|Set|Remove|Enable|Disable|Grant)-Cs/i;

/** What of a line is commands of ours. */
interface OnLine {
  /** Where the last of them ends. */
  end: number;
  /** The first that changes something: what stands above a look at the server is about what follows it. */
  changing: CommandLine | undefined;
}

function commandsByLine(commands: readonly CommandLine[], lines: LineTable): ReadonlyMap<number, OnLine> {
  const found = new Map<number, OnLine>();
  for (const command of commands) {
    const changing = CHANGING.test(command.cmdlet) ? command : undefined;
    const { start, end } = command.whole;
    const last = lines.lineAt(end);
    for (let line = lines.lineAt(start); line <= last; line++) {
      const before = found.get(line);
      if (before === undefined) found.set(line, { end, changing });
      else {
        before.end = Math.max(before.end, end);
        before.changing ??= changing;
      }
    }
  }
  return found;
}

/** Comments by the command they stand above. Every other line that is no command of ours is told of. */
export function commentsAbove(
  commands: readonly CommandLine[],
  { source, lines }: Source,
  unread: Unread[],
): ReadonlyMap<CommandLine | 'top', readonly string[]> {
  const { text } = lines;
  const above = new Map<CommandLine | 'top', string[]>();
  let comments: string[] = [];
  const byLine = commandsByLine(commands, lines);
  let block = false;
  const keep = (command: CommandLine | 'top') => {
    const before = above.get(command);
    if (before === undefined) above.set(command, comments);
    else for (const comment of comments) before.push(comment);
    comments = [];
  };
  for (let index = 0; index < lines.count; index++) {
    const line = lines.line(index).trim();
    const here = byLine.get(index);
    if (here) {
      const behind = /^[\s{};)]*#(.*)/.exec(text.slice(here.end, lines.endOf(index)))?.[1]?.trim();
      if (behind) comments.push(behind);
      if (here.changing !== undefined) keep(here.changing);
      continue;
    }
    if (line.startsWith('<#')) block = true;
    if (line.startsWith('#') || block) comments.push(...commentText(line));
    else if (line === '') keep('top');
    else if (!isScaffold(line)) {
      unread.push({ source, line: index + 1, text: line, reason: say`It is no command about federation.` });
    }
    if (line.endsWith('#>')) block = false;
  }
  keep('top');
  return above;
}

function commentText(line: string): readonly string[] {
  if (/^#requires\b/i.test(line)) return [];
  const text = line
    .replace(/#>$/, '')
    .replace(/^(?:<#|#+)\s?/, '')
    .trim();
  return text === '' ? [] : [text];
}

/** A line that changes nothing by itself: brackets, preferences, messages, and what makes the cmdlets available. */
function isScaffold(line: string): boolean {
  return SCAFFOLD.some((form) => form.test(line));
}

const SCAFFOLD: readonly RegExp[] = [
  /^(?:[(){};]|else\b|try\b|finally\b)+(?:\s+[{}]*)?$/i,
  /^if\s*\(\s*Get-Command\b[^;|]*\{$/i,
  /^(?:\[CmdletBinding\([^)]*\)\]\s*)?param\s*\(\s*\)$/i,
  /^\$\w+Preference\s*=/i,
  /^(?:Import-Module|Set-StrictMode|Write-(?:Host|Output|Verbose|Warning))\b[^;|]*$/i,
];

/** Where a line first has more than brackets, and where it looks at what is there; behind its end where it does not. */
export interface Start {
  readonly content: number;
  readonly look: number;
}

/** A command on its line. */
export interface OnItsLine extends Source {
  readonly command: ResolvedCommand;
  /** Counted from zero. */
  readonly line: number;
  /** Of the lines that were asked for it. */
  readonly starts: Map<number, Start>;
}

/** Characters past which a line is more than a command and what stands around it. */
export const LONG = 1000;

/** What stands before a command on its line may keep it from running; a look at what is there is no matter. */
export function doubt({ command, lines, line, starts }: OnItsLine): Message | undefined {
  if (!command.nested || !CHANGING.test(command.cmdlet)) return undefined;
  const { content, look } = starts.get(line) ?? startOf(lines, line);
  starts.set(line, { content, look });
  const { start } = command.whole;
  if (look < start || content >= start) return undefined;
  const before = lines.text.slice(lines.startOf(line), start);
  if (before.length < LONG && isScaffold(before.trim())) return undefined;
  return say`It is taken to run, which depends on what stands around it.`;
}

function startOf(lines: LineTable, line: number): Start {
  const text = lines.line(line);
  const [content = 0, look = 0] = [/[^\s{};]/, /Get-C/i].map((what) => {
    const at = text.search(what);
    return at < 0 ? lines.endOf(line) : lines.startOf(line) + at;
  });
  return { content, look };
}
