import { type CommandPlace, catalog, type Gate } from './catalog.generated.ts';

/** Whether gates shut, none moves, or gates open. */
export type Phase = CommandPlace['phase'];

/** What a command does to an object. */
export type Deed = CommandPlace['does'];

/** A place in the order in which commands run; a lower rank runs before. */
export interface Placed {
  readonly phase: Phase;
  readonly rank: number;
}

/** The place of a command: where a change may shut or open, `phase` says which. The first that fits is its own. */
export function commandPlace(does: Deed, noun: string, phase?: Phase): Placed {
  const rank = PLACES.findIndex(
    (place) =>
      place.does === does && (place.nouns?.includes(noun) ?? true) && (phase === undefined || place.phase === phase),
  );
  return { phase: PLACES[rank]?.phase ?? 'between', rank: rank < 0 ? PLACES.length : rank };
}

/** Whether giving a parameter this value shuts a gate, opens one, or moves none. */
export function phaseOf(noun: string, parameter: string, to: unknown): Phase {
  const isGate = GATES.some(({ nouns, switches }) => nouns.includes(noun) && switches.includes(parameter));
  if (!isGate || typeof to !== 'boolean') return 'between';
  return to ? 'open' : 'close';
}

const PLACES: readonly CommandPlace[] = Object.values(catalog.order);
const GATES: readonly Gate[] = Object.values(catalog.gates);
