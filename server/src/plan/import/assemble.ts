import { catalog, type ProductId } from '../../catalog/catalog.generated.ts';
import { nouns } from '../../catalog/nouns.ts';
import type { Message } from '../../text/message.ts';
import type { Setting } from '../kinds.ts';
import { certificatesOf } from './certificates.ts';
import type { Draft, DraftEntry } from './draft.ts';
import type { Found, FoundObject, Origin } from './found.ts';
import { leftNotes } from './left-notes.ts';
import { type NounPlace, nounPlace, nounPlaces } from './nouns.ts';
import { originOf, originsOf } from './origins.ts';
import { withRecords } from './partner-records.ts';
import { text } from './properties.ts';
import { settingsOf } from './settings.ts';
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
  const answers = of(nouns.dnsAnswer);
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
              comments: product === undefined ? topology.doubts : [],
              origins: product === undefined && topology.version ? originsOf(topology.version) : new Map(),
            },
          ],
    ],
    ['edge.pools', pools],
    ...settings.map(
      ({ place, entries }) =>
        [place.path.join('.'), granted(withRecords(entries, place, answers), place, users)] as const,
    ),
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
