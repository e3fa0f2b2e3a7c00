import { serverWithoutShell } from './deployment/shellless.ts';
import type { Context } from './rules/rule.ts';
import { each, type Spec } from './spec/model.ts';
import { type Asked, type Ground, type Notes, noteForOnce, noting, type Stretch } from './spec/noting.ts';
import { areAsLong, isOneByOne, isSame, listOf, newItems, observed, saysTheSame } from './spec/observed.ts';
import { observedFaults } from './spec/unreadable.ts';
import type { Failure } from './text/failure.ts';
import type { LineTable } from './text/lines.ts';

/** What is judged, and by what. */
interface Judged extends Ground {
  readonly asOf: string;
  readonly options: object;
}

/** What was judged, and of the checks that found nothing all that they looked at. */
export interface Cleared extends Judged {
  readonly checks: ReadonlyMap<string, Notes>;
}

/**
 * Makes the checks of one version of a text. A check that found nothing in the version before finds nothing again where all that it
 * looked at says the same; where only lists have changed of which it judges each item by itself, it looks at what is new in them.
 */
export class Checks {
  readonly cleared: Cleared;
  readonly #before: Cleared | undefined;
  readonly #failures: readonly Failure[];
  readonly #checks = new Map<string, Notes>();
  readonly #same = new Map<string, boolean>();
  readonly #new = new Map<string, Stretch>();

  /** A failure tells nothing: what fails is tried again. */
  constructor(now: Judged, before: Cleared | undefined, failures: readonly Failure[]) {
    this.cleared = { ...now, checks: this.#checks };
    this.#failures = failures;
    this.#before = before && before.asOf === now.asOf && areSame(before.options, now.options) ? before : undefined;
  }

  /** What a check finds. */
  found<T>(check: string, make: () => readonly T[]): readonly T[] {
    const known = this.#before?.checks.get(check);
    const changed = known && this.#changedIn(known);
    if (known && changed?.length === 0) {
      this.#checks.set(check, known);
      return [];
    }
    const failed = this.#failures.length;
    const isOfNewItems = changed?.every(isOneByOne) === true;
    const { value, notes } = noting(make, isOfNewItems ? (list) => this.#newIn(list) : undefined);
    if (value.length === 0 && this.#failures.length === failed)
      this.#checks.set(check, isOfNewItems && known ? joined(known, notes) : notes);
    return value;
  }

  /** What was looked at and is another now. It is asked for each check, so it makes nothing where nothing is. */
  #changedIn(known: Notes): readonly string[] {
    let changed: string[] | undefined;
    for (const [what, asked] of known)
      if (!this.#isSame(what, asked)) {
        changed ??= [];
        changed.push(what);
      }
    return changed ?? NOTHING;
  }

  #isSame(what: string, asked: Asked | undefined): boolean {
    let same = this.#same.get(what);
    if (same === undefined) {
      same = this.#before !== undefined && this.#isSameAs(this.#before, what, asked);
      this.#same.set(what, same);
    }
    return same;
  }

  #isSameAs(before: Cleared, what: string, asked: Asked | undefined): boolean {
    const { spec } = this.cleared;
    if (asked) return isSame(asked.ask(this.cleared), asked.answer);
    const list = listOf(what);
    if (list !== undefined) {
      const [from, to] = this.#newIn(list);
      return from === to && areAsLong(list, before.spec, spec);
    }
    return saysTheSame(what, before.spec, spec);
  }

  #newIn(list: string): Stretch {
    const known = this.#new.get(list);
    if (known || this.#before === undefined) return known ?? [0, Number.POSITIVE_INFINITY];
    const found = newItems(list, this.#before.spec, this.cleared.spec);
    this.#new.set(list, found);
    return found;
  }
}

/** Stands for all that the text shows beyond what it says as a spec. */
const TEXT = 'text';

const NOTHING: readonly string[] = [];

function joined(known: Notes, notes: Notes): Notes {
  return [...notes.keys()].every((what) => known.has(what)) ? known : new Map([...known, ...notes]);
}

/** Whether options are the same; those that are made of values are so where the values are. */
function areSame(before: object, now: object): boolean {
  return hasSame(before, now, (a, b) => a === b || (isPlain(a) && isPlain(b) && hasSame(a, b, Object.is)));
}

function hasSame(before: object, now: object, isSame: (a: unknown, b: unknown) => boolean): boolean {
  const keys = new Set([...Object.keys(before), ...Object.keys(now)]);
  return [...keys].every((key) => isSame(Reflect.get(before, key), Reflect.get(now, key)));
}

/** A map has no keys to tell it by. */
function isPlain(value: unknown): value is object {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

/** What rules look at. */
export interface Observed {
  readonly spec: Spec;
  readonly context: Context;
}

/** What rules look at, which notes what they look at. What is the same for one set of options is not noted. */
export function observedGround(spec: Spec, context: Context): Observed {
  const seen = observed(spec);
  const commands = <T>(read: T): T => {
    if (context.isScript) noteForOnce(TEXT);
    serverWithoutShell(seen, context.catalog);
    each(seen.cmdlets);
    return read;
  };
  const text = <T>(read: T): T => {
    noteForOnce(TEXT);
    return read;
  };
  const { root, runbook, beyondServer, scriptFaults, suppressions } = context;
  return {
    spec: seen,
    context: {
      ...context,
      faults: observedFaults(context.faults),
      lines: observedLines(context.lines),
      get root() {
        return text(root);
      },
      get suppressions() {
        return text(suppressions);
      },
      get runbook() {
        return commands(runbook);
      },
      get beyondServer() {
        return commands(beyondServer);
      },
      get scriptFaults() {
        return commands(scriptFaults);
      },
    },
  };
}

function observedLines(lines: LineTable): LineTable {
  return new Proxy(lines, {
    get: (_, key) => {
      noteForOnce(TEXT);
      const field: unknown = Reflect.get(lines, key, lines);
      return typeof field === 'function' ? field.bind(lines) : field;
    },
  });
}
