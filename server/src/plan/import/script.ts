import { isOpenness, OPEN, OPENING } from '../../catalog/tenant.ts';
import { GLOBAL, isAlwaysThere, isHanded, namesHanded, objectKey } from '../../cmdlets/effect.ts';
import { type CommandLine, type ListChanges, readCommands } from '../../cmdlets/read.ts';
import { type Argument, nameInFull, type ResolvedCommand, undoneBy } from '../../cmdlets/resolved.ts';
import { resolveQuickly } from '../../cmdlets/runbook.ts';
import { LineTable } from '../../text/lines.ts';
import { code, type Message, say } from '../../text/message.ts';
import { userKey } from '../state.ts';
import { type Found, type FoundObject, type FoundValue, isListed, type Unread } from './found.ts';
import { GrowingList } from './growing-list.ts';
import { nounPlace } from './nouns.ts';
import type { NamedText } from './readers/reader.ts';

/** A script, and where it comes from. */
export type NamedScript = NamedText;

/** Whether a file has the name of a script. */
export function isScript({ source }: NamedText): boolean {
  return /\.psm?1$/i.test(source);
}

/** Whether a text looks like a script that changes our objects. */
export function looksLikeScript(text: string): boolean {
  return CHANGING_SOMEWHERE.test(text) && readCommands(text).some(({ cmdlet }) => CHANGING.test(cmdlet));
}

/** What is there after the scripts have run one after the other, as far as one can tell without running them. */
export function fromScripts(scripts: readonly NamedScript[]): Found {
  const world: World = { objects: new Map(), grants: new Map(), unread: [], swept: 0 };
  const comments = scripts.map(({ source, text }) => {
    const commands = resolveQuickly(text);
    const lines = new LineTable(text);
    const above = others(commands, { source, lines }, world);
    const starts = new Map<number, Start>();
    for (const command of commands) {
      const line = lines.lineAt(command.at.start);
      run({ source, lines, command, line, starts, comments: above.get(command) ?? [] }, world);
    }
    return above.get('top') ?? [];
  });
  return { objects: standing(world), unread: world.unread, comments: comments.flat() };
}

const CHANGING = /^(?:New|Set|Remove|Enable|Disable|Grant)-Cs/i;
const CHANGING_SOMEWHERE = /(?:New|Set|Remove|Enable|Disable|Grant)[-\u2013-\u2015]Cs/i;

interface World {
  readonly objects: Map<string, Standing>;
  /** By kind and user. */
  readonly grants: Map<string, { readonly user: string; readonly policy: string }>;
  readonly unread: Unread[];
  /** How often an object was reached by a command that acts on several. */
  swept: number;
}

/** An object while the scripts run. */
interface Standing {
  readonly noun: string;
  source: string;
  line: number;
  /** By their names in lower case. */
  readonly properties: Map<string, { readonly name: string; value: FoundValue | GrowingList }>;
  readonly comments: string[];
}

/** Where a line first has more than brackets, and where it looks at what is there; behind its end where it does not. */
interface Start {
  readonly content: number;
  readonly look: number;
}

interface Step extends Source {
  readonly command: ResolvedCommand;
  /** Counted from zero. */
  readonly line: number;
  /** Of the lines that were asked for it. */
  readonly starts: Map<number, Start>;
  /** What stands above the command. */
  readonly comments: readonly string[];
}

function run(step: Step, world: World): void {
  const reason = done(step, world) ?? doubt(step);
  if (reason === undefined) return;
  const { source, line, lines, command } = step;
  const whole = lines.text.slice(lines.startOf(line), lines.endOf(lines.lineAt(command.whole.end))).trim();
  // Of a line with many commands each is told alone.
  const text = whole.length > LONG ? lines.text.slice(command.whole.start, command.whole.end) : whole;
  world.unread.push({ source, line: line + 1, text, reason });
}

/** Characters past which a line is more than a command and what stands around it. */
const LONG = 1000;

