import type { Range } from '../text/range.ts';
import { contains, firstFrom } from '../text/range.ts';

interface Home {
  readonly at: Range;
  readonly id: string;
  readonly around: Home | undefined;
}

/** Finds whose a place is: of ranges that lie in each other the innermost one counts. */
export class Homes {
  readonly #all: readonly Home[];

  constructor(ranges: Iterable<{ readonly at: Range; readonly id: string }>) {
    const sorted = [...ranges].toSorted((a, b) => a.at.start - b.at.start || b.at.end - a.at.end);
    let around: Home | undefined;
    this.#all = sorted.map((one) => {
      while (around !== undefined && !contains(around.at, one.at)) around = around.around;
      around = { ...one, around };
      return around;
    });
  }

  of(place: Range): string | undefined {
    let home = this.#all[firstFrom(this.#all, ({ at }) => at.start > place.start) - 1];
    while (home !== undefined && !contains(home.at, place)) home = home.around;
    return home?.id;
  }
}
