import type { Analysis } from '../../analyze.ts';
import { each } from '../../spec/model.ts';
import type { LineTable } from '../../text/lines.ts';
import type { Range } from '../../text/range.ts';
import { type Context, contextAt } from '../completion/context.ts';

/** A stretch of a document that is PowerShell. */
export interface CommandText {
  readonly within: Range;
  /** How it stands in the document; a quoted line of the runbook has escapes of its own. */
  readonly style: 'script' | 'plain' | 'single' | 'double';
}

/** The PowerShell around an offset: a line of the runbook, or the lines of a script that belong together. */
export function commandTextAt(analysis: Analysis, offset: number): CommandText | undefined {
  if (analysis.kind === 'script') return inScript(analysis.lines, offset);
  const line = lineAt(analysis, offset);
  if (line !== undefined) return line;
  if (!/^cmdlets\s*:/m.test(analysis.text)) return undefined;
  const context = contextAt(analysis.lines, offset);
  return context?.path[0] === 'cmdlets' && context.slot === 'item' ? inContext(context) : undefined;
}

/** The PowerShell of a line of the runbook that is being typed. */
export function inContext({ at, typed }: Context): CommandText {
  const quote = /^["']/.exec(typed)?.[0];
  const style = quote === undefined ? 'plain' : quote === '"' ? 'double' : 'single';
  return { within: { start: at.start + (quote?.length ?? 0), end: at.end }, style };
}

/** The line of the runbook at an offset, or behind whose last word it is; nothing where what is being typed cannot be read yet. */
export function lineAt({ spec, text, lines }: Analysis, offset: number): CommandText | undefined {
  const line = each(spec.cmdlets).find(({ at }) => at.start <= offset && offset <= lines.endOf(lines.lineAt(at.end)));
  if (line?.verbatimAt === undefined) return undefined;
  const { at, verbatimAt: start, value } = line;
  const end = start + value.length;
  if (start > at.start) {
    const style = text[at.start] === '"' ? 'double' : 'single';
    return start <= offset && offset <= end ? { within: { start, end }, style } : undefined;
  }
  if (offset > end && text.slice(end, offset).trim() !== '') return undefined;
  return { within: { start, end: Math.max(end, offset) }, style: 'plain' };
}

/** Puts a piece of PowerShell into a text of that style. */
export function written(text: string, style: CommandText['style']): string {
  if (style === 'single') return text.replaceAll("'", "''");
  return style === 'double' ? JSON.stringify(text).slice(1, -1) : text;
}

/** A command ends with its line unless that says it goes on; the limit keeps a long list from being read at each key. */
const MOST_LINES = 200;

function inScript(lines: LineTable, offset: number): CommandText | undefined {
  if (isInComment(lines.text, offset) || isInHereString(lines.text, offset)) return undefined;
  const line = lines.lineAt(offset);
  let first = line;
  while (first > 0 && line - first < MOST_LINES && GOES_ON.test(lines.line(first - 1))) first--;
  let last = line;
  while (last < lines.count - 1 && last - line < MOST_LINES && GOES_ON.test(lines.line(last))) last++;
  return { within: { start: lines.startOf(first), end: lines.endOf(last) }, style: 'script' };
}

const GOES_ON = /[|,]\s*$|(?:^|\s)`$/;

function isInComment(text: string, offset: number): boolean {
  const opened = offset === 0 ? -1 : text.lastIndexOf('<#', offset - 1);
  return opened >= 0 && text.indexOf('#>', opened) + 2 > offset;
}

function isInHereString(text: string, offset: number): boolean {
  return ["'", '"'].some((quote) => {
    const opened = offset === 0 ? -1 : text.lastIndexOf(`@${quote}`, offset - 1);
    if (opened < 0 || !/^\s*\n/.test(text.slice(opened + 2, opened + 80))) return false;
    const closed = text.indexOf(`\n${quote}@`, opened);
    return closed < 0 || closed + 3 > offset;
  });
}
