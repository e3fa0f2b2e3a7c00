import type { Finding } from './rules/rule.ts';
import { haveSameSteps, isSame, newItems, rangeOf, readAgain, saysTheSame, standsAlike } from './spec/compared.ts';
import { type Asked, type Ground, type Noted, type Notes, noting, type Stretch } from './spec/noting.ts';
import { isOneByOne, listOf } from './spec/ways.ts';
import { type Change, changeBetween, movedBy } from './text/change.ts';
import type { Failure } from './text/failure.ts';
import { type LineTable, withLineAbove, withLines } from './text/lines.ts';
import { contains, type Range } from './text/range.ts';

/** What is judged, and by what. */
interface Judged extends Ground {
  readonly asOf: string;
  readonly options: object;
  readonly lines: LineTable;
  /** Whether findings stand as the rules make them. */
  readonly isPlain: boolean;
}

/** What a check found, and all that it looked at; and how many notes there were when it looked at everything. */
interface Made<F> extends Noted<readonly F[]> {
  readonly whole: number;
}

/** What was judged, and what the checks came to. */
export interface Cleared<F extends Finding = Finding> extends Judged {
  readonly checks: ReadonlyMap<string, Made<F>>;
}

/**
 * Makes the checks of one version of a text. A check finds what it found in the version before, where all that it looked at says the
 * same; where only lists have changed of which it judges each item by itself, it looks at what is new in them.
 */
export class Checks<F extends Finding> {
  readonly cleared: Cleared<F>;
  readonly #before: Cleared<F> | undefined;
  readonly #failures: readonly Failure[];
  readonly #checks = new Map<string, Made<F>>();
  readonly #same = new Map<string, boolean>();
  readonly #new = new Map<string, Stretch>();
  #edit: Edit | undefined;

  /** A failure tells nothing: what fails is tried again. */
  constructor(now: Judged, before: Cleared<F> | undefined, failures: readonly Failure[]) {
    this.cleared = { ...now, checks: this.#checks };
    this.#failures = failures;
    this.#before = before && before.asOf === now.asOf && areSame(before.options, now.options) ? before : undefined;
  }

  /** What a check finds. */
  found(check: string, make: () => readonly F[]): readonly F[] {
    const failed = this.#failures.length;
    const made = this.#again(check, make) ?? whole(noting(make));
    if (this.#failures.length === failed) this.#checks.set(check, made);
    return made.value;
  }

  /** Keeps nothing of a check for the next version. */
  forget(check: string): void {
    this.#checks.delete(check);
  }

  /** What a check came to before, brought up to date; undefined where it has to look at everything again. */
  #again(check: string, make: () => readonly F[]): Made<F> | undefined {
    const before = this.#before;
    const known = before?.checks.get(check);
    if (before === undefined || known === undefined) return undefined;
    const changed = this.#changedIn(known.notes, before);
    if (changed.length === 0) return this.#kept(known, before);
    if (!changed.every(isOneByOne)) return undefined;
    const lists = changed.flatMap((what) => listOf(what) ?? []);
    return this.#withNew(known, lists, { before, make });
  }

  /** All that was found, where it stands now. */
  #kept(known: Made<F>, before: Cleared<F>): Made<F> | undefined {
    const { value, notes } = known;
    if (value.length === 0 && notes.read.length === 0) return known;
    const { lines, around } = this.#editOf(before);
    return this.#moved(known, before, { read: lines, found: around });
  }