/** What stands before a command on its line may keep it from running; a look at what is there is no matter. */
function doubt({ command, lines, line, starts }: Step): Message | undefined {
  if (!command.nested || !CHANGING.test(command.cmdlet)) return undefined;
  const { content, look } = starts.get(line) ?? startOf(lines, line);
  starts.set(line, { content, look });
  const { start } = command.whole;
  if (look < start || content >= start) return undefined;
  const before = lines.text.slice(lines.startOf(line), start);
  if (before.length < LONG && isScaffold(before.trim())) return undefined;
  return say`It is taken to run, which depends on what stands around it.`;
}

function startOf(lines: LineTable, line: number): Start {
  const text = lines.line(line);
  const [content = 0, look = 0] = [/[^\s{};]/, /Get-C/i].map((what) => {
    const at = text.search(what);
    return at < 0 ? lines.endOf(line) : lines.startOf(line) + at;
  });
  return { content, look };
}

/** Does what a command does; else says why not. */
function done(step: Step, world: World): Message | undefined {
  const { command, lines } = step;
  const { noun } = command;
  const doing = command.verb.toLowerCase();
  if (doing === 'get' || doing === 'test' || MADE_FOR_TENANT.test(noun)) return undefined;
  if (command.input !== undefined && world.swept > MOST_SWEPT)
    return say`Too many commands before it act on many objects each.`;
  const named = namedBy(command, world);
  if (named.length === 0) return say`Its input comes from another command.`;
  const given = givenBy(command, lines.text);
  if (given.unknown !== undefined) return say`What ${code(given.unknown)} is cannot be told without running it.`;
  const undone = undoneBy(command);
  if (undone !== undefined) return say`With ${code(`-${undone}`)} it changes nothing.`;
  if (doing !== 'remove' && doing !== 'new' && doing !== 'grant' && doing !== 'set' && !isSwitching(doing, noun))
    return say`It changes no object of a spec.`;
  if (doing === 'grant') return granted(given.values, noun, step, world);
  const switched = SWITCHING.has(doing) ? { Enabled: doing === 'enable' } : {};
  for (const name of named) {
    const values = { ...given.values, ...name, ...switched };
    if (doing === 'remove' || doing === 'new') world.objects.delete(worldKey(noun, values));
    if (doing !== 'remove') put(noun, { ...given, values }, step, world);
  }
  return undefined;
}

/** Values that another command gives the tenant. */
const MADE_FOR_TENANT = /^CsEdge(?:Allow|DomainPattern)/i;

/** What commands that act on several objects may come to: each of them looks at all there are. */
const MOST_SWEPT = 200_000;

/** What names each of the objects that a command acts on: nothing more where it does so itself, none where nobody can tell. */
function namedBy(command: ResolvedCommand, world: World): readonly Values[] {
  const { noun, verb, piped, input } = command;
  if (input === undefined) return piped ? [] : [{}];
  const names = verb === 'New' || verb === 'Grant' ? undefined : namesHanded(command);
  if (names === undefined) return [];
  const there = [...world.objects.values()].filter((object) => object.noun === noun);
  world.swept += world.objects.size;
  const all = there.map(nameOf);
  const isNew = !all.some((name) => objectKey(name) === GLOBAL);
  const global = verb === 'Set' && isAlwaysThere(noun) && isNew ? [GLOBAL] : [];
  return [...all, ...global]
    .filter((name) => isHanded(names, objectKey(name)))
    .map((name) => (objectKey(name) === GLOBAL ? {} : { Identity: name }));
}

function isSwitching(doing: string, noun: string): boolean {
  return SWITCHING.has(doing) && nounPlace(noun)?.keys.has('enabled') === true;
}

const SWITCHING: ReadonlySet<string> = new Set(['enable', 'disable']);

function put(noun: string, { values, changes }: Given, { source, line, comments }: Step, { objects }: World): void {
  const key = worldKey(noun, values);
  const object: Standing = objects.get(key) ?? { noun, source, line, properties: new Map(), comments: [] };
  objects.set(key, object);
  const { properties } = object;
  for (const [name, value] of Object.entries(values)) {
    const folded = name.toLowerCase();
    const property = properties.get(folded);
    if (property === undefined) properties.set(folded, { name, value });
    // An object keeps the name it was made with, whatever the case in which it is called later.
    else if (name !== 'Identity') property.value = value;
  }
  for (const [name, change] of changes) listIn(properties, name).change(change);
  object.source = source;
  object.line = line + 1;
  for (const comment of comments) object.comments.push(comment);
}

