import type { Grounds } from '../deployment/grounds.ts';
import type { Spec } from '../spec/model.ts';
import { inParallel } from './in-parallel.ts';
import { needed } from './needed.ts';
import type { Lookup, Recording, Visit } from './recording.generated.ts';
import { seenIn } from './seen.ts';
import { keyOf, type World } from './world.ts';

/** What is asked, beside what the spec says. */
export type Errand = Omit<Recording, 'lookups' | 'visits' | 'lyncFederationRecording'>;

/** Asks the world all that there is to ask about a spec, each question once: what is answered may lead to others. */
export async function ask(
  { spec, grounds }: { readonly spec: Spec; readonly grounds: Grounds },
  errand: Errand,
  world: World,
  told: (asked: number) => void = () => {},
): Promise<Recording> {
  const lookups = new Map<string, Lookup>();
  const visits = new Map<string, Visit>();
  for (;;) {
    const recording: Recording = {
      lyncFederationRecording: 1,
      ...errand,
      lookups: [...lookups.values()],
      visits: [...visits.values()],
    };
    const next = needed(spec, grounds, seenIn(recording));
    const questions = next.lookups.filter((one) => !lookups.has(keyOf(one)));
    const places = next.visits.filter((one) => !visits.has(keyOf(one)));
    if (questions.length + places.length === 0) return recording;
    for (const one of await inParallel(questions, world.lookUp, MOST.lookups)) lookups.set(keyOf(one), one);
    // Addresses are complete when nothing is left to look up.
    if (questions.length === 0)
      for (const one of await inParallel(places, world.visit, MOST.visits)) visits.set(keyOf(one), one);
    told(lookups.size + visits.size);
  }
}

/** At a time: what one name server bears, and what one network does. */
const MOST = { lookups: 64, visits: 128 };