  /** What was found in all but the items that were read again, and what is found in these. */
  #withNew(
    known: Made<F>,
    lists: readonly string[],
    { before, make }: { readonly before: Cleared<F>; readonly make: () => readonly F[] },
  ): Made<F> | undefined {
    const { value, notes } = known;
    // What has been typed letter by letter was asked for letter by letter.
    if (notes.said.size > 2 * known.whole + 200) return undefined;
    if (value.length === 0 && notes.read.length === 0) {
      const made = noting(make, (list) => this.#newIn(list, before));
      return { ...made, notes: joined(notes, made.notes), whole: known.whole };
    }
    const { spec } = this.cleared;
    const { raw, lines } = this.#editOf(before);
    const gone = lists.map((list) => readAgain(list, before.spec, spec).before);
    const isWithin = gone.some((items) => contains(spanOf(items), { start: raw.from, end: raw.to }));
    if (!isWithin || !lists.every((list) => haveSameSteps(list, before.spec, spec))) return undefined;
    const isGone = (at: Range) => gone.some((items) => items.some((item) => contains(item, at)));
    const stays = {
      value: value.filter(({ at }) => !isGone(at)),
      notes: { ...notes, read: notes.read.filter((at) => !isGone(at)) },
      whole: known.whole,
    };
    const isNew = (what: string) => isOneByOne(what) && lists.includes(listOf(what) ?? '');
    const moved = this.#moved(stays, before, { read: lines, found: lines, isNew });
    if (moved === undefined) return undefined;
    const made = noting(make, (list) => readAgain(list, before.spec, spec).now);
    return { value: [...moved.value, ...made.value], notes: joined(moved.notes, made.notes), whole: known.whole };
  }

  /** The same after a change; undefined where that is about text that was read, or about a place of a finding. */
  #moved(
    { value, notes, whole: all }: Made<F>,
    before: Cleared<F>,
    by: { readonly read: Change; readonly found: Change; readonly isNew?: (what: string) => boolean },
  ): Made<F> | undefined {
    const read = allMade(notes.read, (at) => movedBy(by.read, at));
    if (read === undefined) return undefined;
    if (value.length === 0) return { value, notes: { ...notes, read, reach: NOWHERE }, whole: all };
    if (!before.isPlain || !this.cleared.isPlain) return undefined;
    const move = (at: Range) => movedBy(by.found, at);
    for (const one of notes.said)
      if (!by.isNew?.(one[0]) && !standsAlike(one, before.spec, this.cleared, move)) return undefined;
    const reach = new Map<string, Range>();
    for (const [way, at] of notes.reach) {
      const moved = movedBy(by.found, at);
      const now = rangeOf(way, this.cleared.spec);
      if (moved === undefined || now?.start !== moved.start || now.end !== moved.end) return undefined;
      reach.set(way, now);
    }
    const found = allMade(value, (finding) => findingMovedBy(by.found, finding));
    return found && { value: found, notes: { ...notes, read, reach }, whole: all };
  }

  #editOf(before: Cleared<F>): Edit {
    if (this.#edit === undefined) {
      const raw = changeBetween(before.lines.text, this.cleared.lines.text);
      const lines = withLines(raw, before.lines);
      this.#edit = { raw, lines, around: withLineAbove(lines, before.lines) };
    }
    return this.#edit;
  }

  /** What was looked at and is another now. It is asked for each check, so it makes nothing where nothing is. */
  #changedIn({ said }: Notes, before: Cleared<F>): readonly string[] {
    let changed: string[] | undefined;
    for (const [what, asked] of said)
      if (!this.#isSame(what, asked, before)) {
        changed ??= [];
        changed.push(what);
      }
    return changed ?? NOTHING;
  }

  #isSame(what: string, asked: Asked | undefined, before: Cleared<F>): boolean {
    let same = this.#same.get(what);
    if (same === undefined) {
      same = this.#isSameAs(before, what, asked);
      this.#same.set(what, same);
    }
    return same;
  }

  #isSameAs(before: Cleared<F>, what: string, asked: Asked | undefined): boolean {
    const { spec } = this.cleared;
    if (asked) return isSame(asked.ask(this.cleared), asked.answer);
    const list = listOf(what);
    if (list === undefined) return saysTheSame(what, before.spec, spec);
    const [from, to] = this.#newIn(list, before);
    return from === to && haveSameSteps(list, before.spec, spec);
  }

  #newIn(list: string, before: Cleared<F>): Stretch {
    const known = this.#new.get(list);
    if (known) return known;
    const found = newItems(list, before.spec, this.cleared.spec);
    this.#new.set(list, found);
    return found;
  }
}

/** A change of a text: as it is, with its lines, and with the line above in which something stands. */
interface Edit {
  readonly raw: Change;
  readonly lines: Change;
  readonly around: Change;
}

const NOTHING: readonly string[] = [];
const NOWHERE: ReadonlyMap<string, Range> = new Map();

function whole<F>(made: Noted<readonly F[]>): Made<F> {
  return { ...made, whole: made.notes.said.size };
}

function joined(known: Notes, notes: Notes): Notes {
  const isKnown = [...notes.said.keys()].every((what) => known.said.has(what));
  return {
    said: isKnown ? known.said : new Map([...known.said, ...notes.said]),
    read: notes.read.length === 0 ? known.read : [...known.read, ...notes.read],
    reach: notes.reach.size === 0 ? known.reach : new Map([...known.reach, ...notes.reach]),
  };
}

/** What becomes of all of them; undefined where nothing does of one. */
function allMade<T>(all: readonly T[], make: (one: T) => T | undefined): readonly T[] | undefined {
  const made: T[] = [];
  for (const one of all) {
    const found = make(one);
    if (found === undefined) return undefined;
    made.push(found);
  }
  return made;
}

/** From the first of places in their order to the last. */
function spanOf(places: readonly Range[]): Range {
  return { start: places[0]?.start ?? 0, end: places.at(-1)?.end ?? 0 };
}

/** A finding with all its places after a change of the text; undefined where that may be about one of them. */
function findingMovedBy<F extends Finding>(change: Change, finding: F): F | undefined {
  const at = movedBy(change, finding.at);
  const related = allMade(finding.related ?? [], (one) => {
    const place = movedBy(change, one.at);
    return place && (place === one.at ? one : { ...one, at: place });
  });
  const fixes = allMade(finding.fixes ?? [], (fix) => {
    const edits = allMade(fix.edits, (edit) => {
      if (edit.edit !== 'text') return edit;
      const place = movedBy(change, edit.at);
      return place && { ...edit, at: place };
    });
    return edits && (fix.edits.some(({ edit }) => edit === 'text') ? { ...fix, edits } : fix);
  });
  if (at === undefined || related === undefined || fixes === undefined) return undefined;
  const isThere = at === finding.at && related.every((one, i) => one === finding.related?.[i]);
  if (isThere && fixes.every((fix, i) => fix === finding.fixes?.[i])) return finding;
  return { ...finding, at, ...(finding.related && { related }), ...(finding.fixes && { fixes }) };
}

/** Whether options are the same; those that are made of values are so where the values are. */
function areSame(before: object, now: object): boolean {
  return hasSame(before, now, (a, b) => a === b || (isPlain(a) && isPlain(b) && hasSame(a, b, Object.is)));
}

function hasSame(before: object, now: object, isSameValue: (a: unknown, b: unknown) => boolean): boolean {
  const keys = new Set([...Object.keys(before), ...Object.keys(now)]);
  return [...keys].every((key) => isSameValue(Reflect.get(before, key), Reflect.get(now, key)));
}

/** A map has no keys to tell it by. */
function isPlain(value: unknown): value is object {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