/** The list that a property is, from now on. */
function listIn(properties: Standing['properties'], name: string): GrowingList {
  const value = properties.get(name.toLowerCase())?.value;
  if (value instanceof GrowingList) return value;
  const list = new GrowingList(typeof value === 'string' ? value.split(',') : isListed(value) ? value.map(String) : []);
  properties.set(name.toLowerCase(), { name, value: list });
  return list;
}

type Values = Readonly<Record<string, FoundValue>>;

interface Given {
  readonly values: Values;
  readonly changes: ReadonlyMap<string, ListChanges>;
  /** The parameter whose value nobody knows before the command runs. */
  readonly unknown?: string;
}

function givenBy(command: ResolvedCommand, text: string): Given {
  const values: Record<string, FoundValue> = {};
  const changes = new Map<string, ListChanges>();
  for (const given of command.parameters) {
    const { role, parameter, at, value, valueAt } = given;
    const name = nameInFull(given) || 'Identity';
    // What a pipeline hands on is told by that.
    if (parameter?.shared || (command.input && (name === 'Identity' || name === 'Domain'))) continue;
    if (role === 'splat') return { values, changes, unknown: text.slice(at.start, at.end) };
    const isChoice = parameter !== undefined && (isOpenness(parameter) || parameter.name.endsWith('AsAList'));
    if (isChoice && valueAt && isUnknown(given)) values[name] = madeBy(text.slice(valueAt.start, valueAt.end), text);
    else if (given.changes) {
      if (Object.values(given.changes).includes(undefined)) return { values, changes, unknown: `-${name}` };
      changes.set(name, given.changes);
    } else if (valueAt === undefined) values[name] = true;
    else if (value === undefined) return { values, changes, unknown: `-${name}` };
    else values[name] = literal(value);
  }
  return { values, changes };
}

/** Whether a value is known only while the script runs. */
function isUnknown({ value, changes }: Argument): boolean {
  return value === undefined && (changes === undefined || Object.values(changes).includes(undefined));
}

/** A value of the tenant that another cmdlet makes, there or in a variable before: the open one, else what is written. */
function madeBy(written: string, text: string): string {
  const name = /^\$\w+$/.exec(written.trim())?.[0];
  const from = name === undefined ? written : new RegExp(`\\${name}\\s*=\\s*\\(?([^\r\n;]*)`, 'i').exec(text)?.[1];
  return new RegExp(`^\\(?\\s*${OPENING.cmdlet}\\b`, 'i').test(from?.trim() ?? '') ? OPEN : written;
}

function literal(value: string | readonly string[]): FoundValue {
  if (typeof value !== 'string') return value;
  const folded = value.toLowerCase();
  if (folded === '$true' || folded === '$false') return folded === '$true';
  return folded === '$null' ? null : value;
}

/** A user has one policy of a kind: the one granted last, or none of their own. */
function granted(values: Values, noun: string, step: Step, world: World): Message | undefined {
  const { Identity: user, PolicyName: policy } = values;
  if (typeof user !== 'string' || (typeof policy !== 'string' && policy !== null))
    return say`It does not say who is granted what.`;
  const grant = `${noun.toLowerCase()} ${userKey(user)}`;
  world.grants.delete(grant);
  if (policy === null) return undefined;
  const named = { Identity: policy };
  world.grants.set(grant, { user, policy: worldKey(noun, named) });
  put(noun, { values: named, changes: new Map() }, step, world);
  return undefined;
}

