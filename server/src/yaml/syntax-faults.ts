import { type Document, isCollection, isScalar, visit, type YAMLParseError, type YAMLWarning } from 'yaml';
import type { Range } from '../text/range.ts';
import { endOfLine, startOfLine } from './layout.ts';

/** Text that is not YAML, or not what a spec can be. */
export interface SyntaxFault {
  readonly kind: 'syntax';
  readonly code: SyntaxCode;
  /** Where a person would look for the mistake, which is not always where the parser noticed it. */
  readonly at: Range;
  /** The text whose structure cannot be relied on because of it. */
  readonly reach: Range;
}

/** What is wrong: codes of the `yaml` library, told apart further, and our own for what it accepts and a spec does not. */
export type SyntaxCode =
  | YAMLParseError['code']
  | 'ALIAS_BOMB'
  | 'BLOCK_HEADER'
  | 'COLON_IN_VALUE'
  | 'COMMENT_NEEDS_BLANK'
  | 'CONFLICT'
  | 'DEEPER'
  | 'EMPTY'
  | 'EXTRA_BRACKET'
  | 'LIST_BEHIND_KEY'
  | 'MISSING_BLANK'
  | 'MISSING_COLON'
  | 'MISSING_COMMA'
  | 'NOT_A_MAPPING'
  | 'SEVERAL_DOCUMENTS'
  | 'TEXT_BEHIND_QUOTE'
  | 'TOO_DEEP'
  | 'UNCLOSED_BRACKET'
  | 'UNCLOSED_QUOTE'
  | 'UNKNOWN_ALIAS'
  | 'UNREAD';

/** The mistakes in a document, by place. Of what the parser stumbles over after a mistake, nothing is left. */
export function syntaxFaults(document: Document.Parsed, text: string): SyntaxFault[] {
  if (document.errors.length > 0 && MARKER.test(text)) return [conflict(text)];
  const tags = document.warnings.filter(({ code }) => code === 'TAG_RESOLVE_FAILED');
  if (document.errors.length + tags.length === 0) return [];
  const seen: Read = { text, heads: headsOf(text), openings: openingsOf(document, text) };
  // A tab misleads the parser about all lines around it.
  const isTab = ({ code }: Pick<SyntaxFault, 'code'>) => Number(code === 'TAB_AS_INDENT');
  const left = document.errors.find(isBehindAll)?.pos[0] ?? text.length;
  const inOrder = [...document.errors, ...tags]
    .filter(({ pos }) => pos[0] <= left)
    .toSorted((a, b) => isTab(b) - isTab(a));
  const spoiled = new Uint8Array(text.length + 1);
  const kept: SyntaxFault[] = [];
  for (const error of inOrder) {
    const noticed = error.pos[0];
    // A line can have any number of them, and for each the whole of it would be looked at.
    if (spoiled[noticed] === 1 && isFoundWhereNoticed(error)) continue;
    const { code, at } = diagnosed(error, seen);
    if (spoiled[at.start] === 1) continue;
    const fault = LOCAL.has(code)
      ? faultOnLine(code, at, text)
      : faultInSections(code, at, sectionsOf(seen, { start: at.start, end: Math.max(at.end, noticed) }));
    spoiled.fill(1, fault.reach.start, Math.max(fault.reach.end, fault.reach.start + 1));
    kept.push(fault);
  }
  const sorted = kept.toSorted((a, b) => a.at.start - b.at.start);
  const last = sorted.pop();
  if (last) sorted.push(left < text.length ? { ...last, reach: { ...last.reach, end: text.length } } : last);
  return sorted;
}

/** Whether the parser had left the document: it complains of all that follows, and reads nothing of it. */
function isBehindAll({ message }: YAMLParseError): boolean {
  return message.includes(' in YAML stream');
}

