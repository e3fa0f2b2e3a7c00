import type { Grounds } from '../deployment/grounds.ts';
import { isPrivateName, specialRange } from '../deployment/public-names.ts';
import type { Spec } from '../spec/model.ts';
import { isAddress } from '../text/address.ts';
import type { Lookup } from './recording.generated.ts';
import type { Seen } from './seen.ts';
import { type Subject, subjectsOf } from './subjects.ts';
import type { LookupQuestion, VisitQuestion } from './world.ts';

/** All that there is to ask about a spec, as far as it follows from what is known so far. */
export interface Needed {
  readonly lookups: readonly LookupQuestion[];
  readonly visits: readonly VisitQuestion[];
}

/** The questions that a spec leads to, with those to which the answers lead that are there already. */
export function needed(spec: Spec, grounds: Grounds, seen: Seen): Needed {
  const subjects = subjectsOf(spec, grounds).filter((one) => !isWithheld(one, grounds));
  const lookups = subjects.flatMap((subject) =>
    [...questionsOf(subject), ...hostsOf(subject, seen).flatMap(({ host }) => addressQuestions(host))].flatMap(
      (question) => seen.recording.resolvers[subject.view].map((resolver) => ({ resolver, ...question })),
    ),
  );
  const visits = subjects.flatMap((subject) =>
    placesOf(subject, seen).flatMap((place) => (whyNot(place, grounds, seen) === undefined ? [place.question] : [])),
  );
  return { lookups, visits };
}

type NameQuestion = Pick<Lookup, 'name' | 'type'>;

/** What is asked of every name server that sees the zone. */
export function questionsOf({ kind, name }: Pick<Subject, 'kind' | 'name'>): readonly NameQuestion[] {
  if (kind === 'host') return addressQuestions(name);
  return [{ name, type: kind === 'service' ? 'SRV' : 'CNAME' }];
}

function addressQuestions(name: string): readonly NameQuestion[] {
  return isAddress(name) ? [] : FAMILIES.map((type) => ({ name, type }));
}

/** The records that hold addresses. */
export const FAMILIES = ['A', 'AAAA'] as const;

/** Whether no public name server can know the name, so that none is to hear of it. */
export function isWithheld({ name, view }: Pick<Subject, 'name' | 'view'>, { catalog }: Grounds): boolean {
  return view === 'public' && isPrivateName(catalog, name);
}

/** A host behind a subject, and the port that leads to it. */
export interface Host {
  readonly host: string;
  readonly port: number | undefined;
}

/** The hosts behind a subject: those that its records name, or itself. */
export function hostsOf({ kind, view, name, speaks }: Subject, seen: Seen): readonly Host[] {
  if (kind === 'alias') return [];
  if (kind === 'host') return [{ host: name, port: speaks?.ports[0] }];
  const targets = (seen.found(view, name, 'SRV')?.services ?? []).filter(({ target }) => target !== '');
  return [...new Map(targets.map(({ target, port }) => [`${target} ${port}`, { host: target, port }])).values()].slice(
    0,
    MOST,
  );
}

/** More hosts, or addresses of one, than any service has. */
const MOST = 10;

/** The addresses of a host, of both families, in the order of the answers. */
export function addressesOf({ view }: Pick<Subject, 'view'>, host: string, seen: Seen): readonly string[] {
  const found = FAMILIES.flatMap((type) => seen.found(view, host, type)?.addresses ?? []);
  return [...new Set(found.map(({ address }) => address))].slice(0, MOST);
}

/** A place to connect to, on behalf of a subject. */
export interface Station {
  readonly subject: Subject;
  readonly question: VisitQuestion;
}

/** The places to which a subject leads: every address of every host. */
export function placesOf(subject: Subject, seen: Seen): readonly Station[] {
  const { speaks } = subject;
  if (speaks === undefined) return [];
  return hostsOf(subject, seen).flatMap(({ host, port }) =>
    port === undefined
      ? []
      : addressesOf(subject, host, seen).map((address) => {
          const { protocol } = speaks;
          // A server of SIP is the same to whoever comes for it.
          const domain = protocol === 'sip' ? host : speaks.domain;
          return { subject, question: { protocol, domain, host, address, port } };
        }),
  );
}

/** Why nobody connects to a place: others would not, or it is not for us to do. */
export function whyNot(
  { subject, question }: Station,
  { catalog }: Grounds,
  { recording }: Seen,
): 'port' | 'private' | undefined {
  if (!subject.speaks?.ports.includes(question.port)) return 'port';
  return !recording.privateAddresses && specialRange(catalog, question.address) !== undefined ? 'private' : undefined;
}
