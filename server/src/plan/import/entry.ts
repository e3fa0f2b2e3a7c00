import { isOpenness, OPEN } from '../../catalog/tenant.ts';
import { GLOBAL } from '../../cmdlets/effect.ts';
import type { Schema } from '../../spec/schema.ts';
import { type Message, say } from '../../text/message.ts';
import { placeholder } from '../../text/placeholder.ts';
import type { Value } from '../../yaml/edit.ts';
import { defaultOf, kindOf, type Setting, typedFor, writtenBy } from '../kinds.ts';
import type { Origins } from './draft.ts';
import { doubtAbout, type FoundObject, type FoundValue, isListed, isProperties } from './found.ts';
import type { NounPlace } from './nouns.ts';
import { readOpenness } from './openness.ts';
import { originsOf } from './origins.ts';
import type { Remark } from './remark.ts';
import { unshown } from './unshown.ts';

/** An object in the words of the format. */
export interface SpecEntry {
  readonly value: Readonly<Record<string, Value>>;
  readonly origins: Origins;
  /** What the format has no key for, or what could not be said with one; a line each. */
  readonly comments: readonly Remark[];
  /** The same for whoever reads the report, without what somebody wrote themselves. */
  readonly left: readonly { readonly property: string; readonly reason: Message }[];
  /** What PowerShell adds to an object on its way. */
  readonly plumbing: readonly string[];
  /** What opens the deployment to the outside, and is not shown. */
  readonly untold: readonly string[];
  /** All keys that are not shown, or not in a way that can be read. */
  readonly unknown: readonly string[];
}

/** An object as an entry of the spec, its keys in the order of the format. */
export function toEntry(object: FoundObject, place: NounPlace, setting: Setting): SpecEntry {
  const value: Record<string, Value> = {};
  const left: { property: string; shown: string | undefined; reason: Message }[] = [];
  const plumbing: string[] = [];
  const untold: string[] = [];
  const leave = (property: string, raw: FoundValue | undefined, reason: Message) =>
    left.push({ property, shown: raw === undefined ? undefined : shownAs(raw), reason });
  const said = Object.entries(settings(object, place));
  const saidBy: Record<string, string> = {};
  const names = said.map(([name]) => name);
  for (const [property, raw] of [...said, ...(object.isMade ? [] : unshownOpenings(names, place))]) {
    const doubt = doubtAbout(object, property);
    const key = place.keys.get(property.toLowerCase()) ?? (property === 'GrantedTo' ? 'grantedTo' : undefined);
    if (key !== undefined) saidBy[key] = property;
    if (key !== undefined && isChoice(place, key)) {
      const open = doubt || raw === undefined ? undefined : readOpenness(raw);
      if (raw === undefined) leave(property, raw, say`It is not shown; look at it in the tenant.`);
      else if (open === undefined) leave(property, raw, doubt ?? say`It does not tell which domains are allowed.`);
      const read =
        open === undefined ? [placeholder('allowed domains')] : keyValue(place.schema.properties?.[key] ?? {}, open);
      if (open !== OPEN && read !== undefined) value[key] = read;
      continue;
    }
    if (raw === undefined) {
      untold.push(property);
      continue;
    }
    if (isEmpty(raw)) {
      if (key !== undefined && !doubt && takesNothing(place.schema.properties?.[key])) value[key] = '';
      continue;
    }
    if (PLUMBING.has(property)) plumbing.push(property);
    else if (doubt) leave(property, raw, doubt);
    else if (key === undefined) leave(property, raw, say`The format has no key for it.`);
    else {
      const read = keyValue(place.schema.properties?.[key] ?? {}, named(raw, place, key));
      if (read === undefined) leave(property, raw, say`Its value is none that the format takes.`);
      else if (!isUsual(read, key, place, setting)) value[key] = read;
    }
  }
  const order = Object.keys(place.schema.properties ?? {});
  const sorted = Object.entries(value).toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b));
  return {
    value: Object.fromEntries(sorted),
    origins: originsOf(object, saidBy),
    comments: [
      ...object.comments,
      ...left.map(({ property, shown, reason }) => [
        shown === undefined ? `${property} – ` : `${property}: ${shown} – `,
        reason,
      ]),
    ],
    left: left.map(({ property, reason }) => ({ property, reason })),
    plumbing,
    untold,
    unknown: unknownKeys(object, place, left),
  };
}

