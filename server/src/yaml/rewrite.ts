import type { TextEdit } from '../text/edit.ts';
import { lineFeeds } from '../text/lines.ts';
import type { TreeEdit, Value, Written } from './edit.ts';
import { apart, columnOf, type LaidOut, type Layout, lastCharacter, layoutOf } from './layout.ts';
import { nodeAt } from './node-at.ts';
import { pathText, wayTo } from './path.ts';
import { additions, type KeyOrder } from './rewrite-add.ts';
import { removals } from './rewrite-remove.ts';
import { entryOf } from './tree.ts';
import { blockText, flowText, scalarText } from './write.ts';

/** The text edits that carry out changes to a document, once. */
export function rewrite(document: Written, edits: readonly TreeEdit[], keyOrder: KeyOrder): readonly TextEdit[] {
  return rewriter(document, keyOrder)(edits);
}

/**
 * The text edits that carry out changes to a document, keeping comments, quotes, order and indentation. A change to
 * something that is not there, or inside something that goes, is left out. `keyOrder` says where a new key belongs.
 */
export function rewriter(
  { text: given, root }: Written,
  keyOrder: KeyOrder,
): (edits: readonly TreeEdit[]) => readonly TextEdit[] {
  const text = lineFeeds(given);
  let layout: Layout | undefined;
  const document = {
    text,
    root,
    layout() {
      layout ??= layoutOf(text, root);
      return layout;
    },
  };
  return (edits) => rewritten(document, edits, keyOrder);
}

function rewritten(document: LaidOut, edits: readonly TreeEdit[], keyOrder: KeyOrder): readonly TextEdit[] {
  const removed = edits.flatMap((edit) => (edit.edit === 'remove' ? [edit] : []));
  const gone = new Set(removed.flatMap(({ path, entry }) => (entry === undefined ? pathText(path) : [])));
  const rest = edits.filter((edit) => edit.edit !== 'remove' && !wayTo(edit.path).some((place) => gone.has(place)));
  const inPlace = rest.flatMap((edit) => changed(document, edit) ?? []);
  const added = rest.filter((edit) => isAddition(document, edit));
  return [
    ...inPlace,
    ...additions(document, added, keyOrder),
    ...removals(
      document,
      removed,
      added.map(({ path }) => path),
    ),
  ];
}

function changed({ root, text, layout }: LaidOut, edit: TreeEdit): TextEdit | undefined {
  if (edit.edit === 'rename') {
    const name = edit.path.at(-1);
    const entry = typeof name === 'string' ? entryOf(nodeAt(root, edit.path.slice(0, -1)), name) : undefined;
    return entry && { at: entry.key.at, insert: edit.key };
  }
  if (edit.edit !== 'set') return undefined;
  const node = nodeAt(root, edit.path);
  const list = nodeAt(root, edit.path.slice(0, -1));
  const isItem = list?.kind === 'sequence' && !list.flow;
  const isEmpty = node?.at.start === node?.at.end;
  if (node?.kind !== 'scalar' || (!isItem && (isEmpty || node.style === 'block'))) return undefined;
  const at = { start: node.at.start, end: lastCharacter(text, node.at.end, node.at.start) };
  if (isScalar(edit.value))
    return { at, insert: apart(text, at, scalarText(edit.value, node.style, text.slice(at.start, at.end))) };
  const column = isEmpty && isItem ? columnOf(text, list.at.start) + 2 : columnOf(text, at.start);
  const insert = isItem ? blockText(edit.value, column, layout()) : flowText(edit.value);
  return { at, insert: apart(text, at, insert) };
}

function isAddition(document: LaidOut, edit: TreeEdit): boolean {
  return edit.edit === 'insert' || (edit.edit === 'set' && changed(document, edit) === undefined);
}

function isScalar(value: Value): value is string | number | boolean | null {
  return typeof value !== 'object' || value === null;
}
