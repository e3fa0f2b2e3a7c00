import { GLOBAL, isAlwaysThere, isHanded, namesHanded, objectKey } from '../../cmdlets/effect.ts';
import { type CommandLine, type ListChanges, readCommands } from '../../cmdlets/read.ts';
import { nameInFull, type ResolvedCommand, undoneBy } from '../../cmdlets/resolved.ts';
import { resolveQuickly } from '../../cmdlets/runbook.ts';
import { LineTable } from '../../text/lines.ts';
import { code, type Message, say } from '../../text/message.ts';
import { userKey } from '../state.ts';
import { type Found, type FoundObject, type FoundValue, isListed, type Unread } from './found.ts';
import { nounPlace } from './nouns.ts';

/** A script, and where it comes from. */
export interface NamedScript {
  readonly source: string;
  readonly text: string;
}

/** Whether a text looks like a script that changes our objects. */
export function looksLikeScript(text: string): boolean {
  return readCommands(text).some(({ cmdlet }) => CHANGING.test(cmdlet));
}

/** What is there after the scripts have run one after the other, as far as one can tell without running them. */
export function fromScripts(scripts: readonly NamedScript[]): Found {
  const world: World = { objects: new Map(), grants: new Map(), unread: [] };
  const comments = scripts.map(({ source, text }) => {
    const commands = resolveQuickly(text);
    const lines = new LineTable(text);
    const above = others(commands, { source, lines }, world);
    for (const command of commands) {
      const line = lines.lineAt(command.at.start) + 1;
      run({ source, text, command, line, comments: above.get(command) ?? [] }, world);
    }
    return above.get('top') ?? [];
  });
  return { objects: withGrants(world), unread: world.unread, comments: comments.flat() };
}

const CHANGING = /^(?:New|Set|Remove|Enable|Disable|Grant)-Cs/i;

interface World {
  readonly objects: Map<string, FoundObject>;
  /** By kind and user. */
  readonly grants: Map<string, { readonly user: string; readonly policy: string }>;
  readonly unread: Unread[];
}

interface Step extends NamedScript {
  readonly command: ResolvedCommand;
  readonly line: number;
  /** What stands above the command. */
  readonly comments: readonly string[];
}

function run(step: Step, world: World): void {
  const { source, text, line, command } = step;
  const start = text.lastIndexOf('\n', command.whole.start) + 1;
  const reason = done(step, world) ?? doubt(command, text.slice(start, command.whole.start));
  if (reason === undefined) return;
  const end = text.indexOf('\n', command.whole.end);
  world.unread.push({ source, line, text: text.slice(start, end < 0 ? text.length : end).trim(), reason });
}

/** What stands before a command on its line may keep it from running; a look at what is there is no matter. */
function doubt({ nested, cmdlet }: CommandLine, before: string): Message | undefined {
  if (!nested || !CHANGING.test(cmdlet) || isScaffold(before.trim()) || /^[\s{};]*$|Get-C/i.test(before))
    return undefined;
  return say`It is taken to run, which depends on what stands around it.`;
}

/** Does what a command does; else says why not. */
function done(step: Step, world: World): Message | undefined {
  const { command, text } = step;
  const { noun } = command;
  const doing = command.verb.toLowerCase();
  if (doing === 'get' || doing === 'test') return undefined;
  const named = namedBy(command, world);
  if (named.length === 0) return say`Its input comes from another command.`;
  const given = givenBy(command, text);
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

/** What names each of the objects that a command acts on: nothing more where it does so itself, none where nobody can tell. */
function namedBy(command: ResolvedCommand, { objects }: World): readonly Values[] {
  const { noun, verb, piped, input } = command;
  if (input === undefined) return piped ? [] : [{}];
  const names = verb === 'New' || verb === 'Grant' ? undefined : namesHanded(command);
  if (names === undefined) return [];
  const there = [...objects.values()].filter((object) => object.noun === noun);
  const all = there.map(({ properties }) => String(properties.Identity ?? properties.Domain ?? GLOBAL));
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
  const before = objects.get(key);
  const properties = { ...before?.properties, ...sameSpelling(values, before) };
  for (const [name, change] of changes) properties[name] = listAfter(properties[name], change);
  const all = [...(before?.comments ?? []), ...comments];
  objects.set(key, { noun, properties, source, line, comments: all, doubts: {} });
}

type Values = Readonly<Record<string, FoundValue>>;

/** A value under the name that the object has it under. */
function sameSpelling(values: Values, from: FoundObject | undefined): Values {
  const names = new Map(Object.keys(from?.properties ?? {}).map((name) => [name.toLowerCase(), name]));
  return Object.fromEntries(
    Object.entries(values)
      // An object keeps the name it was made with, whatever the case in which it is called later.
      .filter(([name]) => name !== 'Identity' || !names.has('identity'))
      .map(([name, value]) => [names.get(name.toLowerCase()) ?? name, value]),
  );
}

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
    if (given.changes) {
      if (Object.values(given.changes).includes(undefined)) return { values, changes, unknown: `-${name}` };
      changes.set(name, given.changes);
    } else if (valueAt === undefined) values[name] = true;
    else if (value === undefined) return { values, changes, unknown: `-${name}` };
    else values[name] = literal(value);
  }
  return { values, changes };
}

