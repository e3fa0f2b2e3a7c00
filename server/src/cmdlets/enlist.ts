import { cmdlet as reference } from '../catalog/cmdlets.ts';
import { applyEdits, type TextEdit } from '../text/edit.ts';
import type { Range } from '../text/range.ts';
import { type Command, render, verbAndNoun } from './command.ts';
import { objectKey } from './effect.ts';
import { type Argument, argumentFor, isUndone, nameInFull, type ResolvedCommand } from './resolved.ts';
import { quickReader } from './runbook.ts';

/** A change to the list of runbook lines, by the index a line had before any change. */
export type LineEdit =
  | { readonly edit: 'replace'; readonly index: number; readonly line: string }
  | { readonly edit: 'insert'; readonly before: number; readonly line: string }
  | { readonly edit: 'drop'; readonly index: number };

/**
 * Finds a place in the runbook for each command: a line that says the same already is left alone, one that does
 * something else to the same object is replaced or completed, else the command goes where its order wants it.
 */
export function enlist(lines: readonly string[], commands: readonly Command[]): readonly LineEdit[] {
  const runbook = new Lines(lines);
  for (const command of commands) {
    const { verb, noun } = verbAndNoun(command.cmdlet);
    const again =
      verb === 'Remove' &&
      commands.some((other) => verbAndNoun(other.cmdlet).verb === 'New' && sameObject(other, command));
    enlistOne(runbook, command, { verb, noun, again });
  }
  return changes(runbook.all, lines);
}

/** The runbook while commands find their places in it. */
class Lines {
  readonly all: Line[];
  readonly #read = quickReader();

