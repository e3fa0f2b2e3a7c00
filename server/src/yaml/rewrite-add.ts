import type { TextEdit } from '../text/edit.ts';
import type { TreeEdit, Value, Written } from './edit.ts';
import {
  apart,
  columnOf,
  dashOf,
  endOfLine,
  type LaidOut,
  type Layout,
  lastCharacter,
  outerStart,
  startOfLine,
} from './layout.ts';
import { nodeAt } from './node-at.ts';
import { type Entry, entryOf, type Mapping, type Node, type Path, type Sequence } from './tree.ts';
import { blockText, flowText, isFields, isList } from './write.ts';

/** The keys of the mapping at a path in the order in which they belong. */
export type KeyOrder = (path: Path) => readonly string[];

/** The text edits that add values. What several changes add below one missing key is written once. */
export function additions(document: LaidOut, edits: readonly TreeEdit[], keyOrder: KeyOrder): TextEdit[] {
  if (edits.length === 0) return [];
  const layout = document.layout();
  const made = new Map<Node, { readonly path: Path; readonly keys: Map<string, Value> }>();
  const done: TextEdit[] = [];
  for (const edit of edits) {
    if (edit.edit !== 'set' && edit.edit !== 'insert') continue;
    const list = edit.edit === 'insert' ? nodeAt(document.root, edit.path) : undefined;
    if (edit.edit === 'insert' && list?.kind === 'sequence' && list.items.length > 0) {
      done.push(item(document.text, list, edit.index ?? list.items.length, edit.value, layout));
      continue;
    }
    const found = lastPresent(document.root, edit.path);
    const [step, ...below] = edit.path.slice(found.depth);
    // A key can be made anew, an item not.
    if (found.mapping === undefined || typeof step !== 'string' || below.some((one) => typeof one === 'number'))
      continue;
    const { path, keys } = made.get(found.mapping) ?? { path: edit.path.slice(0, found.depth), keys: new Map() };
    made.set(found.mapping, { path, keys: keys.set(step, merged(keys.get(step), below, edit)) });
  }
  for (const [mapping, { path, keys }] of made) {
    if (mapping.kind === 'mapping') done.push(...entries(document, mapping, keys, { layout, order: keyOrder(path) }));
  }
  return done;
}

/** The deepest mapping on the way that is really there, and how many steps lead to it. */
function lastPresent(root: Mapping | undefined, path: Path): { mapping: Mapping | undefined; depth: number } {
  let node: Node | undefined = root;
  let found: { mapping: Mapping | undefined; depth: number } = { mapping: root, depth: 0 };
  for (const [i, step] of path.entries()) {
    node = nodeAt(node, [step]);
    if (node === undefined || i === path.length - 1) return found;
    if (node.kind === 'mapping' && node.alias !== true) found = { mapping: node, depth: i + 1 };
  }
  return found;
}

/** What is to be written below a key once this change is added to what others already put there. */
function merged(before: Value | undefined, below: Path, edit: { edit: 'set' | 'insert'; value: Value }): Value {
  const [step, ...rest] = below;
  if (step === undefined) return edit.edit === 'set' ? edit.value : [...(isList(before) ? before : []), edit.value];
  const fields = isFields(before) ? before : {};
  return { ...fields, [step]: merged(fields[step], rest, edit) };
}

function entries(
  document: Written,
  mapping: Mapping,
  keys: ReadonlyMap<string, Value>,
  { layout, order }: { layout: Layout; order: readonly string[] },
): TextEdit[] {
  return [...keys].map(([key, value]) => {
    const present = entryOf(mapping, key);
    if (present && isFilled(present.value)) return replaced(document.text, present, value, layout);
    return present
      ? filled(document.text, mapping, present, value, layout)
      : added(document.text, mapping, { key, value, order }, layout);
  });
}

/** Gives a key that stands there empty, or with an empty list, its value. */
function filled(text: string, mapping: Mapping, entry: Entry, value: Value, layout: Layout): TextEdit {
  const { start: from, end: to } = entry.value.at;
  const at = { start: from, end: lastCharacter(text, to, from) };
  const hasColon = text.slice(entry.key.at.end, from).includes(':');
  if (mapping.flow || !isCollection(value)) {
    return { at, insert: hasColon ? apart(text, at, flowText(value)) : `: ${flowText(value)}` };
  }
  const column = columnOf(text, entry.key.at.start) + (isList(value) && !layout.indentLists ? 0 : layout.indent);
  const start = at.start === at.end ? at.start : at.start - (text[at.start - 1] === ' ' ? 1 : 0);
  const lines = layout.lineBreak + ' '.repeat(column) + blockText(value, column, layout);
  const end = endOfLine(text, at.end);
  const comment = text.slice(at.end, end);
  return { at: { start, end }, insert: comment.trimEnd() + lines };
}

