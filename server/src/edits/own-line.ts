import type { RunbookCommand } from '../cmdlets/runbook.ts';
import { lineBreak } from '../text/lines.ts';
import type { Range } from '../text/range.ts';
import { remove } from '../yaml/edit.ts';
import { type Document, lineOf } from './command-edits.ts';
import type { SpecEdit } from './fix.ts';

/** Puts a command before another one; nothing where its line holds more than it, or its place is within something. */
export function movedBefore(
  document: Document,
  command: RunbookCommand,
  target: RunbookCommand,
): readonly SpecEdit[] | undefined {
  const { spec, lines } = document;
  const line = lineOf(spec, command);
  if (target.nested || !hasOwnLine(document, command)) return undefined;
  if (line !== undefined) {
    if (target.item === command.item) return undefined;
    const insert = { edit: 'insert', path: ['cmdlets'], index: target.item, value: line.value } as const;
    return [insert, remove(line.path)];
  }
  const from = wholeLines(lines, command.whole);
  const place = wholeLines(lines, target.whole).start;
  if (goesOn(lines.text, place) || place >= from.start) return undefined;
  const text = lines.slice(from.start, from.end);
  const insert = text.endsWith('\n') ? text : text + lineBreak(lines.text);
  return [
    { edit: 'text', at: { start: place, end: place }, insert },
    { edit: 'text', at: from, insert: '' },
  ];
}

/** Whether what stands before a place goes on there: a list, a pipeline, a bracket. */
function goesOn(text: string, place: number): boolean {
  let at = place - 1;
  while (at >= 0 && /\s/.test(text[at] ?? '')) at--;
  return /[|`,({]/.test(text[at] ?? '');
}

/** Takes a command out with its line; nothing where that holds more than it. */
export function withoutLine(document: Document, command: RunbookCommand): readonly SpecEdit[] | undefined {
  const { spec, lines } = document;
  if (!hasOwnLine(document, command)) return undefined;
  const line = lineOf(spec, command);
  return line ? [remove(line.path)] : [{ edit: 'text', at: wholeLines(lines, command.whole), insert: '' }];
}

/** Whether a command has its line of the runbook, or its lines of the script, to itself. */
function hasOwnLine({ spec, lines }: Document, { item, whole, nested, piped }: RunbookCommand): boolean {
  if (nested || piped) return false;
  const line = lineOf(spec, { item });
  const start = line?.verbatimAt;
  if (line !== undefined && start === undefined) return false;
  const around = start === undefined ? wholeLines(lines, whole) : { start, end: start + (line?.value.length ?? 0) };
  const before = lines.slice(around.start, whole.start);
  return before.trim() === '' && /^(?:;\s*)?(?:#.*)?$/.test(lines.slice(whole.end, around.end).trim());
}

/** From the start of the first line of a range to the start of the one after its last. */
function wholeLines(lines: Document['lines'], { start, end }: Range): Range {
  const last = lines.lineAt(end);
  return {
    start: lines.startOf(lines.lineAt(start)),
    end: last + 1 < lines.count ? lines.startOf(last + 1) : lines.text.length,
  };
}