/** What is known of a document while its errors are judged. */
interface Read {
  readonly text: string;
  /** Where its top-level sections begin. */
  readonly heads: readonly number[];
  /** Where quotes and brackets open, by where what is in them ends. The innermost counts. */
  readonly openings: ReadonlyMap<number, number>;
}

/** A fault that spoils no more than its line. */
export function faultOnLine(code: SyntaxCode, at: Range, text: string): SyntaxFault {
  return { kind: 'syntax', code, at, reach: { start: startOfLine(text, at.start), end: endOfLine(text, at.end) } };
}

/** What is nested too deeply to be read, from where it becomes so; nothing of the document was read. */
export function tooDeep(text: string, start: number): SyntaxFault {
  return faultInSections('TOO_DEEP', { start, end: start + 1 }, { start: 0, end: text.length });
}

/** A stretch that was not looked at, as there were more mistakes than are told; what is shown of it is its first line. */
export function unread(text: string, reach: Range): SyntaxFault {
  return faultInSections('UNREAD', lineAt(text, reach.start), reach);
}

function faultInSections(code: SyntaxCode, at: Range, reach: Range): SyntaxFault {
  return { kind: 'syntax', code, at, reach };
}

type Diagnosis = Pick<SyntaxFault, 'code' | 'at'>;

/** Mistakes behind which the parser finds its way again on the next line. */
const LOCAL: ReadonlySet<SyntaxCode> = new Set([
  'BAD_ALIAS',
  'BAD_DQ_ESCAPE',
  'BAD_SCALAR_START',
  'COLON_IN_VALUE',
  'COMMENT_NEEDS_BLANK',
  'NON_STRING_KEY',
  'TAG_RESOLVE_FAILED',
  'TEXT_BEHIND_QUOTE',
]);

function diagnosed({ code, pos, message }: YAMLParseError | YAMLWarning, { text, openings }: Read): Diagnosis {
  const offset = pos[0];
  const line = lineAt(text, offset);
  const here = { start: offset, end: Math.max(line.end, offset) };
  const openedAt = openings.get(offset);
  const opening = openedAt === undefined ? line : { start: openedAt, end: openedAt + 1 };
  if (code === 'TAB_AS_INDENT') return { code, at: { start: startOfLine(text, offset), end: line.start } };
  if (message.startsWith('Missing closing')) return { code: 'UNCLOSED_QUOTE', at: opening };
  if (/ end with a [\]}]/.test(message)) return { code: 'UNCLOSED_BRACKET', at: opening };
  if (code === 'BLOCK_IN_FLOW' || message.startsWith('Missing ,')) return { code: 'MISSING_COMMA', at: here };
  if (message.startsWith('Comments must be separated'))
    return { code: 'COMMENT_NEEDS_BLANK', at: { start: offset, end: offset + 1 } };
  if (/block scalar header/i.test(message)) return { code: 'BLOCK_HEADER', at: here };
  if (code === 'BLOCK_AS_IMPLICIT_KEY' && message.includes('mappings')) return valueWithKeys(text, here);
  if (code === 'UNEXPECTED_TOKEN') return unexpected(text, here);
  if (STRUCTURE.has(code))
    return (
      withoutBlank(text, line) ?? {
        code: code === 'MULTILINE_IMPLICIT_KEY' || message.includes('followed by') ? 'MISSING_COLON' : 'BAD_INDENT',
        at: line,
      }
    );
  if (code === 'BAD_SCALAR_START' || code === 'BAD_ALIAS') return { code, at: here };
  return { code, at: { start: offset, end: Math.min(Math.max(pos[1], offset), here.end) } };
}

/** Whether the mistake lies on the line on which the parser stumbles; a bracket may have been opened long before. */
function isFoundWhereNoticed({ code, message }: YAMLParseError | YAMLWarning): boolean {
  return (
    code !== 'BLOCK_AS_IMPLICIT_KEY' && !message.startsWith('Missing closing') && !/ end with a [\]}]/.test(message)
  );
}