  constructor(texts: readonly string[]) {
    this.all = texts.map((text, index) => this.#toLine(text, index));
  }

  insert(place: number, text: string): void {
    this.all.splice(place, 0, this.#toLine(text, undefined));
  }

  /** Writes another text in place of a part of a line. */
  edit(line: Line, edits: readonly TextEdit[]): void {
    line.text = applyEdits(line.text, edits);
    line.commands = this.#read(line.text);
  }

  /** Takes a command out, with its line where nothing else stands there. */
  drop({ line, command }: Placed): void {
    if (line.commands.length === 1) line.dropped = true;
    else this.edit(line, [{ at: statementAround(line.text, command.whole), insert: '' }]);
  }

  #toLine(text: string, index: number | undefined): Line {
    const commands = this.#read(text);
    const rank = commands.map(({ cmdlet }) => rankOf(cmdlet)).findLast((known) => known !== undefined);
    return { text, index, commands, rank };
  }
}

interface Line {
  text: string;
  readonly index: number | undefined;
  commands: readonly ResolvedCommand[];
  readonly rank: number | undefined;
  dropped?: true;
}

/** A command of the runbook, and the line it stands in. */
interface Placed {
  readonly line: Line;
  readonly command: ResolvedCommand;
}

interface Intent {
  readonly verb: string;
  readonly noun: string;
  /** The object is removed only to be made anew by a later command of the same batch. */
  readonly again: boolean;
}

function enlistOne(runbook: Lines, command: Command, intent: Intent): void {
  const same = runbook.all.flatMap((line) =>
    line.dropped
      ? []
      : line.commands.filter((one) => isAbout(one, command)).map((one): Placed => ({ line, command: one })),
  );
  const wanted = normal(quickReader()(render(command))[0]);
  if (same.some((placed) => normal(placed.command) === wanted)) return;
  if (intent.verb === 'Remove') enlistRemoval(runbook, same, command, intent);
  else {
    const target = same.findLast(
      ({ command: { verb } }) => verb === intent.verb || (intent.verb === 'Set' && verb === 'New'),
    );
    if (target === undefined) runbook.insert(placeFor(runbook.all, command), render(command));
    else if (intent.verb === 'Set') runbook.edit(target.line, completing(target, command));
    else replace(runbook, target, command);
  }
}

/** A removal stands before what makes the object anew, else in place of all that would make or keep it. */
function enlistRemoval(runbook: Lines, same: readonly Placed[], command: Command, { again }: Intent): void {
  const [first] = same;
  const isRemoved = same.some(({ command: { verb } }) => verb === 'Remove');
  if (first === undefined) runbook.insert(placeFor(runbook.all, command), render(command));
  else if (again) runbook.insert(runbook.all.indexOf(first.line), render(command));
  else {
    // From the last to the first, so that the places of those before stay what they are.
    for (const placed of same.toReversed()) {
      if (placed.command.verb === 'Remove') continue;
      if (placed !== first || isRemoved) runbook.drop(placed);
      else replace(runbook, placed, command);
    }
  }
}

/** Writes a command in place of another one, with its line where nothing else stands there. */
function replace(runbook: Lines, { line, command: { whole } }: Placed, command: Command): void {
  const at = line.commands.length === 1 ? { start: 0, end: line.text.length } : whole;
  runbook.edit(line, [{ at, insert: render(command) }]);
}

/**
 * Sets the wanted parameters in a command of the user. Everything else of it stays as written, but for parameters that the
 * shell refuses beside the wanted ones.
 */
function completing({ line: { text }, command: { parameters, whole } }: Placed, command: Command): readonly TextEdit[] {
  const added: Record<string, Command['parameters'][string]> = {};
  const edits: TextEdit[] = [];
  for (const [name, value] of Object.entries(command.parameters)) {
    const [present, ...again] = parameters.filter((one) => nameInFull(one).toLowerCase() === name.toLowerCase());
    if (present === undefined) added[name] = value;
    else if (name !== 'Identity') {
      edits.push({ at: wholeOf(present), insert: written(name, value, present) });
      edits.push(...again.map((one) => ({ at: withBlank(text, wholeOf(one)), insert: '' })));
    }
  }
  const refused = parameters.filter((one) => one.role === 'named' && isRefused(nameInFull(one), command));
  edits.push(...refused.map((one) => ({ at: withBlank(text, wholeOf(one)), insert: '' })));
  const end = { start: whole.end, end: whole.end };
  return [...edits, { at: end, insert: render({ cmdlet: '', parameters: added }) }];
}

/** A parameter with its value in place of one that is there, which may stand without its name. */
function written(name: string, value: Command['parameters'][string], { role }: Argument): string {
  const rendered = render({ cmdlet: '', parameters: { [name]: value } }).trimStart();
  return role === 'placed' ? rendered.slice(name.length + 2) : rendered;
}

function wholeOf({ at, valueAt }: Argument): Range {
  return { start: at.start, end: valueAt?.end ?? at.end };
}

/** A place with the blanks and joined lines before it. */
function withBlank(text: string, { start, end }: Range): Range {
  return { start: text.slice(0, start).replace(/(?:\s|`(?=\s))+$/, '').length, end };
}

/** A command with the `;` that parts it from the next, or from the one before. */
function statementAround(text: string, { start, end }: Range): Range {
  const next = /^\s*;\s*/.exec(text.slice(end));
  if (next) return { start, end: end + next[0].length };
  return { start: text.slice(0, start).replace(/\s*;\s*$/, '').length, end };
}

/** Whether the cmdlet knows a parameter, but in no parameter set together with those of the command. */
function isRefused(name: string, command: Command): boolean {
  const sets = reference(command.cmdlet)?.sets ?? [];
  const wanted = Object.keys(command.parameters).filter((key) => key !== 'Identity');
  const having = (list: typeof sets, parameter: string) =>
    list.filter(({ parameters }) => parameters.some((known) => known.toLowerCase() === parameter.toLowerCase()));
  const fitting = wanted.reduce(having, sets);
  return fitting.length > 0 && having(sets, name).length > 0 && having(fitting, name).length === 0;
}

/** Nouns in the order in which they are configured. */
const NOUNS: readonly (readonly string[])[] = [
  ['CsSipDomain'],
  ['CsAccessEdgeConfiguration', 'CsTenantFederationConfiguration', 'CsEdgeServer'],
  ['CsAllowedDomain', 'CsBlockedDomain'],
  ['CsHostingProvider', 'CsPublicProvider', 'CsXmppAllowedPartner', 'CsXmppGatewayConfiguration'],
  ['CsExternalAccessPolicy', 'CsMobilityPolicy', 'CsPushNotificationConfiguration', 'CsMediaConfiguration'],
];
const VERBS: readonly (readonly string[])[] = [['Disable', 'Remove'], ['New'], ['Set', 'Enable'], ['Grant']];

function rankOf(cmdlet: string): number | undefined {
  const { verb, noun } = verbAndNoun(cmdlet);
  const nounRank = NOUNS.findIndex((nouns) => nouns.some((known) => known.toLowerCase() === noun.toLowerCase()));
  const verbRank = VERBS.findIndex((verbs) => verbs.some((known) => known.toLowerCase() === verb.toLowerCase()));
  if (nounRank < 0 || verbRank < 0) return undefined;
  return verbRank === VERBS.length - 1 ? NOUNS.length * VERBS.length : nounRank * VERBS.length + verbRank;
}

/** Before the first line that has to come later. */
function placeFor(runbook: readonly Line[], command: Command): number {
  const rank = rankOf(command.cmdlet);
  if (rank === undefined) return runbook.length;
  const later = runbook.findIndex((line) => line.rank !== undefined && line.rank > rank);
  return later < 0 ? runbook.length : later;
}

/** Parameters that say which object a command is about; a request for a certificate is known by the file it writes. */
const NAMING = ['Identity', 'Domain', 'Output'] as const;

function sameObject(a: Command, b: Command): boolean {
  return objectOf(a) === objectOf(b);
}

/** Whether a command of the runbook surely does something to the object of another one. */
function isAbout(one: ResolvedCommand, command: Command): boolean {
  if (one.nested || one.piped || isUndone(one)) return false;
  const named = NAMING.map((name) => argumentFor(one, name)).find((given) => given !== undefined);
  if (named !== undefined && typeof named.value !== 'string') return false;
  return `${one.noun} ${objectKey(String(named?.value ?? 'global'))}`.toLowerCase() === objectOf(command);
}

function objectOf(command: Command): string {
  const { noun } = verbAndNoun(command.cmdlet);
  const named = NAMING.map((name) => command.parameters[name]).find((value) => value !== undefined);
  return `${noun} ${objectKey(String(named ?? 'global'))}`.toLowerCase();
}

/** What a command says, regardless of case, quotes and the way in which its parameters are given. */
function normal(command: ResolvedCommand | undefined): string {
  const given = command?.parameters.map((one) => `${nameInFull(one)}=${[one.value ?? ''].flat().join(',')}`) ?? [];
  return [command?.cmdlet, ...given.toSorted()].join(' ').toLowerCase();
}

function changes(runbook: readonly Line[], lines: readonly string[]): LineEdit[] {
  const edits: LineEdit[] = [];
  for (const [place, { index, text, dropped }] of runbook.entries()) {
    if (index === undefined) {
      const next = runbook.slice(place + 1).find((line) => line.index !== undefined)?.index;
      edits.push({ edit: 'insert', before: next ?? lines.length, line: text });
    } else if (dropped) edits.push({ edit: 'drop', index });
    else if (text !== lines[index]) edits.push({ edit: 'replace', index, line: text });
  }
  return edits;
}
