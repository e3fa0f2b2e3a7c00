import { firstFrom, type Range } from '../text/range.ts';
import type { TreeEdit, Value } from './edit.ts';
import { counted, type Mapping, type Node, type Path, type ScalarValue } from './tree.ts';
import { isFields, isList } from './write.ts';

/** What was done to a document. */
interface Changes {
  readonly edits: readonly TreeEdit[];
  /** Places whose text was changed as such; what stands there may say anything. */
  readonly rewritten: readonly Range[];
}

/**
 * Whether a document says, after changes, what it said before but for them. This is worked out on values alone, without a look
 * at what was written for the changes, so that one holds the other to account.
 */
export function saysAsChanged(before: Mapping, after: Node | undefined, { edits, rewritten }: Changes): boolean {
  const root = {
    draft: draftOf(
      before,
      rewritten.toSorted((a, b) => a.start - b.start || a.end - b.end),
    ),
  };
  const removed = edits.flatMap((edit) => (edit.edit === 'remove' ? [wayTo(root, edit.path, edit.entry)] : []));
  const renamed = edits.flatMap((edit) =>
    edit.edit === 'rename' ? [{ slot: wayTo(root, edit.path).at(-1), key: edit.key }] : [],
  );
  for (const way of removed) {
    const slot = way.at(-1);
    if (slot) slot.gone = true;
  }
  for (const edit of edits) {
    const isInGone = wayTo(root, edit.path).some(({ gone }) => gone);
    if ((edit.edit === 'set' || edit.edit === 'insert') && !isInGone) put(root, edit.path, edit);
  }
  for (const slot of fromWithin(removed)) if (isEmpty(slot.draft)) slot.gone = true;
  for (const { slot, key } of renamed) if (slot) slot.key = key;
  return says(root.draft, after) || (isEmpty(root.draft) && after === undefined);
}

/** A value that can be changed. */
type Draft =
  | { readonly kind: 'scalar'; readonly value: ScalarValue }
  | { readonly kind: 'anything' }
  /** The first slot of a key counts. */
  | { readonly kind: 'mapping'; readonly slots: Slot[]; readonly byKey: Map<string, Slot> }
  /** The slots as they are counted, and as they stand once others have come between them. */
  | { readonly kind: 'sequence'; readonly slots: Slot[]; readonly order: Slot[] };

/** The place of a child. */
interface Slot {
  key?: string;
  draft: Draft;
  gone?: boolean;
}

interface NamedSlot extends Slot {
  key: string;
}

/** `rewritten`: in order, and apart from each other. */
function draftOf(node: Node, rewritten: readonly Range[]): Draft {
  const within = touching(node.at, rewritten);
  if (within.some(({ start, end }) => start <= node.at.start && node.at.end <= end)) return { kind: 'anything' };
  if (node.kind === 'scalar') return within.length > 0 ? { kind: 'anything' } : { kind: 'scalar', value: node.value };
  if (node.kind === 'sequence') return sequence(node.items.map((item) => draftOf(item, within)));
  return mapping(node.entries.map(({ key, value }) => ({ key: key.value, draft: draftOf(value, within) })));
}

function touching({ start, end }: Range, ranges: readonly Range[]): readonly Range[] {
  const first = firstFrom(ranges, (range) => range.end >= start);
  return ranges.slice(
    first,
    firstFrom(ranges, (range) => range.start > end),
  );
}

function sequence(items: readonly Draft[]): Draft {
  const slots = items.map((draft) => ({ draft }));
  return { kind: 'sequence', slots, order: [...slots] };
}

function mapping(slots: NamedSlot[]): Draft {
  return { kind: 'mapping', slots, byKey: new Map(slots.toReversed().map((slot) => [slot.key, slot])) };
}

function drafted(value: Value): Draft {
  if (isList(value)) return sequence(value.map(drafted));
  if (!isFields(value)) return { kind: 'scalar', value };
  return mapping(Object.entries(value).map(([key, child]) => ({ key, draft: drafted(child) })));
}