/** The objects that are there in the end, with whom policies are granted to. */
function standing({ objects, grants }: World): readonly FoundObject[] {
  const users = new Map<string, string[]>();
  for (const { user, policy } of grants.values()) {
    const all = users.get(policy) ?? [];
    all.push(user);
    users.set(policy, all);
  }
  return [...objects].map(([key, { properties, ...object }]) => {
    const granted = users.get(key);
    const values = [...properties.values()].map(
      ({ name, value }) => [name, value instanceof GrowingList ? value.items : value] as const,
    );
    return {
      ...object,
      properties: { ...Object.fromEntries(values), ...(granted && { GrantedTo: granted }) },
      doubts: {},
      isMade: true,
    };
  });
}

function nameOf({ properties }: Standing): string {
  const [identity, domain] = [properties.get('identity')?.value, properties.get('domain')?.value];
  return String(identity ?? domain ?? GLOBAL);
}

function worldKey(noun: string, values: Values): string {
  return `${noun.toLowerCase()} ${objectKey(String(values.Identity ?? values.Domain ?? GLOBAL))}`;
}

interface Source {
  readonly source: string;
  readonly lines: LineTable;
}

/** What of a line is commands of ours. */
interface OnLine {
  /** Where the last of them ends. */
  end: number;
  /** The first that changes something: what stands above a look at the server is about what follows it. */
  changing: CommandLine | undefined;
}

function commandsByLine(commands: readonly CommandLine[], lines: LineTable): ReadonlyMap<number, OnLine> {
  const found = new Map<number, OnLine>();
  for (const command of commands) {
    const changing = CHANGING.test(command.cmdlet) ? command : undefined;
    const { start, end } = command.whole;
    const last = lines.lineAt(end);
    for (let line = lines.lineAt(start); line <= last; line++) {
      const before = found.get(line);
      if (before === undefined) found.set(line, { end, changing });
      else {
        before.end = Math.max(before.end, end);
        before.changing ??= changing;
      }
    }
  }
  return found;
}

type Above = ReadonlyMap<CommandLine | 'top', readonly string[]>;

/** Comments by the command they stand above. Every other line that is no command of ours is told of. */
function others(commands: readonly CommandLine[], { source, lines }: Source, world: World): Above {
  const { text } = lines;
  const above = new Map<CommandLine | 'top', string[]>();
  let comments: string[] = [];
  const byLine = commandsByLine(commands, lines);
  let block = false;
  const keep = (command: CommandLine | 'top') => {
    const before = above.get(command);
    if (before === undefined) above.set(command, comments);
    else for (const comment of comments) before.push(comment);
    comments = [];
  };
  for (let index = 0; index < lines.count; index++) {
    const line = lines.line(index).trim();
    const here = byLine.get(index);
    if (here) {
      const behind = /^[\s{};)]*#(.*)/.exec(text.slice(here.end, lines.endOf(index)))?.[1]?.trim();
      if (behind) comments.push(behind);
      if (here.changing !== undefined) keep(here.changing);
      continue;
    }
    if (line.startsWith('<#')) block = true;
    if (line.startsWith('#') || block) comments.push(...commentText(line));
    else if (line === '') keep('top');
    else if (!isScaffold(line)) {
      world.unread.push({ source, line: index + 1, text: line, reason: say`It is no command about federation.` });
    }
    if (line.endsWith('#>')) block = false;
  }
  keep('top');
  return above;
}

function commentText(line: string): readonly string[] {
  if (/^#requires\b/i.test(line)) return [];
  const text = line
    .replace(/#>$/, '')
    .replace(/^(?:<#|#+)\s?/, '')
    .trim();
  return text === '' ? [] : [text];
}

/** A line that changes nothing by itself: brackets, preferences, messages, and what makes the cmdlets available. */
function isScaffold(line: string): boolean {
  return SCAFFOLD.some((form) => form.test(line));
}

const SCAFFOLD: readonly RegExp[] = [
  /^(?:[(){};]|else\b|try\b|finally\b)+(?:\s+[{}]*)?$/i,
  /^if\s*\(\s*Get-Command\b[^;|]*\{$/i,
  /^(?:\[CmdletBinding\([^)]*\)\]\s*)?param\s*\(\s*\)$/i,
  /^\$\w+Preference\s*=/i,
  /^(?:Import-Module|Set-StrictMode|Write-(?:Host|Output|Verbose|Warning))\b[^;|]*$/i,
];
