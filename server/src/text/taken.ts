import type { TextEdit } from './edit.ts';
import { firstFrom, type Range } from './range.ts';

/** The places that edits change. Insertions at one place stand beside each other; nothing else may share a place. */
export class Taken {
  /** By place, and apart from each other. */
  readonly #replaced: Range[] = [];
  /** By place. */
  readonly #inserted: number[] = [];

  constructor(edits: readonly TextEdit[] = []) {
    this.add(edits);
  }

  /** Whether none of the edits gets in the way of one that is there. */
  isFree(edits: readonly TextEdit[]): boolean {
    return edits.every(({ at }) => {
      const next = this.#replaced[firstFrom(this.#replaced, (range) => range.end > at.start)];
      if (next !== undefined && next.start < at.end) return false;
      const inside = this.#inserted[firstFrom(this.#inserted, (place) => place > at.start)];
      return inside === undefined || inside >= at.end;
    });
  }

  /** Takes the places of edits; those of one call may overlap. */
  add(edits: readonly TextEdit[]): void {
    for (const { at } of edits) {
      if (at.start === at.end) {
        this.#inserted.splice(
          firstFrom(this.#inserted, (place) => place >= at.start),
          0,
          at.start,
        );
        continue;
      }
      const first = firstFrom(this.#replaced, (range) => range.end > at.start);
      const behind = firstFrom(this.#replaced, (range) => range.start >= at.end);
      const met = [at, ...this.#replaced.slice(first, behind)];
      this.#replaced.splice(first, behind - first, {
        start: Math.min(...met.map(({ start }) => start)),
        end: Math.max(...met.map(({ end }) => end)),
      });
    }
  }
}
