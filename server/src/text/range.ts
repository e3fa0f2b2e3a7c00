/** A half-open stretch of the document, in UTF-16 offsets. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Whether `offset` lies in `range`, its end included, as an editor's cursor does. */
export function touches(range: Range, offset: number): boolean {
  return range.start <= offset && offset <= range.end;
}

/** Whether a range lies in another. */
export function contains(range: Range, other: Range): boolean {
  return range.start <= other.start && other.end <= range.end;
}

/** Whether two ranges share at least one character, or are the same empty place. */
export function overlaps(a: Range, b: Range): boolean {
  return (a.start < b.end && b.start < a.end) || (a.start === b.start && a.end === b.end);
}

/** The index of the first one of a list from which on a claim holds; the length of the list where it holds of none. */
export function firstFrom<T>(sorted: readonly T[], holds: (one: T, index: number) => boolean): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const one = sorted[middle];
    if (one !== undefined && !holds(one, middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
