import { cmdlet as reference } from '../catalog/cmdlets.ts';
import { type Command, render, verbAndNoun } from './command.ts';
import { argument, type CommandLine, readCommands } from './read.ts';

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
  const runbook: Line[] = lines.map((text, index) => toLine(text, index));
  for (const command of commands) {
    const { verb, noun } = verbAndNoun(command.cmdlet);
    const again =
      verb === 'Remove' &&
      commands.some((other) => verbAndNoun(other.cmdlet).verb === 'New' && sameObject(other, command));
    enlistOne(runbook, command, { verb, noun, again });
  }
  return changes(runbook, lines);
}

interface Line {
  text: string;
  readonly index: number | undefined;
  /** The one command of the line; a pipeline or several commands are left alone. */
  command: CommandLine | undefined;
  readonly rank: number | undefined;
  dropped?: true;
}

interface Intent {
  readonly verb: string;
  readonly noun: string;
  /** The object is removed only to be made anew by a later command of the same batch. */
  readonly again: boolean;
}

function enlistOne(runbook: Line[], command: Command, intent: Intent): void {
  const same = runbook.filter((line) => !line.dropped && line.command && isSameObject(line.command, command));
  const text = render(command);
  if (same.some((line) => normal(line.text) === normal(text))) return;
  if (intent.verb === 'Remove') enlistRemoval(runbook, same, command, intent);
  else {
    const target = same.findLast(
      (line) => verbOf(line) === intent.verb || (intent.verb === 'Set' && verbOf(line) === 'New'),
    );
    if (target?.command === undefined) insertAt(runbook, placeFor(runbook, command), text);
    else rewrite(target, intent.verb === 'Set' ? completed(target.text, target.command, command) : text);
  }
}

/** A removal stands before what makes the object anew, else in place of all that would make or keep it. */
function enlistRemoval(runbook: Line[], same: readonly Line[], command: Command, { again }: Intent): void {
  const [first, ...others] = same;
  const text = render(command);
  if (first === undefined) insertAt(runbook, placeFor(runbook, command), text);
  else if (again) insertAt(runbook, runbook.indexOf(first), text);
  else if (same.some((line) => verbOf(line) === 'Remove')) drop(same.filter((line) => verbOf(line) !== 'Remove'));
  else {
    drop(others);
    rewrite(first, text);
  }
}

/**
 * The user's own line with the wanted parameters set in it. Everything else of it stays as written, but for parameters
 * that the shell refuses beside the wanted ones.
 */
function completed(text: string, line: CommandLine, command: Command): string {
  let result = text;
  const added: Command['parameters'] = {};
  const edits: { start: number; end: number; insert: string }[] = [];
  for (const [name, value] of Object.entries(command.parameters)) {
    const present = argument(line, name);
    const rendered = render({ cmdlet: '', parameters: { [name]: value } }).trimStart();
    if (present === undefined) Object.assign(added, { [name]: value });
    else if (name !== 'Identity') {
      edits.push({ start: present.at.start, end: present.valueAt?.end ?? present.at.end, insert: rendered });
    }
  }
  for (const { name, at, valueAt } of line.parameters) {
    if (!isRefused(name, command)) continue;
    const end = valueAt?.end ?? at.end;
    edits.push({ start: text.slice(0, at.start).trimEnd().length, end, insert: '' });
  }
  for (const { start, end, insert } of edits.toSorted((a, b) => b.start - a.start)) {
    result = result.slice(0, start) + insert + result.slice(end);
  }
  return result.trimEnd() + render({ cmdlet: '', parameters: added });
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

function toLine(text: string, index: number | undefined): Line {
  const commands = readCommands(text);
  const rank = commands.map(({ cmdlet }) => rankOf(cmdlet)).findLast((known) => known !== undefined);
  return { text, index, command: commands.length === 1 ? commands[0] : undefined, rank };
}

function insertAt(runbook: Line[], place: number, text: string): void {
  runbook.splice(place, 0, toLine(text, undefined));
}

function rewrite(line: Line, text: string): void {
  line.text = text;
  line.command = readCommands(text)[0];
}

function drop(lines: readonly Line[]): void {
  for (const line of lines) line.dropped = true;
}

function verbOf(line: Line): string {
  return line.command ? verbAndNoun(line.command.cmdlet).verb : '';
}

/** Parameters that say which object a command is about; a request for a certificate is known by the file it writes. */
const NAMING = ['Identity', 'Domain', 'Output'] as const;

function sameObject(a: Command, b: Command): boolean {
  return objectOf(a) === objectOf(b);
}

function isSameObject(line: CommandLine, command: Command): boolean {
  const { noun } = verbAndNoun(line.cmdlet);
  const named = NAMING.map((name) => argument(line, name)?.value).find((value) => value !== undefined);
  return `${noun} ${named ?? 'global'}`.toLowerCase() === objectOf(command);
}

function objectOf(command: Command): string {
  const { noun } = verbAndNoun(command.cmdlet);
  const named = NAMING.map((name) => command.parameters[name]).find((value) => value !== undefined);
  return `${noun} ${named ?? 'global'}`.toLowerCase();
}

/** A command regardless of case, quotes and the spelling of true and false. */
function normal(text: string): string {
  return readCommands(text)
    .map(({ cmdlet, parameters }) => {
      const named = parameters.map(({ name, value }) => `${name || 'identity'}=${[value ?? ''].flat().join(',')}`);
      return [cmdlet, ...named.toSorted()].join(' ');
    })
    .join(' | ')
    .toLowerCase();
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
