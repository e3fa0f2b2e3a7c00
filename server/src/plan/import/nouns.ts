import { nouns } from '../../catalog/nouns.ts';
import { nounSections } from '../../spec/noun-sections.ts';
import { type Schema, schemaAt } from '../../spec/schema.ts';
import { DNS_RECORD } from './dns-records.ts';
import type { Properties } from './found.ts';

/** Where objects of a noun stand in a spec. */
export interface NounPlace {
  readonly noun: string;
  readonly path: readonly string[];
  /** An entry of a list for each object; else one section for the only one. */
  readonly isList: boolean;
  /** Of one object. */
  readonly schema: Schema;
  /** Keys by lower-case parameter. */
  readonly keys: ReadonlyMap<string, string>;
}

/** The nouns that have a place in a spec, in the order of the format. */
export const nounPlaces: readonly NounPlace[] = nounSections.map(({ noun, path, parameters }) => {
  const section = schemaAt(path) ?? {};
  const keys = new Map([...parameters].map(([key, parameter]) => [parameter.toLowerCase(), key]));
  return { noun, path, isList: section.items !== undefined, schema: section.items ?? section, keys };
});

/** The place of a noun, whatever its case. */
export function nounPlace(noun: string): NounPlace | undefined {
  return byNoun.get(noun.toLowerCase());
}

const byNoun: ReadonlyMap<string, NounPlace> = new Map(nounPlaces.map((place) => [place.noun.toLowerCase(), place]));

/** Whether a property is a text in all objects that have it, and never a list. */
export function isText(property: string): boolean {
  return texts.has(property.toLowerCase());
}

const typed = nounPlaces.flatMap(({ keys, schema }) =>
  [...keys].map(([parameter, key]) => [parameter, schema.properties?.[key]?.type] as const),
);
const others = new Set(typed.flatMap(([parameter, type]) => (type === 'string' ? [] : [parameter])));
const texts: ReadonlySet<string> = new Set(typed.map(([parameter]) => parameter).filter((one) => !others.has(one)));

/** The noun of an object of one of these types: `…Edge.DisplayPublicProvider` is a CsPublicProvider. */
export function nounOfTypes(types: readonly string[]): string | undefined {
  const names = types.map((text) => text.replace(/^.*\./, '').replace(/^Display/, ''));
  return nounPlaces.find(({ noun }) => names.includes(noun.slice('Cs'.length)))?.noun;
}

/** Whether names of columns are those of properties that a kind of object has. */
export function arePropertiesOfAny(names: readonly string[]): boolean {
  const given = new Set(names.map((name) => name.toLowerCase()));
  // Many things have a name and a type.
  const kinds = [...nounPlaces, ...DEPLOYMENT].filter(({ noun }) => noun !== DNS_RECORD);
  return kinds.some(
    ({ keys }) => [...new Set([...keys.keys(), 'identity'])].filter((name) => given.has(name)).length >= 2,
  );
}

/** The noun that an object with these properties is of; undefined where several could be meant, or none. */
export function nounOf(properties: Properties): string | undefined {
  const names = new Set(Object.keys(properties).map((name) => name.toLowerCase()));
  if (names.has('routingmethod') && names.has('allowfederatedusers')) return nouns.accessEdge;
  const scores = [...nounPlaces, ...DEPLOYMENT].map(({ noun, keys }) => {
    const known = [...keys.keys()].filter((key) => key !== 'identity' && names.has(key)).length;
    // Many things have a name, and no more of a record than that.
    return { noun, known: noun === DNS_RECORD && known < 2 ? 0 : known };
  });
  const most = Math.max(...scores.map(({ known }) => known));
  const best = [...new Set(scores.flatMap(({ noun, known }) => (known === most && most > 0 ? [noun] : [])))];
  // Which properties are missing tells nothing: somebody may have picked those that are there.
  const likely = best.length > 1 && most > 1 ? best.filter((noun) => noun !== SELDOM) : best;
  const possible = likely.length > 1 ? possibleNouns(properties) : likely;
  return possible.length === 1 ? possible[0] : undefined;
}

/** The name of a property of which the end is cut off, where only one of those of its kind, or of all kinds, begins so. */
export function wholeName(shown: string, noun: string | undefined): string {
  const [, beginning] = /^(.+?)(?:\.\.\.|\u2026)$/.exec(shown) ?? [];
  if (beginning === undefined) return shown;
  const places = nounPlaces.filter((place) => noun === undefined || place === nounPlace(noun));
  const names = places.flatMap(({ schema }) =>
    Object.values(schema.properties ?? {}).flatMap((one) => one['x-parameter'] ?? []),
  );
  const possible = new Set(
    [...names, ...NAMING].filter((name) => name.toLowerCase().startsWith(beginning.toLowerCase())),
  );
  const [only, ...more] = possible;
  return only !== undefined && more.length === 0 ? only : shown;
}

const NAMING = ['Identity', 'Name', 'RoutingMethod'];

/** The nouns of all kinds of objects that have these properties, as far as any kind has them. */
export function possibleNouns(properties: Properties): readonly string[] {
  const kinds = [...nounPlaces, ...DEPLOYMENT].filter(({ noun }) => noun !== DNS_RECORD);
  const names = Object.keys(properties)
    .map((name) => name.toLowerCase())
    .filter((name) => name !== 'identity' && kinds.some(({ keys }) => keys.has(name)));
  const possible = names.length === 0 ? [] : kinds.filter(({ keys }) => names.every((name) => keys.has(name)));
  return [...new Set(possible.map(({ noun }) => noun))];
}

/** What few have, and nobody shows without what it alone has. */
const SELDOM = nouns.xmppPartner;

/** Objects of the topology and of the computer: what tells them from others. */
const DEPLOYMENT: readonly Pick<NounPlace, 'noun' | 'keys'>[] = [
  { noun: nouns.service, keys: named('AccessEdgeExternalFqdn', 'PoolFqdn', 'AccessEdgeExternalSipPort') },
  { noun: nouns.pool, keys: named('Services', 'Computers', 'Fqdn') },
  { noun: nouns.site, keys: named('FederationRoute', 'XmppFederationRoute', 'SiteId') },
  { noun: DNS_RECORD, keys: named('Name', 'Type', 'TTL', 'Section', 'NameTarget', 'Port', 'IPAddress', 'NameHost') },
  { noun: DNS_RECORD, keys: named('HostName', 'RecordType', 'RecordClass', 'RecordData', 'TimeToLive') },
  { noun: nouns.topology, keys: named('InternalDomains', 'Sites', 'Clusters', 'Machines', 'Services') },
  { noun: nouns.user, keys: named('SipAddress', 'ExternalAccessPolicy', 'MobilityPolicy', 'RegistrarPool') },
  { noun: nouns.certificate, keys: named('Thumbprint', 'AlternativeNames', 'NotAfter', 'Subject') },
];

function named(...names: readonly string[]): ReadonlyMap<string, string> {
  return new Map(names.map((name) => [name.toLowerCase(), name]));
}
