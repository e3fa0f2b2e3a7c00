import type { Analysis, Options } from '../analyze.ts';
import type { Identified } from './convert.ts';
import type { Settings } from './settings.ts';

/** An open document as it is now, with all that is known of it. */
export interface Opened extends Identified {
  /** A spec, or a script that stands alone. */
  readonly kind: 'spec' | 'script';
  readonly analysis: Analysis;
  readonly options: Options;
  readonly settings: Settings;
}
