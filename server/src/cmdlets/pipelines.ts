import { groupedBy } from '../text/grouped.ts';
import type { Range } from '../text/range.ts';
import { tokens } from './statements.ts';
import type { Token } from './tokens.ts';

/** A stage of a pipeline: a command, or something else that yields objects. */
export type Stage = readonly Token[];

/** What stands around a command, and before it. */
export interface Placement {
  /** Takes its input from the stage before it. */
  readonly piped: boolean;
  /** What hands objects on to it: the stages before it; for brackets and variables among them, the stages that these stand for. */
  readonly before: readonly Stage[];
  /** The loops around it, the innermost first. */
  readonly loops: readonly Loop[];
  /** Runs whenever the text does, in each round of the loops: it stands in no branch and no function. */
  readonly always: boolean;
}

/** A block that runs once for each object. */
export interface Loop {
  /** The variable that holds the object, without its `$`. */
  readonly variable: string;
  readonly through: readonly Stage[];
}

/** What a text says of how its commands get their objects. */
export interface Placements {
  /** The placements of what stands in its pipelines and loops, by the place where it begins. */
  readonly places: ReadonlyMap<number, Placement>;
  /** Variables that are given one value, which the text says, before any branch and for good; by their names in lower case. */
  readonly constants: ReadonlyMap<string, Stage>;
}

export function placements(text: string): Placements {
  if (!/\||foreach|\$\w+\s*=/i.test(text)) return NOWHERE;
  const walk = new Walk(text);
  walk.block({ start: 0, end: text.length }, { loops: [], always: true });
  if (walk.isLost) return NOWHERE;
  const once = walk.given.size === 0 ? undefined : givenOnce(text);
  return { places: walk.found, constants: new Map([...walk.given].filter(([name]) => once?.has(name))) };
}

const NOWHERE: Placements = { places: new Map(), constants: new Map() };