/** Puts a value in place of a list or a mapping, in the style of that one as far as it can be said in it. */
function replaced(text: string, { key, value: { at: whole, ...node } }: Entry, value: Value, layout: Layout): TextEdit {
  const at = { start: whole.start, end: lastCharacter(text, whole.end, whole.start) };
  const isFlow = node.kind !== 'scalar' && node.flow;
  if (isFlow) return { at, insert: apart(text, at, flowText(value)) };
  const isAlike = node.kind === 'sequence' ? isList(value) && value.length > 0 : isFields(value) && !isEmpty(value);
  if (isAlike) return { at, insert: blockText(value, columnOf(text, at.start), layout) };
  const start = text.indexOf(':', key.at.end) + 1;
  const comment = text.slice(start, endOfLine(text, start)).trimEnd();
  return { at: { start, end: at.end }, insert: ` ${flowText(value)}${comment}` };
}

function added(
  text: string,
  mapping: Mapping,
  { key, value, order }: { key: string; value: Value; order: readonly string[] },
  layout: Layout,
): TextEdit {
  // `[a: b]` is a mapping without brackets, which can have one key.
  if (mapping.flow && text[mapping.at.start] !== '{') {
    const { start, end } = mapping.at;
    return { at: mapping.at, insert: `{ ${text.slice(start, end)}, ${flowText(key)}: ${flowText(value)} }` };
  }
  // What other files add to it stands elsewhere.
  const own = mapping.entries.filter((entry) => isIn(mapping, entry.key));
  const earlier = own.findLast((entry) => order.indexOf(entry.key.value) < order.indexOf(key));
  const first = own[0];
  if (earlier === undefined && first && order.includes(key)) {
    const start = outerStart(text, first.key.at);
    if (mapping.flow) return { at: behind(start), insert: `${flowText(key)}: ${flowText(value)}, ` };
    return aboveKey(text, start, { [key]: value }, layout);
  }
  const before = earlier ?? own.at(-1);
  if (mapping.flow) {
    if (before === undefined) return { at: mapping.at, insert: `{ ${flowText(key)}: ${flowText(value)} }` };
    return { at: behind(before.value.at.end), insert: `, ${flowText(key)}: ${flowText(value)}` };
  }
  const column = columnOf(text, mapping.at.start);
  const lines = ' '.repeat(column) + blockText({ [key]: value }, column, layout);
  const end = before ? lastCharacter(text, before.value.at.end, before.key.at.end) : mapping.at.end;
  return belowLine(text, end, lines, layout);
}

function isIn({ at }: Mapping, { at: { start, end } }: Node): boolean {
  return at.start <= start && end <= at.end;
}

/** Adds an entry above a key: at the start of its line, or behind the dash that shares its line. */
function aboveKey(text: string, offset: number, entry: Value, layout: Layout): TextEdit {
  const column = columnOf(text, offset);
  const line = startOfLine(text, offset);
  const lines = blockText(entry, column, layout) + layout.lineBreak;
  const isAlone = text.slice(line, offset).trim() === '' && text[line] !== '\ufeff';
  if (isAlone) return { at: behind(line), insert: ' '.repeat(column) + lines };
  return { at: behind(offset), insert: lines + ' '.repeat(column) };
}

/** Adds lines below the line of an offset: at the start of the next one, so that they stand apart from all that goes there. */
function belowLine(text: string, offset: number, lines: string, { lineBreak }: Layout): TextEdit {
  const end = endOfLine(text, offset);
  if (end === text.length) return { at: behind(end), insert: lineBreak + lines };
  return { at: behind(text.indexOf('\n', end) + 1), insert: lines + lineBreak };
}

function item(text: string, list: Sequence, index: number, value: Value, layout: Layout): TextEdit {
  const next = list.items[index];
  const previous = list.items[index - 1] ?? list.items.at(-1);
  if (list.flow) {
    if (next) return { at: behind(next.at.start), insert: `${flowText(value)}, ` };
    return { at: behind(previous?.at.end ?? list.at.end - 1), insert: `, ${flowText(value)}` };
  }
  const column = columnOf(text, list.at.start);
  const likeSibling = previous?.kind === 'mapping' && previous.flow;
  const line = `- ${likeSibling ? flowText(value) : blockText(value, column + 2, layout)}`;
  if (next) {
    const start = startOfLine(text, dashOf(text, list, next));
    return { at: behind(start + column), insert: line + layout.lineBreak + ' '.repeat(column) };
  }
  const end = lastCharacter(text, previous?.at.end ?? list.at.end, list.at.start);
  return belowLine(text, end, ' '.repeat(column) + line, layout);
}

function behind(offset: number): { start: number; end: number } {
  return { start: offset, end: offset };
}

/** What an alias stands for is written elsewhere. */
function isFilled(node: Node): boolean {
  if (node.alias) return false;
  return (node.kind === 'sequence' && node.items.length > 0) || (node.kind === 'mapping' && node.entries.length > 0);
}

function isEmpty(value: Readonly<Record<string, Value>>): boolean {
  return Object.keys(value).length === 0;
}

function isCollection(value: Value): boolean {
  return typeof value === 'object' && value !== null;
}
