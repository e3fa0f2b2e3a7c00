import type { LineTable } from '../text/lines.ts';
import { code, type Message, say } from '../text/message.ts';
import type { Range } from '../text/range.ts';
import type { SyntaxCode, SyntaxFault } from '../yaml/syntax-faults.ts';
import type { Fix } from './fix.ts';
import { alignments } from './line-alignment.ts';

/** The repairs of text that is not YAML: only where it is plain, or likely enough to be looked at, what was meant. */
export function syntaxRepairs(fault: SyntaxFault, lines: LineTable): readonly Fix[] {
  return REPAIRS[fault.code]?.(fault, lines) ?? [];
}

type Repair = (fault: SyntaxFault, lines: LineTable) => readonly Fix[];

const REPAIRS: Readonly<Partial<Record<SyntaxCode, Repair>>> = {
  EMPTY: ({ at }) => [replacing(say`Begin a federation spec`, 'review', [emptyAt(at.start), 'lyncFederation: 1\n'])],
  CONFLICT: (_, lines) => sides(lines.text),
  MISSING_BLANK: ({ at }) => [replacing(say`Insert a space`, 'safe', [emptyAt(at.end), ' '])],
  COMMENT_NEEDS_BLANK: ({ at }) => [replacing(say`Insert a space`, 'safe', [emptyAt(at.start), ' '])],
  COLON_IN_VALUE: ({ at }, lines) => quoted(at.start, lines, 'safe'),
  BAD_SCALAR_START: ({ at }, lines) => quoted(at.start, lines, 'safe'),
  BAD_ALIAS: ({ at }, lines) => quoted(at.start, lines, 'review'),
  UNKNOWN_ALIAS: ({ at }, lines) => quoted(at.start, lines, 'review'),
  TAG_RESOLVE_FAILED: ({ at }, lines) => quoted(at.start, lines, 'review'),
  BLOCK_HEADER: ({ at }, lines) => quoted(valueStart(at.start, lines), lines, 'review'),
  MULTIPLE_ANCHORS: ({ at }, lines) => quoted(valueStart(at.start, lines), lines, 'review'),
  BAD_DQ_ESCAPE: ({ at }) => [replacing(say`Double the backslash`, 'review', [emptyAt(at.start), '\\'])],
  TAB_AS_INDENT: withoutTabs,
  UNCLOSED_QUOTE: closedQuote,
  UNCLOSED_BRACKET: closedBracket,
  EXTRA_BRACKET: ({ at }) => [replacing(say`Remove the bracket`, 'review', [at, ''])],
  MISSING_COMMA: withComma,
  MISSING_COLON: ({ at }) => [replacing(say`Insert the colon`, 'review', [emptyAt(at.end), ':'])],
  LIST_BEHIND_KEY: inBrackets,
  TEXT_BEHIND_QUOTE: quotedAgain,
  DEEPER: aligned,
  BAD_INDENT: aligned,
};

function replacing(title: Message, safety: Fix['safety'], ...changes: readonly (readonly [Range, string])[]): Fix {
  return { title, safety, edits: changes.map(([at, insert]) => ({ edit: 'text', at, insert })) };
}

const HUNK =
  /^<{7} (?<upper>[^\r\n]*)\r?\n(?<ours>.*?)(?:^\|{7}[^\r\n]*\r?\n.*?)?^={7}\r?\n(?<theirs>.*?)^>{7} (?<lower>[^\r\n]*)(?:\r?\n|$)/gms;

/** One side of each conflict; the names of the sides are those of the first one. */
function sides(text: string): readonly Fix[] {
  const hunks = [...text.matchAll(HUNK)].map(({ 0: all, index, groups = {} }) => {
    return { at: { start: index, end: index + all.length }, ...groups };
  });
  const [first] = hunks;
  if (first === undefined) return [];
  const kept = (side: 'ours' | 'theirs') =>
    hunks.map((hunk): readonly [Range, string] => [hunk.at, Reflect.get(hunk, side)]);
  return [
    replacing(say`Keep ${code(String(Reflect.get(first, 'upper')))}`, 'review', ...kept('ours')),
    replacing(say`Keep ${code(String(Reflect.get(first, 'lower')))}`, 'review', ...kept('theirs')),
  ];
}

/** Quotes the rest of the line, where the value is all that stands behind its key or dash. */
function quoted(start: number, lines: LineTable, safety: Fix['safety']): readonly Fix[] {
  const before = lines.slice(lines.startOf(lines.lineAt(start)), start);
  const value = restOfLine(start, lines);
  if (value === '' || !/^\s*(?:- +)*(?:\w+: +)?$/.test(before) || before.trim() === '') return [];
  const insert = inQuotes(value);
  return [replacing(say`Write ${code(insert)}`, safety, [{ start, end: start + value.length }, insert])];
}

