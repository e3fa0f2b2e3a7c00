import type { Analysis } from '../analyze.ts';
import type { LineTable } from '../text/lines.ts';
import { type Range, touches } from '../text/range.ts';
import { dashOf, lastCharacter } from '../yaml/layout.ts';
import type { Mapping, Node, Scalar, Sequence } from '../yaml/tree.ts';
import { isInPlace } from './runbook/objects.ts';

/** What a selection at an offset grows to, from the innermost stretch to the whole document; each lies strictly in the next. */
export function selections(analysis: Analysis, offset: number): readonly Range[] {
  const { root, text } = analysis;
  const nested: Range[] = [{ start: 0, end: text.length }];
  const stretches = [
    ...(root ? inNode(root, analysis.lines, offset) : []),
    ...inComment(analysis.lines, offset),
    ...inCommands(analysis, offset),
    ...wordAt(text, offset),
  ];
  for (const at of stretches) {
    const outer = nested.at(-1);
    if (touches(at, offset) && (outer === undefined || isPart(at, outer))) nested.push(at);
  }
  return nested.reverse();
}

/** Whether a stretch is something, and less than another one around it. */
function isPart(at: Range, outer: Range): boolean {
  const isShorter = at.end - at.start < outer.end - outer.start;
  return at.start < at.end && outer.start <= at.start && at.end <= outer.end && isShorter;
}

/** The sections, items, entries and values at an offset, the widest first. */
function* inNode(node: Node, lines: LineTable, offset: number): Iterable<Range> {
  yield contentOf(node, lines.text);
  if (node.alias) return;
  if (node.kind === 'mapping') yield* inMapping(node, lines, offset);
  else if (node.kind === 'sequence') yield* inSequence(node, lines, offset);
  else yield* inScalar(node, lines, offset);
}

function* inMapping({ entries }: Mapping, lines: LineTable, offset: number): Iterable<Range> {
  for (const { key, value } of entries) {
    const entry = { start: key.at.start, end: Math.max(key.at.end, contentOf(value, lines.text).end) };
    if (!touches(entry, offset)) continue;
    yield entry;
    if (touches(key.at, offset)) yield* inNode(key, lines, offset);
    else if (touches(value.at, offset)) yield* inNode(value, lines, offset);
    return;
  }
}

/** An item of a block list goes with its dash, too. */
function* inSequence(list: Sequence, lines: LineTable, offset: number): Iterable<Range> {
  for (const item of list.items) {
    if (item.at.end < offset) continue;
    const { start, end } = contentOf(item, lines.text);
    const whole = { start: list.flow ? start : dashOf(lines.text, list, item), end };
    if (!touches(whole, offset)) return;
    yield whole;
    if (touches(item.at, offset)) yield* inNode(item, lines, offset);
    return;
  }
}

function* inScalar({ at, style }: Scalar, lines: LineTable, offset: number): Iterable<Range> {
  if (style === 'single' || style === 'double') yield { start: at.start + 1, end: at.end - 1 };
  if (style === 'block') yield trimmed(lines, lines.lineAt(offset));
}

function contentOf({ at }: Node, text: string): Range {
  return { start: at.start, end: lastCharacter(text, at.end, at.start) };
}

/** The lines of a comment, and the one at the offset. */
function* inComment(lines: LineTable, offset: number): Iterable<Range> {
  const line = lines.lineAt(offset);
  const { start, end } = trimmed(lines, line);
  if (!isComment(lines, line)) {
    const mark = /\s#/.exec(lines.text.slice(start, end));
    if (mark) yield { start: start + mark.index + 1, end };
    return;
  }
  let [first, last] = [line, line];
  while (first > 0 && isComment(lines, first - 1)) first--;
  while (last < lines.count - 1 && isComment(lines, last + 1)) last++;
  yield { start: trimmed(lines, first).start, end: trimmed(lines, last).end };
  yield { start, end };
}

function isComment(lines: LineTable, line: number): boolean {
  return lines.text.startsWith('#', trimmed(lines, line).start);
}

/** A line without the blanks around it. */
function trimmed(lines: LineTable, line: number): Range {
  const start = lines.startOf(line) + (/^[\s\ufeff]*/.exec(lines.line(line))?.[0].length ?? 0);
  return { start, end: lastCharacter(lines.text, lines.endOf(line), start) };
}

/** The commands at an offset, the widest first, and their parameters with and without values. */
function* inCommands({ text, runbook, root, lines }: Analysis, offset: number): Iterable<Range> {
  const commands = runbook.filter((command) => touches(command.whole, offset) && isInPlace(text, command));
  for (const { at, whole, parameters } of commands.toSorted((a, b) => a.whole.start - b.whole.start)) {
    const last = trimmed(lines, lines.lineAt(whole.end));
    if (root === undefined) yield { start: trimmed(lines, lines.lineAt(whole.start)).start, end: last.end };
    yield whole;
    yield at;
    for (const { at: name, valueAt } of parameters) {
      yield { start: name.start, end: valueAt?.end ?? name.end };
      if (valueAt === undefined) continue;
      yield valueAt;
      if (/["']/.test(text[valueAt.start] ?? '')) yield { start: valueAt.start + 1, end: valueAt.end - 1 };
    }
    for (const { at: name } of parameters) yield name;
  }
}

/** The letters and digits around an offset. */
function* wordAt(text: string, offset: number): Iterable<Range> {
  const isLetter = (at: number) => /[\p{L}\p{N}_]/u.test(text[at] ?? '');
  let [start, end] = [offset, offset];
  while (start > 0 && isLetter(start - 1)) start--;
  while (isLetter(end)) end++;
  yield { start, end };
}
