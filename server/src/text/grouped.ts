/** Things by a key they share, in order. */
export function groupedBy<K, T>(all: Iterable<T>, key: (one: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const one of all) {
    const shared = key(one);
    const group = groups.get(shared);
    if (group === undefined) groups.set(shared, [one]);
    else group.push(one);
  }
  return groups;
}

/** Things without those that share a key with an earlier one. */
export function firstOfEach<K, T>(all: readonly T[], key: (one: T) => K): readonly T[] {
  const seen = new Set<K>();
  return all.filter((one) => {
    const own = key(one);
    return !seen.has(own) && seen.add(own);
  });
}