/** The value of a line that ended too early is quoted as a whole. */
function quotedAgain({ at }: SyntaxFault, lines: LineTable): readonly Fix[] {
  const start = valueStart(at.start, lines);
  const value = restOfLine(start, lines);
  const quote = value.charAt(0);
  if (quote !== '"' && quote !== "'") return [];
  const inner = value.endsWith(quote) ? value.slice(1, -1) : value;
  const insert = inQuotes(quote === "'" ? inner.replaceAll("''", "'") : inner);
  return [replacing(say`Write ${code(insert)}`, 'review', [{ start, end: start + value.length }, insert])];
}

/** Where the value of a line begins: after its dashes and its key. */
function valueStart(offset: number, lines: LineTable): number {
  const line = lines.lineAt(offset);
  return lines.startOf(line) + (/^\s*(?:- +)*(?:\w+: +)?/.exec(lines.line(line))?.[0].length ?? 0);
}

/** What is written from an offset on, up to the comment. */
function restOfLine(start: number, lines: LineTable): string {
  const rest = lines.slice(start, lines.endOf(lines.lineAt(start)));
  return rest.replace(/\s#.*$/, '').trimEnd();
}

function inQuotes(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}

/** Two blanks for each tab; how deep each line was meant to stand is for a person to see. */
function withoutTabs({ reach }: SyntaxFault, lines: LineTable): readonly Fix[] {
  const indentations = lines.slice(reach.start, reach.end).matchAll(/^ *\t[ \t]*/gm);
  const changes = [...indentations].map(({ 0: text, index }): readonly [Range, string] => {
    const start = reach.start + index;
    return [{ start, end: start + text.length }, text.replaceAll('\t', '  ')];
  });
  return [replacing(say`Replace the tabs by spaces`, 'review', ...changes)];
}

/** Between brackets a text ends where the next entry begins, else with its line. */
function closedQuote({ at }: SyntaxFault, lines: LineTable): readonly Fix[] {
  const quote = lines.text.charAt(at.start);
  if (quote !== '"' && quote !== "'") return [];
  const rest = restOfLine(at.start, lines);
  const isBetween = /[[{]/.test(lines.slice(lines.startOf(lines.lineAt(at.start)), at.start));
  const length = isBetween ? rest.search(/(?<!\s)\s*[,\]}]|$/) : rest.length;
  return [replacing(say`Close the quote`, 'review', [emptyAt(at.start + length), quote])];
}

/** What stands deeper than the line of a bracket belongs into it. A bracket of the wrong kind is made the right one. */
function closedBracket({ at }: SyntaxFault, lines: LineTable): readonly Fix[] {
  const bracket = lines.text.charAt(at.start);
  if (bracket !== '[' && bracket !== '{') return [];
  const [right, wrong] = bracket === '[' ? [']', '}'] : ['}', ']'];
  const first = lines.lineAt(at.start);
  let last = first;
  while (last + 1 < lines.count && depth(lines.line(last + 1)) > depth(lines.line(first))) last++;
  const start = last === first ? at.start : lines.startOf(last);
  const rest = restOfLine(start, lines).replace(/(?<!\s)\s*,$/, '');
  const end = start + rest.length;
  const title = say`Close the bracket`;
  if (rest.endsWith(wrong)) return [replacing(title, 'review', [{ start: end - 1, end }, right])];
  return [replacing(title, 'review', [emptyAt(end), bracket === '{' ? ` ${right}` : right])];
}

/** A key behind a value begins the next entry. */
function withComma({ at }: SyntaxFault, { text }: LineTable): readonly Fix[] {
  const found = /[^\s,:{[](?=\s+\w+:\s)/.exec(text.slice(at.start, at.end));
  if (found === null) return [];
  return [replacing(say`Insert the comma`, 'review', [emptyAt(at.start + found.index + 1), ','])];
}

/** One item is put in brackets; several begin on the line below. */
function inBrackets({ at }: SyntaxFault, lines: LineTable): readonly Fix[] {
  const next = lines.line(lines.lineAt(at.start) + 1);
  if (/^\s*- /.test(next)) {
    const insert = `\n${' '.repeat(depth(next))}`;
    const start = lines.slice(0, at.start).trimEnd().length;
    return [replacing(say`Begin the list on the line below`, 'review', [{ start, end: at.start }, insert])];
  }
  const item = restOfLine(at.start, lines).replace(/^-\s*/, '');
  if (/[:[\]{},]/.test(item)) return [];
  const end = at.start + restOfLine(at.start, lines).length;
  return [replacing(say`Write ${code(`[${item}]`)}`, 'review', [{ start: at.start, end }, `[${item}]`])];
}

function aligned(fault: SyntaxFault, lines: LineTable): readonly Fix[] {
  const changes = alignments(fault, lines);
  return changes.length === 0 ? [] : [replacing(say`Align the line with those above`, 'review', ...changes)];
}

function depth(line: string): number {
  return line.trim() === '' ? -1 : line.length - line.trimStart().length;
}

function emptyAt(offset: number): Range {
  return { start: offset, end: offset };
}
