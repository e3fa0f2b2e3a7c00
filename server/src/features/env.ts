import type { Bundle } from '../text/message.ts';

/** What a feature needs beside the analysis: the language of the reader. */
export interface Env {
  readonly bundle: Bundle;
}