const ASSIGNED = /\$(?:\w+:)?(\w+)\s*(?:\+\+|--|(?:[-+*/%]|\?\?)?=(?!=))/g;
const CHANGED_OTHERWISE = /(?:foreach\s*\(\s*|\[ref\]\s*)\$(\w+)|Variable\s+['"+]*(\w+)/gi;

/** The variables that a text gives a value once and changes in no other way, by their names in lower case. */
function givenOnce(text: string): ReadonlySet<string> {
  const assigned = groupedBy(text.matchAll(ASSIGNED), ([, name = '']) => name.toLowerCase());
  const once = new Set([...assigned].flatMap(([name, times]) => (times.length === 1 ? [name] : [])));
  for (const [, inLoop, named] of text.matchAll(CHANGED_OTHERWISE)) once.delete((inLoop ?? named ?? '').toLowerCase());
  return once;
}

/** Stages past which nobody follows what a pipeline hands on. */
const MOST_STAGES = 100;

/** Characters that are read for what stands within what before a text is given up: those of a short one in any case. */
const MOST_READ = 1_000_000;
const MOST_READINGS = 10;

/** The word that a stage begins with. */
export function headOf([head]: Stage): string {
  return head?.kind === 'word' ? head.text : '';
}

/** Whether a stage runs a block for each object. */
export function isForEach(stage: Stage): boolean {
  return /^(?:foreach-object|foreach|%)$/i.test(headOf(stage));
}

/** The variable that a word is, without its `$`, whatever is asked of it: `$_.Identity` is `_`. */
export function variableOf(text: string): string | undefined {
  const name = /^\$(?:\w+:)?(\w+)(?:\.\w+(?:\(\))?)*$/.exec(text)?.[1]?.toLowerCase();
  return name === 'psitem' ? '_' : name;
}

const FOR_EACH = /\.foreach\(\s*\{/i;

const LEAVES = /\b(?:continue|break|return)\b/i;

type Around = Pick<Placement, 'loops' | 'always'>;

/** Goes through a text in the order in which it runs, so that a variable stands for what it was given last. */
class Walk {
  readonly found = new Map<number, Placement>();
  /** What stands behind `$name =` where that surely runs, once. */
  readonly given = new Map<string, Stage>();
  readonly #text: string;
  readonly #variables = new Map<string, readonly Stage[]>();
  /** By where they begin. */
  readonly #known = new Map<number, { readonly end: number; readonly tokens: readonly Token[] }>();
  /** Characters that may still be read. */
  #left: number;

  constructor(text: string) {
    this.#text = text;
    this.#left = MOST_READ + MOST_READINGS * text.length;
  }

  /** Whether so much stands within so much else that the text was given up; then what was found is not all. */
  get isLost(): boolean {
    return this.#left < 0;
  }

  block(range: Range, around: Around): void {
    let current = around;
    for (const stages of this.#statements(range)) {
      current = this.#statement(stages, current);
      // Past a statement that may leave the round, nobody can tell which objects come.
      if (current.loops.length > 0 && this.#mayLeave(stages)) current = { loops: [], always: false };
    }
  }

  #mayLeave(stages: readonly Stage[]): boolean {
    return stages.some((stage) => stage.some(({ at }) => LEAVES.test(this.#text.slice(at.start, at.end))));
  }

  /** What is around the next statement: in a loop, a variable that was given the object stands for it as well. */
  #statement(written: readonly Stage[], around: Around): Around {
    const [first = [], ...rest] = written;
    if (/^foreach$/i.test(headOf(first)) && this.#opens(first[1], '(')) {
      this.#loop(first, around);
      return around;
    }
    const isAssigned = first[1]?.kind === 'word' && first[1].text === '=';
    const variable = isAssigned ? variableOf(headOf(first).replace(/^\[[\w.]+\]/, '')) : undefined;
    const stages = isAssigned ? [first.slice(2), ...rest] : written;
    const source = this.#standingFor(stages[0] ?? [], around);
    for (const [i, stage] of stages.entries()) {
      const before = i === 0 || i > MOST_STAGES ? [] : [...source, ...stages.slice(1, i)];
      if (stage[0]) this.found.set(stage[0].at.start, { ...around, piped: i > 0, before });
      this.#inside(stage, before, around);
    }
    if (variable === undefined) return around;
    const given = variableOf(headOf(stages[0] ?? []));
    const loop = around.loops.find((one) => one.variable === given);
    if (loop && stages.length === 1) return { ...around, loops: [{ ...loop, variable }, ...around.loops] };
    const [only, ...more] = stages;
    if (only && more.length === 0 && around.always && around.loops.length === 0) this.given.set(variable, only);
    this.#variables.set(variable, [...source, ...stages.slice(1)].slice(0, MOST_STAGES));
    return { ...around, loops: around.loops.filter((one) => one.variable !== variable) };
  }

  /** `foreach ($one in …) { … }` */
  #loop([, head, ...rest]: Stage, around: Around): void {
    const inner = this.#inner(head);
    if (inner === undefined) return;
    const [one, into] = this.#tokens(inner);
    const range = { start: into?.at.end ?? inner.end, end: inner.end };
    this.block(range, around);
    const variable = one?.kind === 'word' ? variableOf(one.text) : undefined;
    const loop = variable === undefined ? [] : [{ variable, through: this.#stagesIn(range, around) }];
    for (const word of rest) {
      const body = this.#inner(word);
      if (body) this.block(body, { ...around, loops: [...loop, ...around.loops] });
    }
  }

  /** What stands in the brackets of a stage. */
  #inside(stage: Stage, before: readonly Stage[], around: Around): void {
    for (const token of stage) {
      if (this.#forEach(token, around)) continue;
      const range = this.#inner(token);
      if (range === undefined) continue;
      if (!this.#opens(token, '{')) this.block(range, around);
      else if (isForEach(stage))
        this.block(range, { ...around, loops: [{ variable: '_', through: before }, ...around.loops] });
      else this.block(range, { loops: [], always: false });
    }
  }

  /** `(Get-CsPool).ForEach({ … })` */
  #forEach(token: Token, around: Around): boolean {
    const called = token.kind === 'word' && token.form === 'computed' ? FOR_EACH.exec(token.text) : undefined;
    if (token.kind !== 'word' || !called) return false;
    const { start, end } = token.at;
    const on = { ...token, text: token.text.slice(0, called.index), at: { start, end: start + called.index } };
    const through = this.#standingFor([on], around);
    const body = { start: start + called.index + called[0].length, end };
    this.block(body, { ...around, loops: [{ variable: '_', through }, ...around.loops] });
    return true;
  }

  /** The stages that yield what the first stage of a pipeline stands for: those in its brackets, or of its variable. */
  #standingFor(stage: Stage, around: Around): readonly Stage[] {
    const [first, ...others] = stage;
    if (first?.kind !== 'word' || others.length > 0) return [stage];
    const inner = this.#opens(first, '{') ? undefined : this.#inner(first);
    if (inner) return this.#isWhole(inner) ? this.#stagesIn(inner, around) : [stage];
    const variable = variableOf(first.text);
    const loop = around.loops.find((one) => one.variable === variable);
    return loop?.through ?? this.#variables.get(variable ?? '') ?? [stage];
  }

  /** Whether behind the closing bracket at most properties are asked for: not `[0]`, nor `.Where({ … })`. */
  #isWhole(range: Range): boolean {
    const close = this.#tokens(range).find((token) => this.#isClosing(token));
    return close !== undefined && /^(?:\.\w+)*$/.test(this.#text.slice(close.at.end, range.end));
  }

  #isClosing(token: Token): boolean {
    return token.kind === 'end' && /[)}]/.test(this.#text[token.at.start] ?? '');
  }

  /** The stages of the one pipeline in some brackets. */
  #stagesIn(range: Range, around: Around): readonly Stage[] {
    const [first, ...others] = this.#statements(range);
    if (first === undefined || others.length > 0) return [];
    return [...this.#standingFor(first[0] ?? [], around), ...first.slice(1)];
  }

  /** Each statement by the stages of its pipeline. */
  #statements(range: Range): readonly (readonly Stage[])[] {
    const statements: Stage[][] = [];
    let stages: Token[][] = [[]];
    for (const token of this.#tokens(range)) {
      const last = stages.at(-1);
      // All brackets that open have their end in a word: this one closes what is read.
      if (this.#isClosing(token)) break;
      if (token.kind === 'pipe') stages.push([]);
      else if (token.kind !== 'end') last?.push(token);
      // A line that ends behind a pipe goes on, and the block of a loop may stand below its head.
      else if (last?.length === 0 && stages.length > 1) continue;
      else if (/^foreach$/i.test(headOf(last ?? [])) && last?.length === 2 && stages.length === 1) continue;
      else {
        statements.push(stages);
        stages = [[]];
      }
    }
    return [...statements, stages].filter(([first, ...others]) => first?.length !== 0 || others.length > 0);
  }

  #tokens({ start, end }: Range): readonly Token[] {
    const known = this.#known.get(start);
    if (known?.end === end) return known.tokens;
    this.#left -= end - start;
    const found = this.isLost ? [] : tokens(this.#text, start, end);
    this.#known.set(start, { end, tokens: found });
    return found;
  }

  #opens(token: Token | undefined, bracket: string): boolean {
    return token !== undefined && this.#text[token.at.start] === bracket;
  }

  /** What a word holds that begins with a bracket; the closing one, wherever in the word it is, ends the reading. */
  #inner(token: Token | undefined): Range | undefined {
    if (token?.kind !== 'word') return undefined;
    const { start, end } = token.at;
    const bracket = /^[$@]?[({]/.exec(this.#text.slice(start, start + 2))?.[0];
    return bracket === undefined || bracket === '${' || bracket === '@{'
      ? undefined
      : { start: start + bracket.length, end };
  }
}
