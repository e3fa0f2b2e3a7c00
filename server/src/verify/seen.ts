import type { Lookup, Recording, Visit } from './recording.generated.ts';
import type { View } from './subjects.ts';
import { keyOf, type VisitQuestion } from './world.ts';

/** What a recording tells, by what was asked. */
export interface Seen {
  readonly recording: Omit<Recording, 'lookups' | 'visits'>;
  /** What each name server of a zone answered, in the order in which they were named; those that were not asked are left out. */
  lookups(view: View, name: string, type: Lookup['type']): readonly Lookup[];
  visit(question: VisitQuestion): Visit | undefined;
  /** What there is at a name, by the first name server that knows. */
  found(view: View, name: string, type: Lookup['type']): Lookup | undefined;
}

/** A recording, ordered by what is asked of it. */
export function seenIn({ lookups: asked, visits, ...recording }: Recording): Seen {
  const known = new Map(asked.map((one) => [keyOf(one), one]));
  const visited = new Map(visits.map((one) => [keyOf(one), one]));
  const lookups: Seen['lookups'] = (view, name, type) =>
    recording.resolvers[view].flatMap((resolver) => known.get(keyOf({ resolver, name, type })) ?? []);
  return {
    recording,
    lookups,
    visit: (question) => visited.get(keyOf(question)),
    found: (view, name, type) => lookups(view, name, type).find(isDefinite),
  };
}

/** Whether an answer says what there is, and be it nothing. */
export function isDefinite({ outcome }: Lookup): boolean {
  return outcome === 'records' || outcome === 'no-data' || outcome === 'no-name';
}
