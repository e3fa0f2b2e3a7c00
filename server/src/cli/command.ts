import type { Message } from '../text/message.ts';
import type { ExitCode } from './exit.ts';
import type { Option } from './option.ts';
import type { Shell } from './shell.ts';

/** A word of the command line that begins a sentence. */
export interface Command {
  readonly name: string;
  readonly summary: Message;
  /** How it is used; the code of a command is not there before that is asked. */
  load(): Promise<Usage>;
}

/** What a command takes, and what it does. Its help and what is wrong use come from here. */
export interface Usage {
  /** What stands behind the name, beside options. */
  readonly takes: Words;
  readonly options: readonly Option[];
  readonly examples: readonly Example[];
  /** @param commands all there are, for the one that tells of them */
  run(given: Given, shell: Shell, commands?: readonly Command[]): Promise<ExitCode>;
}

/** The words that a command takes. */
export interface Words {
  /** As the help shows them. */
  readonly shown: string;
  readonly least: number;
  readonly most: number;
  /** The words that make sense, where they are few and none of them names a file. */
  readonly known?: () => readonly string[] | Promise<readonly string[]>;
  /** What to do instead, where there are fewer or more of them. */
  readonly remedy: Message;
}

/** A line to type, and what it is for. */
export interface Example {
  readonly line: string;
  readonly about: Message;
}

/** What was typed behind the command, all of it right. */
export interface Given {
  readonly words: readonly string[];
  /** What an option means as it was given, or was not. */
  of<T>(option: Option<T>): T;
  /** What was typed for an option. */
  typed(option: Option): readonly string[];
}
