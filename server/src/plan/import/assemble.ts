import { catalog, type ProductId } from '../../catalog/catalog.generated.ts';
import { nouns } from '../../catalog/nouns.ts';
import { code, codes, type Message, say, textOf } from '../../text/message.ts';
import type { Value } from '../../yaml/edit.ts';
import type { Setting } from '../kinds.ts';
import { certificatesOf } from './certificates.ts';
import type { Draft, DraftEntry } from './draft.ts';
import { type SpecEntry, toEntry } from './entry.ts';
import { type Found, type FoundObject, type Origin, sourceLine } from './found.ts';
import { leftNotes, titleOf } from './left-notes.ts';
import { type NounPlace, nounPlace, nounPlaces } from './nouns.ts';
import { originOf, originsOf } from './origins.ts';
import { text } from './properties.ts';
import { TOPOLOGY, topologyOf } from './topology.ts';

/** What was found, by sections of the spec; what has no place there; and what to tell about it. */
interface Assembled {
  readonly draft: Draft;
  readonly left: readonly FoundObject[];
  readonly notes: readonly Message[];
}

/** Puts every object where it belongs. */
export function assemble({ objects, none = [] }: Found, product: ProductId | undefined): Assembled {
  const of = (...wanted: readonly string[]) =>
    objects.filter(({ noun }) => noun !== undefined && wanted.includes(noun));
  const topology = topologyOf(of(...TOPOLOGY));
  const server = product ?? topology.product;
  const setting: Setting = { catalog, server: server && { product: server } };
  const certificates = certificatesOf(of(nouns.certificate));
  const users = of(nouns.user);
  const byPlace = placed(objects);
  const settings = nounPlaces.map((place) => ({ place, ...settingsOf(byPlace.get(place) ?? [], place, setting) }));
  const left = [
    ...settings.flatMap((one) => one.left),
    ...topology.left,
    ...certificates.left,
    ...objects.filter(({ noun }) => noun === undefined || !isKnown(noun)),
  ];
  const [only, ...more] = topology.pools;
  const access = certificates.entries.find(({ value }) => value.name === 'access-edge');
  const certified = { certificate: 'access-edge' };
  const pools =
    only && more.length === 0 && access
      ? [{ ...only, value: { ...only.value, ...certified }, origins: new Map([...access.origins, ...only.origins]) }]
      : topology.pools;
  const sections: readonly (readonly [string, readonly DraftEntry[]])[] = [
    [
      'server',
      server === undefined
        ? []
        : [
            {
              value: { product: server },
              comments: product === undefined ? topology.doubts.map((doubt) => textOf(doubt)) : [],
              origins: product === undefined && topology.version ? originsOf(topology.version) : new Map(),
            },
          ],
    ],
    ['edge.pools', pools],
    ...settings.map(({ place, entries }) => [place.path.join('.'), granted(entries, place, users)] as const),
    ['dns.srv', topology.records.srv],
    ['dns.hosts', topology.records.hosts],
    ['dns.aliases', topology.records.aliases],
    ['certificates', certificates.entries],
  ];
  const empty = new Set(
    none.flatMap((noun) => {
      const place = nounPlace(noun);
      return place?.isList ? [place.path.join('.')] : [];
    }),
  );
  return {
    draft: new Map(sections.filter(([section, entries]) => entries.length > 0 || empty.has(section))),
    left,
    notes: [...settings.flatMap(({ notes }) => notes), ...topology.notes, ...certificates.notes, ...leftNotes(left)],
  };
}

function placed(objects: readonly FoundObject[]): ReadonlyMap<NounPlace, readonly FoundObject[]> {
  const byPlace = new Map<NounPlace, FoundObject[]>(nounPlaces.map((place) => [place, []]));
  for (const object of objects) {
    const place = object.noun === undefined ? undefined : nounPlace(object.noun);
    if (place !== undefined) byPlace.get(place)?.push(object);
  }
  return byPlace;
}

function isKnown(noun: string): boolean {
  return [...TOPOLOGY, nouns.certificate, nouns.user].includes(noun) || nounPlace(noun) !== undefined;
}

