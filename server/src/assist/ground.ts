import type { Language } from '../../../protocol/locale.ts';
import type { Analysis } from '../analyze.ts';
import type { RulePages } from '../machine/rule-pages.ts';
import type { Bundle, Message } from '../text/message.ts';

/** A language, and the texts in it. */
export interface Speech {
  readonly language: Language;
  readonly bundle: Bundle;
}

/** What tools stand on: the documents and files that they may look at, and nothing else. A shell lays it. */
export interface Ground {
  readonly today: string;
  /** How its answers are worded. */
  readonly env: Speech;
  /** All specs there are, as they are now. */
  specs(): Promise<Gathered>;
  /**
   * A spec or a script as it is now.
   * @throws Refusal where there is none of that name, or it may not be looked at
   */
  document(name: string): Promise<Judged>;
  /**
   * The bytes of a capture or a trace.
   * @throws Refusal where there is none of that name, it may not be looked at, or it is larger than a limit
   */
  file(name: string, limit: number): Promise<NamedBytes>;
  /** What the pages say of rules, where they lie beside the program. */
  rulePages(): Promise<RulePages>;
}

/** A document with its verdict. */
export interface Judged {
  /** As answers show it. */
  readonly path: string;
  readonly analysis: Analysis;
}

export interface Gathered {
  readonly documents: readonly Judged[];
  /** What could not be read. */
  readonly complaints: readonly Message[];
}

export interface NamedBytes {
  readonly path: string;
  readonly bytes: Uint8Array;
}
