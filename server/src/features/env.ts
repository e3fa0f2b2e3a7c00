import type { Language } from '../../../protocol/locale.ts';
import type { Spec } from '../spec/model.ts';
import type { Bundle } from '../text/message.ts';

/** What a feature needs beside the analysis: the language of the reader, and what else is open. */
export interface Env {
  readonly bundle: Bundle;
  readonly language?: Language;
  /** What holds the specs beside a script. */
  readonly specs?: readonly { readonly spec: Spec }[];
}
