import type { Ending } from '../../features/upcoming.ts';
import type { Bundle } from '../../text/message.ts';
import type { Place } from '../reports/places.ts';

/** What ends, and the spec that says so. */
export interface EndingIn extends Ending {
  readonly place: Place;
  /** The day by which the spec is judged. */
  readonly asOf: string;
}

/** What reports need beside the ends. */
export interface UpcomingEnv {
  readonly within: number;
  /** The days by which the specs are judged, each once and in order. */
  readonly days: readonly string[];
  readonly files: number;
  readonly today: string;
  readonly version: string;
  readonly colours: boolean;
  readonly bundle: Bundle;
}

/** Turns what ends into a text. */
export type UpcomingReport = (endings: readonly EndingIn[], env: UpcomingEnv) => string;
