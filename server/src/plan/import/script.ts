import { GLOBAL, isAlwaysThere, isHanded, namesHanded } from '../../cmdlets/effect.ts';
import { readCommands } from '../../cmdlets/read.ts';
import { type ResolvedCommand, undoneBy } from '../../cmdlets/resolved.ts';
import { resolveQuickly } from '../../cmdlets/runbook.ts';
import { objectKey } from '../../spec/names.ts';
import { LineTable } from '../../text/lines.ts';
import { code, type Message, say } from '../../text/message.ts';
import { userKey } from '../state.ts';
import { type Found, type FoundObject, type FoundValue, isListed, type Origin, type Unread } from './found.ts';
import { GrowingList } from './growing-list.ts';
import { nounPlace } from './nouns.ts';
import type { NamedText } from './readers/reader.ts';
import { CHANGING, commentsAbove, doubt, LONG, type OnItsLine, type Start } from './script-lines.ts';
import { type Given, givenBy, type Values } from './script-values.ts';

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

const CHANGING_SOMEWHERE = /(?:New|Set|Remove|Enable|Disable|Grant)[-\u2013-\u2015]Cs/i;

/** What is there after the scripts have run one after the other, as far as one can tell without running them. */
export function fromScripts(scripts: readonly NamedScript[]): Found {
  const world: World = { objects: new Map(), grants: new Map(), unread: [], swept: 0 };
  const comments = scripts.map(({ source, text }) => {
    const commands = resolveQuickly(text);
    const lines = new LineTable(text);
    const above = commentsAbove(commands, { source, lines }, world.unread);
    const starts = new Map<number, Start>();
    for (const command of commands) {
      const line = lines.lineAt(command.at.start);
      run({ source, lines, command, line, starts, comments: above.get(command) ?? [] }, world);
    }
    return above.get('top') ?? [];
  });
  return { objects: standing(world), unread: world.unread, comments: comments.flat() };
}

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
  readonly properties: Map<string, { readonly name: string; value: FoundValue | GrowingList; at: Origin }>;
  readonly comments: string[];
}

interface Step extends OnItsLine {
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

function put(
  noun: string,
  { values, changes }: Given,
  { source, line, lines, command, comments }: Step,
  { objects }: World,
): void {
  const key = worldKey(noun, values);
  const object: Standing = objects.get(key) ?? { noun, source, line, properties: new Map(), comments: [] };
  objects.set(key, object);
  const { properties } = object;
  const at = { source, line: line + 1, last: lines.lineAt(command.whole.end) + 1 };
  for (const [name, value] of Object.entries(values)) {
    const folded = name.toLowerCase();
    const property = properties.get(folded);
    if (property === undefined) properties.set(folded, { name, value, at });
    // An object keeps the name it was made with, whatever the case in which it is called later.
    else if (name !== 'Identity') {
      property.value = value;
      property.at = at;
    }
  }
  for (const [name, change] of changes) listIn(properties, name, at).change(change);
  object.source = source;
  object.line = line + 1;
  for (const comment of comments) object.comments.push(comment);
}

/** The list that a property is, from now on. */
function listIn(properties: Standing['properties'], name: string, at: Origin): GrowingList {
  const value = properties.get(name.toLowerCase())?.value;
  if (value instanceof GrowingList) return value;
  const list = new GrowingList(typeof value === 'string' ? value.split(',') : isListed(value) ? value.map(String) : []);
  properties.set(name.toLowerCase(), { name, value: list, at });
  return list;
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
      placeOf: (name: string) => properties.get(name.toLowerCase())?.at,
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