function unknownKeys(
  { isMade, properties }: FoundObject,
  { keys, schema }: NounPlace,
  left: readonly { readonly property: string }[],
): readonly string[] {
  const parameters = Object.values(schema.properties ?? {}).flatMap((one) => one['x-parameter'] ?? []);
  const unread = [...(isMade ? [] : unshown(parameters, properties)), ...left.map(({ property }) => property)];
  return [...new Set(unread.flatMap((parameter) => keys.get(parameter.toLowerCase()) ?? []))];
}

/** Whether a key holds the only domains that are allowed; without it all are. */
function isChoice({ noun, schema }: NounPlace, key: string): boolean {
  const parameter = schema.properties?.[key]?.['x-parameter'];
  const kind = kindOf(noun);
  return kind !== undefined && parameter !== undefined && writtenBy(kind, parameter).some(isOpenness);
}

/** What opens the deployment, or tells which domains are allowed, where nothing of it is shown. */
function unshownOpenings(names: readonly string[], place: NounPlace): readonly (readonly [string, undefined])[] {
  const shown = new Set(names.map((name) => name.toLowerCase()));
  return Object.entries(place.schema.properties ?? {}).flatMap(([key, { 'x-parameter': name = '' }]) =>
    (OPENING.has(key) || isChoice(place, key)) && !shown.has(name.toLowerCase()) ? [[name, undefined] as const] : [],
  );
}

/** The word for a number of an enumeration, where it is known. */
function named(raw: FoundValue, { noun, schema }: NounPlace, key: string): FoundValue {
  const { enum: words, 'x-parameter': parameter } = schema.properties?.[key] ?? {};
  const kind = kindOf(noun);
  if (words === undefined || parameter === undefined || kind === undefined) return raw;
  const number = String(raw);
  return /^\d+$/.test(number) ? String(typedFor(kind, parameter, number)) : raw;
}

/**
 * Whether a value goes without saying: it is the documented default of a setting that few look at. Providers and policies
 * say all that is known of them.
 */
function isUsual(value: Value, key: string, { noun, path, schema }: NounPlace, setting: Setting): boolean {
  const { 'x-parameter': parameter } = schema.properties?.[key] ?? {};
  const kind = kindOf(noun);
  if (kind === undefined || parameter === undefined || schema.required?.includes(key)) return false;
  if (!TERSE.has(path[0] ?? '') || OPENING.has(key)) return false;
  const usual = defaultOf(kind, { identity: GLOBAL }, parameter, setting);
  return usual !== undefined && usual === value;
}

const TERSE: ReadonlySet<string> = new Set(['domains', 'edge']);
/** What opens the deployment to the outside. */
const OPENING: ReadonlySet<string> = new Set([
  'allowFederatedUsers',
  'enablePartnerDiscovery',
  'allowOutsideUsers',
  'allowAnonymousUsers',
]);

/** What a key of this schema has for a captured value; undefined where it takes no such value. */
export function keyValue(schema: Schema, raw: FoundValue): Value | undefined {
  if (schema.type === 'array') {
    const items = itemsOf(raw).map((item) => keyValue(schema.items ?? {}, item));
    const known = items.flatMap((item) => (item === undefined ? [] : [item]));
    return known.length === items.length ? known : undefined;
  }
  if (isListed(raw) || isProperties(raw) || raw === null) return undefined;
  const text = String(raw).trim();
  if (schema.type === 'boolean') return BOOLEANS.get(text.toLowerCase());
  if (schema.type === 'integer' || schema.type === 'number') return /^\d+$/.test(text) ? Number(text) : undefined;
  if (schema.enum) return schema.enum.find((one) => String(one).toLowerCase() === text.toLowerCase());
  const said =
    schema['x-form']?.includes('domain') || schema.pattern?.includes('\\p{L}') ? withoutLabel(text) : String(raw);
  return schema.pattern === undefined || new RegExp(schema.pattern, 'u').test(said) ? said : undefined;
}