/** Codes for a line that does not fit those around it. */
const STRUCTURE: ReadonlySet<SyntaxCode> = new Set([
  'BAD_INDENT',
  'BLOCK_AS_IMPLICIT_KEY',
  'MISSING_CHAR',
  'MULTILINE_IMPLICIT_KEY',
]);

/** A key behind a value: on the same line it belongs to the text, else the next line stands too deep. */
function valueWithKeys(text: string, value: Range): Diagnosis {
  if (/^[^"'#]*:(?:\s|$)/.test(text.slice(value.start, value.end))) return { code: 'COLON_IN_VALUE', at: value };
  const rest = text.slice(value.end);
  const next = /^\s*(?:#[^\n]*\n\s*)*/.exec(rest)?.[0].length ?? 0;
  return { code: 'DEEPER', at: lineAt(text, value.end + next) };
}

function unexpected(text: string, here: Range): Diagnosis {
  const character = text.charAt(here.start);
  const before = text.slice(0, here.start).trimEnd().at(-1);
  if (character === ']' || character === '}')
    return { code: 'EXTRA_BRACKET', at: { start: here.start, end: here.start + 1 } };
  if (character === '-' && before === ':') return { code: 'LIST_BEHIND_KEY', at: here };
  if (before === '"' || before === "'") return { code: 'TEXT_BEHIND_QUOTE', at: here };
  if (before === '|' || before === '>') return { code: 'BLOCK_HEADER', at: here };
  return { code: 'UNEXPECTED_TOKEN', at: here };
}

/** `key:value` and `-item`, which YAML reads as one word. */
function withoutBlank(text: string, line: Range): Diagnosis | undefined {
  const match = /^(?:-\s+)*(?:(-)[^\s-]|[A-Za-z]\w*(:)[^\s/])/d.exec(text.slice(line.start, line.end));
  const [start, end] = match?.indices?.[1] ?? match?.indices?.[2] ?? [];
  return start === undefined || end === undefined
    ? undefined
    : { code: 'MISSING_BLANK', at: { start: line.start + start, end: line.start + end } };
}

function openingsOf(document: Document.Parsed, text: string): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  visit(document, {
    Node(_, node) {
      const range = isScalar(node) || isCollection(node) ? node.range : undefined;
      if (range && /["'[{]/.test(text.charAt(range[0]))) found.set(range[1], range[0]);
    },
  });
  return found;
}

/** What is written on the line of an offset, without indentation and comment. */
function lineAt(text: string, offset: number): Range {
  const first = startOfLine(text, offset);
  const written = text.slice(first, endOfLine(text, offset));
  const content = written.replace(/(^|\s)#.*$/, '').trimEnd();
  const indentation = content.length - content.trimStart().length;
  return { start: first + indentation, end: first + content.length };
}

const MARKER = /^(?:<{7} .*|={7}|>{7} .*)\r?$/m;

function conflict(text: string): SyntaxFault {
  const first = MARKER.exec(text)?.index ?? 0;
  const last = text.search(/^>{7} /m);
  const end = endOfLine(text, first);
  const reach = sectionsOf({ text, heads: headsOf(text) }, { start: first, end: Math.max(end, last) });
  return faultInSections('CONFLICT', { start: first, end }, reach);
}

function headsOf(text: string): readonly number[] {
  return [...text.matchAll(/^[^\s#\-\]}]/gm)].map(({ index }) => index);
}

/** The top-level sections that a stretch of text lies in, as whole lines. */
function sectionsOf({ text, heads }: Pick<Read, 'text' | 'heads'>, { start, end }: Range): Range {
  return {
    start: heads[countUpTo(heads, start) - 1] ?? 0,
    end: heads[countUpTo(heads, Math.max(start, end - 1))] ?? text.length,
  };
}

/** How many of the sorted offsets are not behind `most`. */
function countUpTo(offsets: readonly number[], most: number): number {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] ?? 0) <= most) low = middle + 1;
    else high = middle;
  }
  return low;
}
