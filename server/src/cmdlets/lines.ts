import { cmdlet as reference } from '../catalog/cmdlets.ts';
import { objectKey } from '../spec/names.ts';
import { applyEdits, type TextEdit } from '../text/edit.ts';
import type { Range } from '../text/range.ts';
import { type Command, render, verbAndNoun } from './command.ts';
import { GLOBAL, isHanded, namesHanded } from './effect.ts';
import { rankOfResolved } from './place.ts';
import { argumentFor, isUndone, type ResolvedCommand } from './resolved.ts';
import { quickReader } from './runbook.ts';
import { isWildcard } from './wildcard.ts';

/** A change to the list of runbook lines, by the index a line had before any change. */
export type LineEdit =
  | { readonly edit: 'replace'; readonly index: number; readonly line: string }
  | { readonly edit: 'insert'; readonly before: number; readonly line: string }
  | { readonly edit: 'drop'; readonly index: number };

/** A line of a runbook, its own or a new one. */
export interface Line {
  text: string;
  commands: readonly ResolvedCommand[];
  /** Where its order wants it; undefined where that does not matter. */
  readonly rank: number | undefined;
  dropped?: true;
}

/** A command of the runbook, and the line it stands in. */
export interface Placed {
  readonly line: Line;
  readonly command: ResolvedCommand;
}

/**
 * The runbook while commands find their places in it. New lines wait before the line in front of which they go, by rank; they
 * are found by rank and by object, so that a command costs the same however many there are.
 */
export class Lines {
  readonly read = quickReader();
  readonly #texts: readonly string[];
  readonly #own: readonly Line[];
  /** New lines by the index of the line that they wait before; the last ones wait at the end. */
  readonly #waiting: Line[][];
  readonly #places = new Map<Line, number>();
  readonly #byObject = new Map<string, Line[]>();
  /** The first line of each rank. */
  readonly #firsts = new Map<number, number>();
  /** The last line that changes objects of a noun which nobody can tell: what is wanted of one of them has to come later. */
  readonly #uncertain = new Map<string, number>();
  /** Tests that stand last tell what stands when all is done. */
  readonly #end: number;

