import type { Analysis, Options, Problem } from './analyze.ts';
import { analyze } from './analyze.ts';
import type { Command } from './cmdlets/command.ts';
import { enlist } from './cmdlets/enlist.ts';
import { contradict } from './edits/contradiction.ts';
import type { Fix, SpecEdit } from './edits/fix.ts';
import type { Fault } from './spec/faults.ts';
import { keysOf, schemaAt } from './spec/schema.ts';
import { applyEdits, inOrder, shifted, type TextEdit } from './text/edit.ts';
import { textOf } from './text/message.ts';
import { overlaps } from './text/range.ts';
import { readYaml } from './yaml/blocks.ts';
import { append, set, type TreeEdit, type Value } from './yaml/edit.ts';
import { rewrite } from './yaml/rewrite.ts';
import type { SyntaxFault } from './yaml/syntax-faults.ts';
import { nodeAt } from './yaml/tree.ts';

type Fixable = Pick<Analysis, 'kind' | 'text' | 'root' | 'faults' | 'blocks'>;

/**
 * The text edits that carry out fixes; commands of all of them are enlisted into the runbook together. There are none where
 * the fixes get in each other's way, or would leave a text that YAML cannot read.
 */
export function repair(document: Fixable, fixes: readonly Pick<Fix, 'edits'>[]): readonly TextEdit[] {
  const edits = textEdits(document, fixes);
  return edits !== undefined && isSound(document, edits) ? edits : [];
}

/** Whether edits go together, break nothing, and, where they reach into text that is broken, cure something of it. */
function isSound({ kind, text, faults, blocks }: Fixable, edits: readonly TextEdit[]): boolean {
  if (edits.some(({ at }, i) => at.start < (edits[i - 1]?.at.end ?? 0))) return false;
  if (kind === 'script') return true;
  const before = faults.filter(isBroken);
  const after = readYaml(applyEdits(text, edits), blocks).faults.filter(isBroken);
  const isInBroken = before.some(({ reach }) => edits.some(({ at }) => reach.start < at.end && at.start <= reach.end));
  const isLeft = (fault: SyntaxFault) =>
    after.some(({ code, at }) => code === fault.code && at.start === shifted(fault.at.start, edits));
  return after.length <= before.length && !(isInBroken && before.every(isLeft));
}

/** An empty file is not broken. */
function isBroken(fault: Fault): fault is SyntaxFault {
  return fault.kind === 'syntax' && fault.code !== 'EMPTY';
}

/** What fixes write, or nothing where one would write into what an alias stands for, which is elsewhere and means more. */
function textEdits(document: Fixable, fixes: readonly Pick<Fix, 'edits'>[]): readonly TextEdit[] | undefined {
  const edits = unique(fixes.flatMap((fix) => fix.edits));
  const inSpec = edits.flatMap((edit) => (edit.edit === 'run' || edit.edit === 'text' ? [] : [edit]));
  const commands = edits.flatMap((edit) => (edit.edit === 'run' ? [edit.command] : []));
  const inText = edits.flatMap((edit) => (edit.edit === 'text' ? [{ at: edit.at, insert: edit.insert }] : []));
  const tree = [...spelledOut(document, inSpec), ...runbookEdits(document, commands)];
  if (tree.some((edit) => isBehindAlias(document, edit))) return undefined;
  const inTree = rewrite(document, tree, (path) => keysOf(schemaAt(path)));
  return inOrder([...inTree, ...inText]);
}

function isBehindAlias({ root }: Fixable, { edit, path }: TreeEdit): boolean {
  const within = edit === 'insert' ? path : path.slice(0, -1);
  return within.some((_, i) => nodeAt(root, path.slice(0, i + 1))?.alias);
}

/** What became of a text, and what was done to it. */
export interface Repaired {
  readonly text: string;
  readonly done: readonly Problem[];
}

const MOST_ROUNDS = 50;

/**
 * The text after all fixes that may be taken, round after round until there is none left: a fix may reveal another.
 * The first fix of a problem counts; with `review`, also those that ask a person.
 */
export function repairAll(text: string, options: Options, { review = false } = {}): Repaired {
  const done: Problem[] = [];
  const seen = new Set<string>();
  let analysis = analyze(text, options);
  // Where fixes lead in a circle, going round it once makes no difference.
  while (!seen.has(analysis.text) && seen.size < MOST_ROUNDS) {
    seen.add(analysis.text);
    const { cured, after } = nextRound(analysis, options, review);
    if (after.text === analysis.text) break;
    done.push(...cured);
    analysis = after;
  }
  return { text: analysis.text, done: analysis.text === text ? [] : done };
}

interface Round {
  readonly cured: readonly Problem[];
  readonly after: Analysis;
}

