import { dirname, relative, resolve, sep } from 'node:path';
import { isWhole } from '../../../protocol/paths.ts';
import type { Document, Options } from '../analyze.ts';
import { type ProblemKey, problemKey } from '../features/problem-key.ts';
import { MOST_BYTES } from '../machine/sizes.ts';
import type { Problem } from '../problem.ts';
import { code, listed, type Message, say } from '../text/message.ts';
import { jsonOf } from '../text/visible.ts';
import { Complaint } from './exit.ts';
import type { Input } from './files.ts';
import { hindrance } from './find.ts';
import { read } from './read.ts';
import type { Checked } from './reports/reported.ts';
import type { Shell } from './shell.ts';
import { isThere } from './write.ts';

/** The file that holds a baseline where none is named. */
export const BASELINE = '.lync-federation.baseline.json';

/** A problem that is known: it was there when the baseline was written. */
export interface KnownProblem extends Omit<ProblemKey, 'rule'> {
  /** Where it is, relative to the baseline, with forward slashes. */
  readonly file: string;
  /** The rule of then, which may be gone by now. */
  readonly rule: string;
}

/** The problems that are known, and the file that says so. */
export interface Baseline {
  readonly file: string;
  readonly entries: readonly KnownProblem[];
  /** The keys of the entries. */
  readonly keys: ReadonlySet<string>;
}

/**
 * Reads a baseline; nothing where there is no such file.
 * @throws Complaint when it cannot be read as one.
 */
export async function readBaseline(path: string, shell: Pick<Shell, 'cwd' | 'input'>): Promise<Baseline | undefined> {
  const file = resolve(shell.cwd, path);
  try {
    if (!(await isThere(file))) return undefined;
  } catch (error) {
    throw new Complaint(hindrance(error, path));
  }
  const decoded = await read(file, shell, { as: say`a baseline`, limit: MOST_BYTES.capture });
  if ('template' in decoded) throw new Complaint(decoded);
  const entries = entriesIn(decoded.text, path);
  return { file, entries, keys: new Set(entries.map(entryKey)) };
}

/**
 * The baseline that somebody names; nothing where nobody does.
 * @param update the command that writes it
 * @throws Complaint where it is not there, and when it cannot be read as one
 */
export async function baselineNamed(
  path: string | undefined,
  update: string,
  shell: Pick<Shell, 'cwd' | 'input'>,
): Promise<Baseline | undefined> {
  const baseline = path === undefined ? undefined : await readBaseline(path, shell);
  if (path === undefined || baseline !== undefined) return baseline;
  throw new Complaint(say`There is no baseline ${code(path)}; ${code(update)} writes one.`);
}