/** A value as one line of text. */
export function shownAs(raw: FoundValue): string {
  if (typeof raw === 'string') return JSON.stringify(raw).slice(1, -1).replaceAll('\\"', '"').replaceAll('\\\\', '\\');
  return isListed(raw) ? `{${raw.map(shownAs).join(', ')}}` : JSON.stringify(raw);
}

/** `Domain=fabrikam.com` is how the shell shows a domain of a list. */
function withoutLabel(text: string): string {
  return text.replace(/^Domain=/i, '');
}

function itemsOf(raw: FoundValue): readonly FoundValue[] {
  if (isListed(raw)) return raw.map((item) => (isProperties(item) ? (item.Domain ?? item.Name ?? item) : item));
  return typeof raw === 'string' ? raw.split(',').map((item) => item.trim()) : [raw];
}

const BOOLEANS: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['$true', true],
  ['1', true],
  ['false', false],
  ['$false', false],
  ['0', false],
]);

/** They say how an object came here, not what it is set to. */
const PLUMBING: ReadonlySet<string> = new Set([
  'PSComputerName',
  'RunspaceId',
  'PSShowComputerName',
  'PSSourceJobInstanceId',
  'XsAnyElements',
  'XsAnyAttributes',
  'Element',
  'Anchor',
  'ScopeClass',
  'Key',
]);

function isEmpty(raw: FoundValue): boolean {
  return raw === null || raw === '' || (isListed(raw) && raw.length === 0);
}

/** Whether a key says that there is nothing, which is more than being absent. */
function takesNothing(schema: Schema | undefined): boolean {
  return schema?.pattern !== undefined && new RegExp(schema.pattern, 'u').test('');
}

/** The properties under the names of parameters: what the shell shows in another way than it takes it. */
function settings({ properties }: FoundObject, place: NounPlace): FoundObject['properties'] {
  const { isList, schema, keys } = place;
  const found = new Map(Object.entries(properties).map(([name, value]) => [parameterName(name, keys), value]));
  const identity = found.get('Identity') ?? found.get('Domain');
  if (schema['x-shorthand'] === 'domain' && identity !== undefined)
    found.set('Domain', found.get('Domain') ?? identity);
  for (const again of ['Name', ...(found.has('Domain') ? ['Identity'] : [])]) {
    if (found.has(again) && isSame(found.get(again), identity)) found.delete(again);
  }
  const isPolicy = schema.properties?.identity?.['x-form'] !== undefined;
  if (isPolicy && typeof identity === 'string') found.set('Identity', scope(identity));
  if (!isList && isSame(found.get('Identity'), GLOBAL)) found.delete('Identity');
  const method = found.get('RoutingMethod');
  if (typeof method === 'string' && keys.has(method.toLowerCase())) {
    found.delete('RoutingMethod');
    found.set(method, true);
  }
  return Object.fromEntries(found);
}

/** The name as the shell writes it; of two parameters for one setting the one that the setting is named for. */
function parameterName(name: string, keys: NounPlace['keys']): string {
  const folded = name.toLowerCase();
  const known = ['Identity', 'Domain', 'Name', 'RoutingMethod'].find((one) => one.toLowerCase() === folded);
  const sister = folded.replace(/asalist$/, '');
  return known ?? (keys.has(sister) ? name.slice(0, sister.length) : name);
}

function isSame(a: FoundValue | undefined, b: FoundValue | undefined): boolean {
  return String(a).toLowerCase() === String(b).toLowerCase();
}

/** `Global`, `Site:Redmond` and `Tag:Sales` as a spec writes them. */
function scope(identity: string): string {
  if (identity.toLowerCase() === GLOBAL) return GLOBAL;
  return identity.replace(/^tag:/i, '').replace(/^site:/i, 'site:');
}
