import { HiddenField } from './hidden-field.ts';

/** What lies between the longest beginning and the longest end that two lists have in common. */
export interface Exchange {
  readonly from: number;
  /** In the list before. */
  readonly to: number;
  /** In the list now. */
  readonly end: number;
}

/** Where two lists differ. */
export function exchanged<T>(
  before: readonly T[],
  now: readonly T[],
  isSame: (a: T | undefined, b: T | undefined) => boolean = Object.is,
): Exchange {
  const least = Math.min(before.length, now.length);
  let from = 0;
  while (from < least && isSame(before[from], now[from])) from++;
  let rest = 0;
  while (rest < least - from && isSame(before[before.length - 1 - rest], now[now.length - 1 - rest])) rest++;
  return { from, to: before.length - rest, end: now.length - rest };
}

interface Slot<T, S> {
  items: readonly T[];
  state: S;
}

/**
 * What is known of a list of objects, brought up to date where most of them are those of a list that was asked for before: what it
 * costs is what has changed, not how long the list is. A list is known again by its first or its last object.
 * @param change may keep the state and change it: who uses it asks for it each time
 */
export function carried<T extends object, S>(
  start: () => S,
  change: (state: S, exchange: Exchange & { readonly before: readonly T[]; readonly now: readonly T[] }) => S,
): (items: readonly T[]) => S {
  const slots = new HiddenField<T, Slot<T, S>>();
  return (now) => {
    const [first, last] = [now[0], now.at(-1)];
    if (first === undefined || last === undefined) return start();
    const slot = slots.get(first) ?? slots.get(last) ?? { items: [], state: start() };
    if (slot.items === now) return slot.state;
    slot.state = change(slot.state, { ...exchanged(slot.items, now), before: slot.items, now });
    slot.items = now;
    slots.set(first, slot);
    slots.set(last, slot);
    return slot.state;
  };
}

/** What is made of each object of a list: once for as long as it stays in it. */
export function carriedEach<T extends object, V>(make: (item: T) => V): (items: readonly T[]) => readonly V[] {
  return carried<T, readonly V[]>(
    () => [],
    (values, { from, to, end, now }) =>
      from === to && from === end
        ? values
        : [...values.slice(0, from), ...now.slice(from, end).map(make), ...values.slice(to)],
  );
}