/** A baseline as text: an entry a line, in an order that depends on nothing else, so that a difference reads well. */
export function baselineText(entries: readonly KnownProblem[]): string {
  const lines = [...new Map(entries.map((entry) => [entryKey(entry), entry])).entries()]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { file, rule, path, text, about }]) =>
      line({ file, rule, path, text, ...(about !== undefined && { about }) }),
    );
  const list = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n  ]`;
  return `{\n  "version": ${VERSION},\n  "problems": ${list}\n}\n`;
}

/** Whether the project file lets no baseline take a problem in. */
export function isForbidden({ rule }: Problem, { analysis }: Checked): boolean {
  return analysis.options.neverSuppress?.includes(rule) === true;
}

/** What a baseline says of a problem. */
export function entryOf(problem: Problem, { analysis, file = '' }: InFile, baseline: string): KnownProblem {
  return { file: nameIn(baseline, file), ...problemKey(problem, analysis) };
}

interface InFile {
  readonly file?: string | undefined;
  readonly analysis: Document;
}

/** How a file is judged of which the baseline knows something: that does not count among what is told. */
export function besides(
  { file: baseline, keys }: Baseline,
  { file, imported, extended }: Pick<Input, 'file' | 'imported' | 'extended'>,
): Pick<Options, 'isKnown' | 'most'> {
  // Of what several files say together it turns out later whose a problem is.
  if (imported || extended) return { most: Number.POSITIVE_INFINITY };
  if (file === undefined) return {};
  return { isKnown: (problem, analysis) => keys.has(entryKey(entryOf(problem, { file, analysis }, baseline))) };
}

/** A file without the problems that the baseline knows. What comes by standard input has no name, so nothing of it is known. */
export function withoutKnown(checked: Checked, { file, keys }: Baseline): Checked {
  const { analysis } = checked;
  if (checked.file === undefined) return checked;
  const isKnown = (problem: Problem) =>
    !isForbidden(problem, checked) && keys.has(entryKey(entryOf(problem, checked, file)));
  const baselined = analysis.problems.filter(isKnown);
  const known = new Set(baselined);
  return {
    ...checked,
    analysis: { ...analysis, problems: analysis.problems.filter((problem) => !known.has(problem)) },
    baselined,
  };
}

/** The entries that no longer occur: in files that were looked at, and in files that are gone. */
export async function goneFrom(
  { file, entries }: Baseline,
  files: readonly Checked[],
): Promise<readonly KnownProblem[]> {
  const looked = new Map(files.map((one) => [nameIn(file, one.file ?? ''), one.analysis.unfinished]));
  const found = files.flatMap((one) => {
    const forbidden = one.analysis.problems.filter((problem) => isForbidden(problem, one));
    return [...(one.baselined ?? []), ...forbidden].map((problem) => entryKey(entryOf(problem, one, file)));
  });
  const occurring = new Set(found);
  const missing = await missingFiles(file, entries);
  return entries.filter((entry) => {
    const unfinished: ReadonlySet<string> | undefined = looked.get(entry.file);
    if (unfinished === undefined) return missing.has(entry.file);
    return !unfinished.has(entry.rule) && !occurring.has(entryKey(entry));
  });
}

/**
 * The files that entries name and that are no longer there. A name that is whole leads to another drive or to another machine, which a
 * baseline does not make us ask.
 */
export async function missingFiles(baseline: string, entries: readonly KnownProblem[]): Promise<ReadonlySet<string>> {
  const names = [...new Set(entries.map(({ file }) => file))].filter((name) => !isWhole(name));
  const there = await Promise.all(names.map((name) => isThere(resolve(dirname(baseline), name))));
  return new Set(names.filter((_, i) => !there[i]));
}

/** What makes two entries the same. */
export function entryKey({ file, rule, path, text, about = '' }: KnownProblem): string {
  return [file, path, rule, text, about].join('\0');
}

/** What a baseline calls a file. */
export function nameIn(baseline: string, file: string): string {
  return relative(dirname(baseline), file).split(sep).join('/');
}

const VERSION = 1;

function line(entry: KnownProblem): string {
  const parts = Object.entries(entry).map(([key, value]) => `${jsonOf(key)}: ${jsonOf(value)}`);
  return `    { ${parts.join(', ')} }`;
}

function entriesIn(text: string, path: string): readonly KnownProblem[] {
  const data = parsed(text, path);
  if (typeof data !== 'object' || data === null || !('version' in data) || !('problems' in data))
    throw new Complaint(
      say`${code(path)} is no baseline: ${code('version')} or ${code('problems')} is missing. ${REMEDY}`,
    );
  if (data.version !== VERSION)
    throw new Complaint(
      say`${code(path)} is a baseline of version ${code(JSON.stringify(data.version))}, and this release reads version ${VERSION}. ${REMEDY}`,
    );
  if (!Array.isArray(data.problems))
    throw new Complaint(say`${code(path)} is no baseline: ${code('problems')} is not a list. ${REMEDY}`);
  const entries: unknown[] = data.problems;
  return entries.map((entry, i) => {
    if (isEntry(entry)) return entry;
    const keys = listed([...KEYS].map(code));
    throw new Complaint(
      say`Entry ${i + 1} of ${code(path)} is none of a baseline, which has the texts ${keys}. ${REMEDY}`,
    );
  });
}

const REMEDY: Message = say`Repair it, or delete it and run ${code('lync-federation baseline update')}.`;

function parsed(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const place = brokenLine(text);
    throw new Complaint(
      place === undefined
        ? say`${code(path)} is not the JSON of a baseline. ${REMEDY}`
        : say`Line ${place} of ${code(path)} is not the JSON of a baseline. ${REMEDY}`,
    );
  }
}

/** The first line that is none of those we write: the mark of a merge, or a slip. */
function brokenLine(text: string): number | undefined {
  const lines = text.split(/\r?\n/);
  const found = lines.findIndex((one) => !/^(?:[{}\]]|"\w+": (?:\d+,|\[\]?))?$/.test(one.trim()) && !isJson(one));
  return found < 0 ? undefined : found + 1;
}

function isJson(line: string): boolean {
  try {
    JSON.parse(line.replace(/,\s*$/, ''));
    return true;
  } catch {
    return false;
  }
}

const KEYS = ['file', 'rule', 'path', 'text'] as const;

function isEntry(value: unknown): value is KnownProblem {
  if (typeof value !== 'object' || value === null) return false;
  const read = new Map<string, unknown>(Object.entries(value));
  const about = read.get('about');
  return KEYS.every((key) => typeof read.get(key) === 'string') && (about === undefined || typeof about === 'string');
}