  constructor(texts: readonly string[]) {
    this.#texts = texts;
    this.#own = texts.map((text) => {
      const commands = this.read(text);
      return { text, commands, rank: commands.map(rankOfResolved).findLast((known) => known !== undefined) };
    });
    this.#waiting = Array.from({ length: texts.length + 1 }, () => []);
    this.#end = this.#own.findLastIndex(({ commands }) => commands[0]?.verb !== 'Test') + 1;
    for (const [index, line] of this.#own.entries()) {
      this.#add(line, index);
      if (line.rank !== undefined && !this.#firsts.has(line.rank)) this.#firsts.set(line.rank, index);
      for (const command of line.commands) {
        if (rankOfResolved(command) !== undefined && !isUndone(command) && objectOfResolved(command) === undefined)
          this.#uncertain.set(command.noun, index);
      }
    }
  }

  /** The commands that surely do something to the object of another one, in their order. */
  about(command: Command): readonly Placed[] {
    const object = objectOf(command);
    const lines = (this.#byObject.get(object) ?? []).filter(({ dropped }) => !dropped);
    const inOrder = lines.length < 2 ? lines : lines.toSorted((a, b) => this.#compare(a, b));
    return inOrder.flatMap((line) =>
      line.commands.filter((one) => objectOfResolved(one) === object).map((one) => ({ line, command: one })),
    );
  }

  /** Puts a command before the first line that has to come later. */
  insert(command: Command, rank: number | undefined): void {
    const later = [...this.#firsts].flatMap(([other, index]) => (rank !== undefined && other > rank ? [index] : []));
    const least = (this.#uncertain.get(verbAndNoun(command.cmdlet).noun) ?? -1) + 1;
    const place = Math.max(least, Math.min(this.#end, ...later));
    const waiting = this.#waitingAt(place);
    const line = this.#made(command, rank);
    waiting.splice(behind(waiting, rank), 0, line);
    this.#add(line, place);
  }

  /** Puts a command right before another line. */
  insertBefore(next: Line, command: Command): void {
    const place = this.#places.get(next) ?? this.#end;
    const waiting = this.#waitingAt(place);
    const at = waiting.indexOf(next);
    const line = this.#made(command, at < 0 ? undefined : next.rank);
    waiting.splice(at < 0 ? waiting.length : at, 0, line);
    this.#add(line, place);
  }

  /** Writes another text in place of a part of a line. */
  edit(line: Line, edits: readonly TextEdit[]): void {
    line.text = applyEdits(line.text, edits);
    line.commands = this.read(line.text);
  }

  /** Takes a command out, with its line where nothing else stands there. */
  drop({ line, command }: Placed): void {
    if (line.commands.length === 1) line.dropped = true;
    else this.edit(line, [{ at: statementAround(line.text, command.whole), insert: '' }]);
  }

  /** What became of the lines. */
  edits(): readonly LineEdit[] {
    return this.#waiting.flatMap((waiting, index): readonly LineEdit[] => {
      const inserted = waiting.flatMap(({ text, dropped }): readonly LineEdit[] =>
        dropped ? [] : [{ edit: 'insert', before: index, line: text }],
      );
      const own = this.#own[index];
      if (own === undefined || (!own.dropped && own.text === this.#texts[index])) return inserted;
      return [...inserted, own.dropped ? { edit: 'drop', index } : { edit: 'replace', index, line: own.text }];
    });
  }

  #made(command: Command, rank: number | undefined): Line {
    const text = render(command);
    return { text, commands: this.read(text), rank };
  }

  #add(line: Line, place: number): void {
    this.#places.set(line, place);
    for (const object of new Set(line.commands.map(objectOfResolved))) {
      if (object === undefined) continue;
      const all = this.#byObject.get(object);
      if (all) all.push(line);
      else this.#byObject.set(object, [line]);
    }
  }

  #waitingAt(place: number): Line[] {
    return this.#waiting[place] ?? [];
  }

  #compare(a: Line, b: Line): number {
    const [one = 0, other = 0] = [this.#places.get(a), this.#places.get(b)];
    if (one !== other) return one - other;
    // A line of the runbook itself stands behind those that wait before it.
    const [first, second] = [a, b].map((line) => this.#waitingAt(one).indexOf(line) >>> 0);
    return (first ?? 0) - (second ?? 0);
  }
}

/** Behind all lines that may come before one of this rank; lines without a rank come last. */
function behind(lines: readonly Line[], rank: number | undefined): number {
  const last = Number.POSITIVE_INFINITY;
  let [low, high] = [0, lines.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle]?.rank ?? last) <= (rank ?? last)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Parameters that say which object a command is about; a request for a certificate is known by the file it writes. */
const NAMING = ['Identity', 'Domain', 'Output'] as const;

/** What a command is about, as names compare. */
export function objectOf(command: Command): string {
  const { noun } = verbAndNoun(command.cmdlet);
  const named = NAMING.map((name) => command.parameters[name]).find((value) => value !== undefined);
  return `${noun} ${objectKey(String(named ?? GLOBAL))}`.toLowerCase();
}

/** What a command of the runbook is surely about, and about nothing else. */
function objectOfResolved(command: ResolvedCommand): string | undefined {
  if (isUndone(command)) return undefined;
  if (command.input) {
    const key = keyHanded(command);
    return key === undefined ? undefined : `${command.noun} ${key}`.toLowerCase();
  }
  if (command.nested || command.piped) return undefined;
  const named = NAMING.map((name) => argumentFor(command, name)).find((given) => given !== undefined);
  if (named !== undefined && typeof named.value !== 'string') return undefined;
  return `${command.noun} ${objectKey(String(named?.value ?? GLOBAL))}`.toLowerCase();
}

/** The one object that a pipeline hands on, as names compare. */
function keyHanded(command: ResolvedCommand): string | undefined {
  const names = namesHanded(command);
  if (names === undefined || names.some(isWildcard)) return undefined;
  const [name] = names;
  if (name !== undefined) return isHanded(names, objectKey(name)) ? objectKey(name) : undefined;
  return reference(`New-${command.noun}`) === undefined ? GLOBAL : undefined;
}

/** A command with the `;` that parts it from the next, or from the one before. */
function statementAround(text: string, { start, end }: Range): Range {
  const next = /^\s*;\s*/.exec(text.slice(end));
  if (next) return { start, end: end + next[0].length };
  return { start: text.slice(0, start).replace(/(?<!\s)\s*;\s*$/, '').length, end };
}
