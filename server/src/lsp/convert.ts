import {
  type CompletionItem,
  CompletionItemKind,
  CompletionItemTag,
  type DocumentSymbol,
  type FoldingRange,
  FoldingRangeKind,
  InsertTextFormat,
  InsertTextMode,
  type Hover as LspHover,
  type Range as LspRange,
  MarkupKind,
  type Position,
  SymbolKind,
} from 'vscode-languageserver';
import type { Analysis } from '../analyze.ts';
import type { Completion } from '../features/completion/item.ts';
import type { Fold } from '../features/folding.ts';
import type { Hover } from '../features/hover.ts';
import type { SpecSymbol } from '../features/symbols.ts';
import type { LineTable } from '../text/lines.ts';
import { unmarked } from '../text/markdown.ts';
import type { Range } from '../text/range.ts';
import { plainLine } from '../text/visible.ts';
import type { Client } from './capabilities.ts';

/** A document as the client names it. */
export interface Identified {
  readonly uri: string;
  /** None for a file that is not open. */
  readonly version: number | null;
}

/** A range in lines and characters. */
export function toRange(lines: LineTable, { start, end }: Range): LspRange {
  return { start: toPosition(lines, start), end: toPosition(lines, end) };
}

/** The offset of a place, in the text nevertheless where the client points outside of it. */
export function toOffset(lines: LineTable, { line, character }: Position): number {
  return lines.offset({ line: Math.max(0, line), column: Math.max(0, character) });
}

/** Markdown about a place; plain text for a client that shows no Markdown. */
export function toHover({ at, markdown }: Hover, lines: LineTable, client: Client): LspHover {
  const kind = client.markdownHover ? MarkupKind.Markdown : MarkupKind.PlainText;
  return { range: toRange(lines, at), contents: { kind, value: client.markdownHover ? markdown : unmarked(markdown) } };
}

/** A completion; `index` keeps the order in which they came. */
export function toCompletionItem(item: Completion, index: number, lines: LineTable, client: Client): CompletionItem {
  const { label, kind, at, insert, filter, detail, deprecated } = item;
  const shown = plainLine(label);
  const typed = filter ?? (shown === label ? undefined : label);
  const text = client.insertAsIs ? insert : insert.replaceAll(`\n${indentOf(lines, at.start)}`, '\n');
  return {
    label: shown,
    kind: KINDS[kind],
    sortText: String(index).padStart(4, '0'),
    textEdit: { range: toRange(lines, at), newText: client.snippets ? text : withoutStops(text) },
    insertTextFormat: client.snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    ...(client.insertAsIs && { insertTextMode: InsertTextMode.asIs }),
    ...(typed !== undefined && { filterText: typed }),
    ...(detail !== undefined && { detail }),
    ...(deprecated && client.deprecatedItems && { tags: [CompletionItemTag.Deprecated] }),
  };
}

/** What there is to read about a completion. */
export function toDocumentation({ docs }: Completion, client: Client): Pick<CompletionItem, 'documentation'> {
  if (docs === undefined) return {};
  return { documentation: client.markdownDocs ? { kind: MarkupKind.Markdown, value: docs } : unmarked(docs) };
}

/** A part of the spec for the outline. */
export function toSymbol({ name, detail, kind, at, nameAt, children }: SpecSymbol, lines: LineTable): DocumentSymbol {
  return {
    name,
    kind: SYMBOLS[kind],
    range: toRange(lines, at),
    selectionRange: toRange(lines, nameAt),
    ...(detail !== undefined && { detail }),
    ...(children.length > 0 && { children: children.map((child) => toSymbol(child, lines)) }),
  };
}

/** Lines that can be folded behind the first one. */
export function toFold({ at, kind }: Fold, { lines }: Analysis): FoldingRange {
  const [startLine, endLine] = [lines.lineAt(at.start), lines.lineAt(at.end)];
  return kind === 'comment' ? { startLine, endLine, kind: FoldingRangeKind.Comment } : { startLine, endLine };
}

function toPosition(lines: LineTable, offset: number): Position {
  const { line, column } = lines.position(offset);
  return { line, character: column };
}

const KINDS = {
  key: CompletionItemKind.Property,
  value: CompletionItemKind.EnumMember,
  name: CompletionItemKind.Reference,
  entry: CompletionItemKind.Snippet,
  cmdlet: CompletionItemKind.Function,
  parameter: CompletionItemKind.Field,
} as const;

const SYMBOLS = {
  section: SymbolKind.Module,
  list: SymbolKind.Array,
  entry: SymbolKind.Object,
  value: SymbolKind.Property,
  command: SymbolKind.Function,
} as const;

/** The blanks at the start of the line of an offset. */
function indentOf(lines: LineTable, offset: number): string {
  return /^[ \t]*/.exec(lines.line(lines.lineAt(offset)))?.[0] ?? '';
}

/** A snippet as plain text: each place to type holds its suggestion, or its first choice. */
function withoutStops(snippet: string): string {
  return snippet.replace(
    /\\([\\$}])|\$\d+|\$\{\d+\|((?:[^\\|,]|\\.)*)(?:[^|\\]|\\.)*\|\}|\$\{\d+:((?:[^\\}]|\\.)*)\}/g,
    (_, escaped, first, text) => {
      return escaped ?? (first ?? text ?? '').replace(/\\(.)/g, '$1');
    },
  );
}