function literal(value: string | readonly string[]): FoundValue {
  if (typeof value !== 'string') return value;
  const folded = value.toLowerCase();
  if (folded === '$true' || folded === '$false') return folded === '$true';
  return folded === '$null' ? null : value;
}

function listAfter(value: FoundValue | undefined, { add = [], remove = [], replace }: ListChanges): FoundValue {
  const before = typeof value === 'string' ? value.split(',') : isListed(value) ? value.map(String) : [];
  const gone = new Set(remove.map((one) => one.toLowerCase()));
  return [...(replace ?? before).filter((one) => !gone.has(one.toLowerCase())), ...add];
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

function withGrants({ objects, grants }: World): readonly FoundObject[] {
  const users = new Map<string, string[]>();
  for (const { user, policy } of grants.values()) {
    const all = users.get(policy) ?? [];
    all.push(user);
    users.set(policy, all);
  }
  return [...objects].map(([key, object]) => {
    const granted = users.get(key);
    return granted === undefined ? object : { ...object, properties: { ...object.properties, GrantedTo: granted } };
  });
}

function worldKey(noun: string, values: Values): string {
  return `${noun.toLowerCase()} ${objectKey(String(values.Identity ?? values.Domain ?? GLOBAL))}`;
}

interface Source {
  readonly source: string;
  readonly lines: LineTable;
}

function commandsByLine(
  commands: readonly CommandLine[],
  lines: LineTable,
): ReadonlyMap<number, readonly CommandLine[]> {
  const found = new Map<number, CommandLine[]>();
  for (const command of commands) {
    const last = lines.lineAt(command.whole.end);
    for (let line = lines.lineAt(command.whole.start); line <= last; line++)
      found.set(line, [...(found.get(line) ?? []), command]);
  }
  return found;
}

type Above = ReadonlyMap<CommandLine | 'top', readonly string[]>;

/** Comments by the command they stand above. Every other line that is no command of ours is told of. */
function others(commands: readonly CommandLine[], { source, lines }: Source, world: World): Above {
  const { text } = lines;
  const above = new Map<CommandLine | 'top', readonly string[]>();
  let comments: string[] = [];
  const byLine = commandsByLine(commands, lines);
  let block = false;
  const keep = () => {
    if (comments.length > 0) above.set('top', [...(above.get('top') ?? []), ...comments]);
    comments = [];
  };
  for (const [index, raw] of text.split('\n').entries()) {
    const line = raw.trim();
    const here = byLine.get(index);
    if (here) {
      const last = Math.max(...here.map(({ whole }) => whole.end));
      const behind = /^[\s{};)]*#(.*)/.exec(text.slice(last, lines.startOf(index) + raw.length))?.[1]?.trim();
      if (behind) comments.push(behind);
      // What stands above a look at the server is about what follows it.
      const command = here.find(({ cmdlet }) => CHANGING.test(cmdlet));
      if (command === undefined) continue;
      above.set(command, [...(above.get(command) ?? []), ...comments]);
      comments = [];
      continue;
    }
    if (line.startsWith('<#')) block = true;
    if (line.startsWith('#') || block) comments.push(...commentText(line));
    else if (line === '') keep();
    else if (!isScaffold(line)) {
      world.unread.push({ source, line: index + 1, text: line, reason: say`It is no command about federation.` });
    }
    if (line.endsWith('#>')) block = false;
  }
  keep();
  return above;
}

function commentText(line: string): readonly string[] {
  if (/^#requires\b/i.test(line)) return [];
  const text = line
    .replace(/\s*#>$/, '')
    .replace(/^(?:<#|#+)\s?/, '')
    .trim();
  return text === '' ? [] : [text];
}

/** A line that changes nothing by itself: brackets, preferences, messages, and what makes the cmdlets available. */
function isScaffold(line: string): boolean {
  return SCAFFOLD.some((form) => form.test(line));
}

const SCAFFOLD: readonly RegExp[] = [
  /^(?:[(){};]|else\b|try\b|finally\b)+\s*[{}]*$/i,
  /^if\s*\(\s*Get-Command\b[^;|]*\{$/i,
  /^(?:\[CmdletBinding\([^)]*\)\]\s*)?param\s*\(\s*\)$/i,
  /^\$\w+Preference\s*=/i,
  /^(?:Import-Module|Set-StrictMode|Write-(?:Host|Output|Verbose|Warning))\b[^;|]*$/i,
];
