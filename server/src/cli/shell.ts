import type { Language } from '../../../protocol/locale.ts';
import type { RulePages } from '../machine/rule-pages.ts';
import { type Bundle, type Message, textOf } from '../text/message.ts';

/** The world around a command: everything it may not find out by itself. */
export interface Shell {
  readonly cwd: string;
  /** The day on the clock, `YYYY-MM-DD`. */
  readonly today: string;
  readonly version: string;
  /** How people are spoken to. */
  readonly people: Speech;
  /** How it is told to programs, which compare it between machines: in English, unless a language is asked for by name. */
  readonly programs: Speech;
  /** Loads the rule pages of a language. */
  rulePages(language: Language): Promise<RulePages>;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether standard output shows colours. */
  readonly colours: boolean;
  /** The same with colours as somebody wants them. */
  withColours(when: When): Shell;
  /** Standard input, in pieces. */
  input(): AsyncIterable<Uint8Array>;
  /** Shows how far the work on a file is, where a person waits for it. */
  readonly progress?: ((name: string) => Progress) | undefined;
  /** Writes to standard output. */
  print(text: string | Uint8Array): void;
  /** Writes a line about the run to standard error. */
  tell(text: Message): void;
  /** Writes a line about wrong use or unreadable input to standard error. */
  complain(text: Message): void;
}

/** A language, and the texts in it. */
export interface Speech {
  readonly language: Language;
  readonly bundle: Bundle;
}

/** When colours are shown: where a person looks at them, in any case, or not at all. */
export type When = 'auto' | 'always' | 'never';

/** A bar that grows. */
export interface Progress {
  /** @param part of the work, from 0 to 1 */
  at(part: number): void;
  done(): void;
}

/** A message as one line, whatever names of files it holds. */
export function lineOf(text: Message, { bundle }: Speech): string {
  return `${textOf(text, bundle).replaceAll('\n', ' ')}\n`;
}