/** What the fixes of a round make of a text. One that leaves its problem where it was is not made, nor would it be a second time. */
function nextRound(before: Analysis, options: Options, review: boolean, vain: ReadonlySet<Problem> = new Set()): Round {
  const chosen = choose(before, review, vain);
  const edits = repair(before, fixesOf(chosen));
  const after = analyze(applyEdits(before.text, edits), options, before);
  const left = new Set(after.problems.map((problem) => keyOf(problem, problem.at.start)));
  const cured = chosen.map(({ problem }) => problem);
  const again = cured.filter((problem) => {
    const isTouched = edits.some(({ at }) => overlaps(at, problem.at));
    return !isTouched && left.has(keyOf(problem, shifted(problem.at.start, edits)));
  });
  if (edits.length === 0 || again.length === 0) return { cured, after };
  return nextRound(before, options, review, new Set([...vain, ...again]));
}

function keyOf({ rule, message }: Problem, start: number): string {
  return `${rule} ${start} ${textOf(message)}`;
}

/** The commands of all fixes, and nothing else of them: for people who change the spec by hand. */
export function commandsOf(problems: readonly Problem[]): Pick<Fix, 'edits'> {
  return { edits: problems.flatMap(({ fixes }) => fixes?.[0]?.edits.filter((edit) => edit.edit === 'run') ?? []) };
}

/** A fix that is to be taken, and the problem it cures. */
export interface Choice {
  readonly problem: Problem;
  readonly fix: Fix;
}

/** One fix per problem but those in vain, none touching what another touches; the rest waits for the next round. */
export function choose(analysis: Analysis, review: boolean, vain: ReadonlySet<Problem> = new Set()): readonly Choice[] {
  const chosen: Choice[] = [];
  const taken: TextEdit[] = [];
  for (const problem of analysis.problems) {
    const fix = problem.fixes?.find(({ safety }) => safety === 'safe' || review);
    if (fix === undefined || vain.has(problem)) continue;
    const edits = textEdits(analysis, [{ edits: fix.edits.filter(({ edit }) => edit !== 'run') }]);
    if (edits === undefined || edits.some((edit) => taken.some((other) => collide(edit, other)))) continue;
    if (problem.rule === 'yaml-syntax' && !isSound(analysis, edits)) continue;
    if (fix.edits.some((edit) => chosen.some((other) => other.fix.edits.some((before) => contradict(edit, before)))))
      continue;
    taken.push(...edits);
    chosen.push({ problem, fix });
  }
  return together(analysis, chosen);
}

/** As many of the choices, in order, as can be made in one go. */
function together(analysis: Analysis, choices: readonly Choice[]): readonly Choice[] {
  const edits = textEdits(analysis, fixesOf(choices));
  if (choices.length === 0 || (edits !== undefined && isSound(analysis, edits))) return choices;
  const half = choices.length >> 1;
  const first = together(analysis, choices.slice(0, half));
  return first.length > 0 || half === 0 ? first : together(analysis, choices.slice(half));
}

function fixesOf(choices: readonly Choice[]): readonly Fix[] {
  return choices.map(({ fix }) => fix);
}

/** Insertions at one place stand beside each other. */
function collide(a: TextEdit, b: TextEdit): boolean {
  const isInsertion = ({ at }: TextEdit) => at.start === at.end;
  return overlaps(a.at, b.at) && !(isInsertion(a) && isInsertion(b));
}

/** Two problems may ask for the same thing. */
function unique(edits: readonly SpecEdit[]): readonly SpecEdit[] {
  return [...new Map(edits.map((edit) => [JSON.stringify(edit), edit])).values()];
}

function runbookEdits({ root }: Fixable, commands: readonly Command[]): TreeEdit[] {
  if (commands.length === 0) return [];
  const node = nodeAt(root, ['cmdlets']);
  const lines =
    node?.kind === 'sequence' ? node.items.map((item) => (item.kind === 'scalar' ? String(item.value) : '')) : [];
  return enlist(lines, commands).map((edit): TreeEdit => {
    if (edit.edit === 'replace') return set(['cmdlets', edit.index], edit.line);
    if (edit.edit === 'drop') return { edit: 'remove', path: ['cmdlets', edit.index] };
    if (edit.before >= lines.length) return append(['cmdlets'], edit.line);
    return { edit: 'insert', path: ['cmdlets'], index: edit.before, value: edit.line };
  });
}

/** A key given to an item that is a bare name turns the name into a mapping first. */
function spelledOut({ root }: Fixable, edits: readonly TreeEdit[]): TreeEdit[] {
  const items = new Map<string, { path: TreeEdit['path']; value: Record<string, Value> }>();
  const rest: TreeEdit[] = [];
  for (const edit of edits) {
    const parent = edit.path.slice(0, -1);
    const node = nodeAt(root, parent);
    const shorthand = schemaAt(parent)?.['x-shorthand'];
    const key = edit.path.at(-1);
    if (edit.edit !== 'set' || node?.kind !== 'scalar' || shorthand === undefined || typeof key !== 'string') {
      rest.push(edit);
      continue;
    }
    const item = items.get(parent.join('\0')) ?? { path: parent, value: { [shorthand]: node.value } };
    item.value[key] = edit.value;
    items.set(parent.join('\0'), item);
  }
  return [...rest, ...[...items.values()].map(({ path, value }) => set(path, value))];
}
