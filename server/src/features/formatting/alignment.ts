import type { Changes } from './changes.ts';
import type { Reach } from './reach.ts';

/** A comment that stands behind something, or below such a comment at the same column. */
export interface Behind {
  readonly line: number;
  /** The blanks before it. */
  readonly start: number;
  readonly end: number;
  readonly column: number;
  /** Where what it stands behind ends, and where that will end; absent for one on a line of its own. */
  readonly content?: { readonly end: number; readonly willEnd: number };
}

/** The comments behind things, where those of neighbouring lines that stand at one column stay so. */
export class Alignment {
  readonly #runs: Behind[][] = [];

  add(comment: Behind): void {
    if (this.continues(comment.line, comment.column)) this.#runs.at(-1)?.push(comment);
    else this.#runs.push([comment]);
  }

  /** Whether a comment goes on with the one of the line above. */
  continues(line: number, column: number): boolean {
    const last = this.#runs.at(-1)?.at(-1);
    return last?.line === line - 1 && last.column === column;
  }

  place(reach: Reach, changes: Changes): void {
    for (const run of this.#runs) {
      const column = run[0]?.column ?? 0;
      const ends = run.flatMap(({ content }) => content ?? []);
      const gap = Math.min(...ends.map(({ end }) => column - end));
      const wanted = run.every(({ line }) => reach.has(line))
        ? Math.max(...ends.map(({ willEnd }) => willEnd)) + gap
        : Math.max(column, ...ends.map(({ willEnd }) => willEnd + 1));
      for (const { start, end, content } of run) {
        const count = wanted - (content?.willEnd ?? 0);
        // Tabs stay where the blanks are as many as before.
        if (count !== end - start) changes.blanks(start, end, count);
      }
    }
  }
}
