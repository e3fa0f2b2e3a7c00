import type { Command } from '../cmdlets/command.ts';
import { enlist } from '../cmdlets/enlist.ts';
import { keysOf, schemaAt } from '../spec/schema.ts';
import { inOrder, type TextEdit } from '../text/edit.ts';
import { lineBreak } from '../text/lines.ts';
import { hasParts } from '../text/parts.ts';
import { placesIn } from '../text/places.ts';
import type { Range } from '../text/range.ts';
import { append, set, type TreeEdit, type Value, type Written } from '../yaml/edit.ts';
import { nodeAt } from '../yaml/node-at.ts';
import { rewriter } from '../yaml/rewrite.ts';
import type { Fix, SpecEdit } from './fix.ts';

/** What fixes write. */
export interface WrittenFixes {
  /** In order; they may overlap where the fixes get in each other's way. */
  readonly edits: readonly TextEdit[];
  /** The changes to what the document says. */
  readonly inTree: readonly TreeEdit[];
  /** The places whose text is changed as such. */
  readonly inText: readonly Range[];
}

/** What fixes of a document write, once. */
export function written(document: Written, fixes: readonly Pick<Fix, 'edits'>[]): WrittenFixes | undefined {
  return writer(document)(fixes);
}

/**
 * What fixes of a document write; commands of all of them are enlisted into the runbook together. Nothing where one would
 * write into what an alias stands for, which is elsewhere and means more.
 */
export function writer(document: Written): (fixes: readonly Pick<Fix, 'edits'>[]) => WrittenFixes | undefined {
  const rewrite = rewriter(document, (path) => keysOf(schemaAt(path)));
  return (fixes) => {
    const edits = unique(fixes.flatMap((fix) => fix.edits));
    const inSpec = edits.flatMap((edit) => (edit.edit === 'run' || edit.edit === 'text' ? [] : [edit]));
    const commands = edits.flatMap((edit) => (edit.edit === 'run' ? [edit.command] : []));
    const inText = edits.flatMap((edit) => (edit.edit === 'text' ? [{ at: edit.at, insert: edit.insert }] : []));
    const inTree = [...spelledOut(document, inSpec), ...runbookEdits(document, commands)];
    if (inTree.some((edit) => isBehindAlias(document, edit))) return undefined;
    const changes = inFiles(document.text, inOrder([...rewrite(inTree), ...inText]));
    return { edits: changes, inTree, inText: inText.map(({ at }) => at) };
  };
}

/** Each file of several keeps its line breaks, and takes nothing of what stands between it and the next one. */
function inFiles(text: string, edits: readonly TextEdit[]): readonly TextEdit[] {
  if (!hasParts(text)) return edits;
  const placeOf = placesIn(text);
  return edits.map(({ at, insert }) => {
    const { part } = placeOf(at);
    const eol = lineBreak(part.text);
    const end = part.start + part.text.length;
    const inserted = insert.replace(/\r?\n/g, eol);
    // What begins on the line behind the last one: that one has no line break yet.
    if (at.start > end) return { at: { start: end, end }, insert: eol + inserted.replace(/\r?\n$/, '') };
    return { at: { start: at.start, end: Math.min(at.end, end) }, insert: inserted };
  });
}

function isBehindAlias({ root }: Written, { edit, path }: TreeEdit): boolean {
  const within = edit === 'insert' ? path : path.slice(0, -1);
  return within.some((_, i) => nodeAt(root, path.slice(0, i + 1))?.alias);
}

/** Two problems may ask for the same thing. */
function unique(edits: readonly SpecEdit[]): readonly SpecEdit[] {
  return [...new Map(edits.map((edit) => [JSON.stringify(edit), edit])).values()];
}

function runbookEdits({ root }: Written, commands: readonly Command[]): TreeEdit[] {
  if (commands.length === 0) return [];
  const node = nodeAt(root, ['cmdlets']);
  const lines =
    node?.kind === 'sequence' ? node.items.map((item) => (item.kind === 'scalar' ? String(item.value) : '')) : [];
  return enlist(lines, commands).map((edit): TreeEdit => {
    if (edit.edit === 'replace') return set(['cmdlets', edit.index], edit.line);
    if (edit.edit === 'drop') return { edit: 'remove', path: ['cmdlets', edit.index] };
    if (edit.before >= lines.length) return append(['cmdlets'], edit.line);
    return { edit: 'insert', path: ['cmdlets'], index: edit.before, value: edit.line };
  });
}

/** A key given to an item that is a bare name turns the name into a mapping first. */
function spelledOut({ root }: Written, edits: readonly TreeEdit[]): TreeEdit[] {
  const items = new Map<string, { path: TreeEdit['path']; value: Record<string, Value> }>();
  const rest: TreeEdit[] = [];
  for (const edit of edits) {
    const parent = edit.path.slice(0, -1);
    const node = nodeAt(root, parent);
    const shorthand = schemaAt(parent)?.['x-shorthand'];
    const key = edit.path.at(-1);
    if (edit.edit !== 'set' || node?.kind !== 'scalar' || shorthand === undefined || typeof key !== 'string') {
      rest.push(edit);
      continue;
    }
    const item = items.get(parent.join('\0')) ?? { path: parent, value: { [shorthand]: node.value } };
    item.value[key] = edit.value;
    items.set(parent.join('\0'), item);
  }
  return [...rest, ...[...items.values()].map(({ path, value }) => set(path, value))];
}
