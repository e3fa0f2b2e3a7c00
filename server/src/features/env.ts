import type { Language } from '../../../protocol/locale.ts';
import type { Analysis } from '../analyze.ts';
import type { Bundle } from '../text/message.ts';

/** What a feature needs beside the analysis: the language of the reader, and what else is open. */
export interface Env {
  readonly bundle: Bundle;
  readonly language?: Language;
  /** The specs that are open beside a script. */
  readonly specs?: readonly Pick<Analysis, 'spec'>[];
}
