import { type Bundle, textOf } from '../../text/message.ts';
import { COMMON } from '../arguments.ts';
import type { Command } from '../command.ts';

/** A command as a shell completes it. */
export interface Completed {
  readonly name: string;
  readonly about: string;
  readonly options: readonly CompletedOption[];
  /** What may stand behind it beside options. */
  readonly words: Values;
}

/** An option as a shell completes it. */
export interface CompletedOption {
  /** As it is typed, with its dashes. */
  readonly flag: string;
  readonly about: string;
  /** What its value is called, and what it may be; a switch has none. */
  readonly value?: { readonly name: string; readonly values: Values };
}

/** Files; or these and nothing else, which may be nothing at all. */
export type Values = 'files' | readonly string[];

/** Turns the commands into the script that a shell reads. */
export type Shelled = (commands: readonly Completed[]) => string;

/** The commands with all that can be typed behind them. */
export function completed(commands: readonly Command[], bundle: Bundle): Promise<readonly Completed[]> {
  return Promise.all(
    commands.map(async ({ name, summary, load }) => {
      const { takes, options } = await load();
      const files = takes.most > 0 ? 'files' : [];
      return {
        name,
        about: textOf(summary, bundle),
        words: takes.known ? await takes.known() : files,
        options: [...options, ...COMMON].map(({ name, value, about, oneOf }) => ({
          flag: `--${name}`,
          about: textOf(about, bundle),
          ...(value !== undefined && {
            value: { name: value, values: oneOf ?? (NAMES_FILES.test(value) ? 'files' : []) },
          }),
        })),
      };
    }),
  );
}

/** What the values of options are called that are files. */
const NAMES_FILES = /^(?:FILE|CAPTURE|SPEC)$/;

/** What may stand first. */
export function withHelp(commands: readonly Completed[]): readonly string[] {
  return [...commands.map(({ name }) => name), 'help', '--help', '--version'];
}
