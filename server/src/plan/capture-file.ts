import { nouns as known } from '../catalog/nouns.ts';
import { isOpenness } from '../catalog/tenant.ts';
import type { CommandValue } from '../cmdlets/command.ts';
import { GLOBAL } from '../cmdlets/effect.ts';
import { code, type Message, say } from '../text/message.ts';
import { ailmentsIn } from './ailments.ts';
import { keyValue, shownAs } from './import/entry.ts';
import { doubtAbout, type Found, type FoundObject, type FoundValue, isListed, isProperties } from './import/found.ts';
import { nounPlace } from './import/nouns.ts';
import { readOpenness } from './import/openness.ts';
import { passedOverNote, readFound } from './import/read.ts';
import type { NamedText, Tools } from './import/readers/reader.ts';
import { repeatedLines } from './import/repeated-lines.ts';
import { TOPOLOGY, topologyOf } from './import/topology.ts';
import { unshown } from './import/unshown.ts';
import { type Kind, kindOf, kinds, typedFor, writtenBy } from './kinds.ts';
import { type Scope, type ServerObject, type State, stateKey } from './state.ts';

/** A capture as a state, and what of it could not be read. */
export interface Capture {
  readonly state: State;
  /** When it was captured, as it says itself. */
  readonly captured: string | undefined;
  readonly notes: readonly Message[];
  /** Files that are no capture. */
  readonly complaints: readonly Message[];
}

/** Reads what a server holds: what the collector wrote, or any other form that can be imported. */
export function readCapture(files: readonly NamedText[], tools: Tools = {}): Capture {
  const { found, complaints, passedOver } = readFound(files, undefined, tools);
  const { state, notes } = stateOf(found);
  return { state, captured: found.captured, notes: [...notes, ...passedOverNote(passedOver)], complaints };
}

/** What was found, as a state. It speaks of the nouns that were captured, also where there was nothing of them. */
export function stateOf(found: Found): { readonly state: State; readonly notes: readonly Message[] } {
  const notes: Message[] = [
    ...(found.notes ?? []),
    ...repeatedLines(found.unread).map(
      ({ source, line, reason }) => say`${code(line === undefined ? source : `${source}:${line}`)}: ${reason}`,
    ),
  ];
  const { product } = topologyOf(found.objects.filter(({ noun }) => noun !== undefined && TOPOLOGY.includes(noun)));
  const objects = new Map<string, ServerObject>();
  const nouns = new Set<string>();
  /** Of these all objects are shown, unless one of them has no name. */
  const whole = new Set<string>();
  const nameless = new Set<string>();
  const holders = holdersOf(found);
  for (const object of found.objects) {
    const kind = object.noun === undefined ? undefined : kindOf(object.noun);
    if (kind === undefined) continue;
    nouns.add(kind.noun);
    const read = toObject(object, kind, { holders, notes });
    if (!object.hasOthers) whole.add(kind.noun);
    if (read !== undefined) objects.set(stateKey(read), both(objects.get(stateKey(read)), read));
    else {
      nameless.add(kind.noun);
      notes.push(
        say`${code(object.source)}: an object of ${code(kind.noun)} has no ${code('Identity')} and is passed over.`,
      );
    }
  }
  for (const noun of found.none ?? []) {
    const kind = kindOf(noun);
    if (kind === undefined) continue;
    nouns.add(kind.noun);
    whole.add(kind.noun);
  }
  const scopes = kinds
    .filter(({ noun }) => nouns.has(noun))
    .map(({ noun }): Scope => ({ noun, ...((!whole.has(noun) || nameless.has(noun)) && { partial: true }) }));
  const ailments = ailmentsIn(found);
  return {
    state: {
      ...(product && { server: { product } }),
      scopes,
      objects: [...objects.values()],
      ...(ailments.length > 0 && { ailments }),
    },
    notes,
  };
}

/** What two captures tell of one object; what the later one tells stands, and what only one tells is told. */
function both(before: ServerObject | undefined, after: ServerObject): ServerObject {
  if (before === undefined) return after;
  const values = { ...before.values, ...after.values };
  const unread = [...(before.unread ?? []), ...(after.unread ?? [])].filter((name) => !(name in values));
  const { unread: _, ...told } = { ...before, ...after };
  return {
    ...told,
    values,
    ...(unread.length > 0 && { unread: [...new Set(unread)] }),
    aside: { ...before.aside, ...after.aside },
  };
}