interface Settings {
  readonly entries: readonly DraftEntry[];
  readonly left: readonly FoundObject[];
  readonly notes: readonly Message[];
}

/** The entries of one noun; one that two files describe is there once. */
function settingsOf(objects: readonly FoundObject[], place: NounPlace, setting: Setting): Settings {
  const byIdentity = new Map<string, { readonly entry: SpecEntry; readonly object: FoundObject }>();
  const left: FoundObject[] = [];
  const notes: Message[] = [];
  for (const object of objects) {
    const entry = toEntry(object, place, setting);
    const identity = String(entry.value.domain ?? entry.value.identity ?? '').toLowerCase();
    const [another] = place.isList ? [] : byIdentity.keys();
    const isNameless = place.isList && identity === '';
    const isSecond = another !== undefined && another !== identity && identity !== '' && identity !== 'global';
    if (isNameless || isSecond || !hasOneScope(object, place)) {
      left.push(object);
      continue;
    }
    const before = byIdentity.get(identity);
    if (before && differs(before.entry.value, entry.value))
      notes.push(
        say`${sourceLine(object)}: ${code(titleOf(object))} was found before in ${sourceLine(before.object)} with other values; the later ones stand.`,
      );
    const value = { ...before?.entry.value, ...entry.value };
    const comments = [...new Set([...(before?.entry.comments ?? []), ...entry.comments])];
    const origins = new Map([...(before?.entry.origins ?? []), ...entry.origins]);
    byIdentity.set(identity, { entry: { ...entry, value, comments, origins }, object });
    notes.push(...notesOn(entry, object));
  }
  return { entries: [...byIdentity.values()].map(({ entry }) => entry), left, notes };
}

/** Whether the object is the only one of its kind, where a spec has room for one alone and no key for which. */
function hasOneScope(object: FoundObject, { isList, schema }: NounPlace): boolean {
  return isList || schema.properties?.identity !== undefined || /^global$/i.test(text(object, 'Identity') ?? 'global');
}

function differs(before: Readonly<Record<string, Value>>, after: Readonly<Record<string, Value>>): boolean {
  return Object.entries(after).some(
    ([key, value]) => before[key] !== undefined && JSON.stringify(before[key]) !== JSON.stringify(value),
  );
}

function* notesOn({ left, plumbing }: SpecEntry, object: FoundObject): Iterable<Message> {
  if (left.length + plumbing.length === 0) return;
  const title = titleOf(object);
  for (const { property, reason } of left)
    yield say`${sourceLine(object)}: ${code(`${title} ${property}`)} is kept as a comment. ${reason}`;
  if (plumbing.length > 0)
    yield say`${sourceLine(object)}: ${code(title)} goes without ${codes(plumbing)}, which PowerShell adds to it.`;
}

/** The policies with the users that were found to have them. */
function granted(
  entries: readonly DraftEntry[],
  { noun, schema }: NounPlace,
  users: readonly FoundObject[],
): readonly DraftEntry[] {
  if (schema.properties?.grantedTo === undefined) return entries;
  const holders = new Map<string, Map<string, Origin>>();
  for (const user of users) {
    const policy = text(user, noun.slice('Cs'.length))?.replace(/^tag:/i, '').toLowerCase();
    const name = text(user, 'SipAddress')?.replace(/^sip:/i, '') ?? text(user, 'Identity');
    if (policy === undefined || name === undefined) continue;
    const names = holders.get(policy) ?? new Map<string, Origin>();
    if (!names.has(name)) names.set(name, originOf(user));
    holders.set(policy, names);
  }
  return entries.map((entry) => {
    const names = holders.get(String(entry.value.identity).toLowerCase());
    if (names === undefined) return entry;
    const before = Array.isArray(entry.value.grantedTo) ? entry.value.grantedTo.map(String) : [];
    const grantedTo = [...new Set([...before, ...names.keys()])];
    const found = grantedTo.flatMap((name, i) => {
      const origin = names.get(name);
      return origin === undefined || i < before.length ? [] : [[`grantedTo.${i}`, origin] as const];
    });
    return { ...entry, value: { ...entry.value, grantedTo }, origins: new Map([...entry.origins, ...found]) };
  });
}