/** The slots around others, of which each is the last of its way, from the innermost to the outermost. */
function fromWithin(ways: readonly (readonly Slot[])[]): readonly Slot[] {
  const depths = new Map(ways.flatMap((way) => way.slice(0, -1).map((slot, depth) => [slot, depth] as const)));
  return [...depths].toSorted(([, a], [, b]) => b - a).map(([slot]) => slot);
}

/** The slots from the outermost to the one at a path; none where there is nothing. */
function wayTo(root: Slot, path: Path, entry?: number): readonly Slot[] {
  const way: Slot[] = [root];
  for (const [i, step] of path.entries()) {
    const parent = way.at(-1)?.draft;
    const next = entry !== undefined && i === path.length - 1 && parent ? slotsOf(parent)[entry] : child(parent, step);
    if (next === undefined) return [];
    way.push(next);
  }
  return way;
}

function child(parent: Draft | undefined, step: string | number): Slot | undefined {
  if (typeof step === 'number') return parent?.kind === 'sequence' ? parent.slots[step] : undefined;
  return parent?.kind === 'mapping' ? parent.byKey.get(step) : undefined;
}

function slotsOf(draft: Draft): readonly Slot[] {
  return draft.kind === 'mapping' || draft.kind === 'sequence' ? draft.slots : [];
}

/** Carries out an addition; keys that are missing on the way are made, items are not. */
function put(at: Slot, path: Path, edit: TreeEdit & { readonly edit: 'set' | 'insert' }): void {
  const [step, ...below] = path;
  if (step !== undefined) {
    const next = child(at.draft, step) ?? (below.every((one) => typeof one === 'string') ? made(at, step) : undefined);
    if (next) put(next, below, edit);
    return;
  }
  if (edit.edit === 'set') {
    at.draft = drafted(edit.value);
    return;
  }
  if (at.draft.kind !== 'sequence') at.draft = sequence([]);
  if (at.draft.kind !== 'sequence') return;
  const { slots, order } = at.draft;
  const next = edit.index === undefined ? undefined : slots[edit.index];
  order.splice(next ? order.indexOf(next) : order.length, 0, { draft: drafted(edit.value) });
}

function made(at: Slot, step: string | number): Slot | undefined {
  if (typeof step === 'number') return undefined;
  const slot: NamedSlot = { key: step, draft: { kind: 'scalar', value: null } };
  if (at.draft.kind === 'mapping') {
    at.draft.slots.push(slot);
    at.draft.byKey.set(step, slot);
  } else at.draft = mapping([slot]);
  return slot;
}

/** Whether nothing is left of what a collection held. */
function isEmpty(draft: Draft): boolean {
  if (draft.kind === 'mapping') return draft.slots.every(({ gone }) => gone);
  return draft.kind === 'sequence' && draft.order.every(({ gone }) => gone);
}

function says(draft: Draft, node: Node | undefined): boolean {
  switch (draft.kind) {
    case 'anything':
      return true;
    case 'scalar':
      return node?.kind === 'scalar' && Object.is(node.value, draft.value);
    case 'sequence': {
      const left = draft.order.filter(({ gone }) => !gone);
      if (left.length === 0 && node?.kind === 'scalar') return node.value === null;
      return (
        node?.kind === 'sequence' &&
        node.items.length === left.length &&
        left.every((slot, i) => says(slot.draft, node.items[i]))
      );
    }
    case 'mapping': {
      const left = new Map(
        draft.slots
          .filter(({ gone }) => !gone)
          .toReversed()
          .map(({ key, draft: value }) => [key, value]),
      );
      if (left.size === 0 && node?.kind === 'scalar') return node.value === null;
      if (node?.kind !== 'mapping') return false;
      const found = counted(node);
      return (
        found.length === left.size &&
        found.every(({ key, value }) => {
          const wanted = left.get(key.value);
          return wanted !== undefined && says(wanted, value);
        })
      );
    }
  }
}