function toObject(
  object: FoundObject,
  kind: Kind,
  { holders, notes }: { readonly holders: Holders; readonly notes: Message[] },
): ServerObject | undefined {
  const { properties, source, isMade } = object;
  const names = new Map([...kind.section.parameters.values()].map((name) => [name.toLowerCase(), name]));
  const values: Record<string, CommandValue | null> = {};
  const aside: Record<string, unknown> = {};
  const unread: string[] = [];
  for (const [property, raw] of Object.entries(properties)) {
    const folded = property.toLowerCase();
    const name = names.get(folded) ?? names.get(folded.replace(/asalist$/, ''));
    const isChoice = name !== undefined && writtenBy(kind, name).some(isOpenness);
    const value =
      folded === 'routingmethod' && typeof raw === 'string' ? true : isChoice ? readOpenness(raw) : plain(raw);
    if (isChoice && value === undefined) notes.push(unclear(source, property, raw));
    const parameter = folded === 'routingmethod' ? names.get(String(raw).toLowerCase()) : name;
    const read = parameter === undefined || value === undefined ? undefined : typedFor(kind, parameter, value);
    const isStrange = !isChoice && parameter !== undefined && read !== undefined && !isTaken(kind, parameter, read);
    const doubt = doubtAbout(object, property);
    if (isStrange && !doubt) notes.push(strange(source, property, raw));
    // Half a value is none to compare with.
    const isUnread = value === undefined || isStrange || doubt !== undefined;
    if (name !== undefined && isUnread) unread.push(name);
    if (parameter === undefined || read === undefined || isUnread) aside[property] = raw;
    else values[parameter] = read;
  }
  // What a script makes is all there is of it; what a capture shows need not be.
  if (!isMade) unread.push(...unshown(names.values(), properties).filter((name) => !unread.includes(name)));
  const { Identity, Domain, ...others } = values;
  const identity = [Identity, Domain, properties.Identity, properties.Domain].find(
    (one) => typeof one === 'string' && one !== '',
  );
  const isNamed = names.has('identity') || names.has('domain');
  if (typeof identity !== 'string' && isNamed && kind.make !== undefined) return undefined;
  const name = typeof identity === 'string' ? scopedName(identity) : GLOBAL;
  const { Identity: _, ...rest } = aside;
  const grantedTo = kind.grant && (granteesIn(properties) ?? holders(kind.noun, name));
  return {
    noun: kind.noun,
    identity: name,
    values: others,
    ...(grantedTo && { grantedTo }),
    ...(unread.length > 0 && { unread }),
    aside: rest,
  };
}

/** `Global`, `Site:Redmond` and `Tag:Sales` as a spec writes them. */
function scopedName(identity: string): string {
  const text = identity.trim();
  if (text.toLowerCase() === GLOBAL) return GLOBAL;
  return text.replace(/^tag:/i, '').replace(/^site:/i, 'site:');
}

/** Whether the format has a value for what was read; names are compared as they are. */
function isTaken({ noun }: Kind, parameter: string, value: CommandValue | null): boolean {
  const place = nounPlace(noun);
  const key = place?.keys.get(parameter.toLowerCase());
  const schema = key === undefined ? undefined : place?.schema.properties?.[key];
  const isNothing = value === null || value === '';
  return schema === undefined || isNothing || NAMES.has(parameter) || keyValue(schema, value) !== undefined;
}

const NAMES: ReadonlySet<string> = new Set(['Identity', 'Domain']);

/** A captured value as cmdlets take it; undefined for what is not understood. */
function plain(raw: FoundValue): CommandValue | null | undefined {
  if (raw === null) return null;
  if (isListed(raw)) {
    const items = raw.map((item) => (isProperties(item) ? (item.Domain ?? item.Name ?? null) : item));
    return items.flatMap((item) => (item === null || typeof item === 'object' ? [] : [String(item)]));
  }
  if (!isProperties(raw)) return raw;
  const [only, ...more] = Object.values(raw);
  return more.length === 0 && only !== undefined && isListed(only) ? plain(only) : undefined;
}

/** Says that a list is not compared because nobody can tell what it is. */
function unclear(source: string, property: string, raw: FoundValue): Message {
  return say`${code(source)}: ${code(property)} is ${code(shownAs(raw))}, by which nobody can tell which domains are allowed. Look at it in the tenant.`;
}

/** Says that a setting is not compared because nobody can tell what it is. */
function strange(source: string, property: string, raw: FoundValue): Message {
  return say`${code(source)}: ${code(property)} is ${code(shownAs(raw))}, which is none that the format takes, so it is not compared.`;
}

/** Who has a policy of a kind; undefined where that was not captured. */
type Holders = (noun: string, policy: string) => readonly string[] | undefined;

function holdersOf({ objects, none }: Found): Holders {
  const isUser = (noun: string | undefined) => noun?.toLowerCase() === known.user.toLowerCase();
  const users = objects.filter(({ noun }) => isUser(noun));
  const isWhole = users.some(({ hasOthers }) => !hasOthers) || none?.some(isUser) === true;
  const told = new Set<string>();
  const holders = new Map<string, string[]>();
  for (const { properties } of isWhole ? users : []) {
    const user = properties.SipAddress ?? properties.Identity;
    for (const { noun } of kinds.filter(({ grant }) => grant !== undefined)) {
      const granted = properties[noun.replace(/^Cs/, '')];
      if (granted !== undefined) told.add(noun);
      const name = isProperties(granted) ? granted.Name : granted;
      if (typeof name !== 'string' || typeof user !== 'string') continue;
      const key = policyKey(noun, scopedName(name));
      const all = holders.get(key) ?? [];
      all.push(user.replace(/^sip:/i, ''));
      holders.set(key, all);
    }
  }
  return (noun, policy) =>
    isWhole && (users.length === 0 || told.has(noun)) ? (holders.get(policyKey(noun, policy)) ?? []) : undefined;
}

/** What a script granted stands with the policy. */
function granteesIn({ GrantedTo: users }: FoundObject['properties']): readonly string[] | undefined {
  return users !== undefined && isListed(users) ? users.map(String) : undefined;
}

function policyKey(noun: string, name: string): string {
  return `${noun} ${name.toLowerCase()}`;
}
