import { l10n, Uri } from 'vscode';
import type { ReportFormat } from '../../protocol/methods.ts';
import { isDate } from './ask.ts';

/** What a key binding may give to `lyncFederation.setAsOf`; whatever is missing is asked. */
export interface DateWish {
  /** `YYYY-MM-DD`; empty for today. */
  readonly date?: string;
  /** Where the day is kept; `look` keeps it nowhere, and is over once the spec is closed, or with an empty date. */
  readonly place?: 'spec' | 'setting' | 'look';
}

/** @throws Error for a date that is none */
export function dateIn(wish: unknown): DateWish {
  const [given, place] = [fieldOf(wish, 'date'), fieldOf(wish, 'place')];
  const date = typeof given === 'string' ? given.trim() : undefined;
  if (date !== undefined && date !== '' && !isDate(date)) throw new Error(l10n.t('{0} is not a date.', date));
  return {
    ...(date !== undefined && { date }),
    ...((place === 'spec' || place === 'setting' || place === 'look') && { place }),
  };
}

/** The file that a key binding names by its URI, as `file`; VS Code itself gives other things to commands. */
export function fileIn(wish: unknown): Uri | undefined {
  const file = fieldOf(wish, 'file');
  return typeof file === 'string' ? Uri.parse(file, true) : undefined;
}

/** The form that a key binding names, as `format`. */
export function formatIn(wish: unknown): ReportFormat | undefined {
  const format = fieldOf(wish, 'format');
  return format === 'html' || format === 'md' ? format : undefined;
}

/** What a key binding may give to `lyncFederation.verify`: the options of the command line; without them it is asked. */
export interface VerifyWish {
  readonly args?: readonly string[];
}

export function verifyIn(wish: unknown): VerifyWish {
  const args = fieldOf(wish, 'args');
  return Array.isArray(args) ? { args: args.map(String) } : {};
}

/** The template that a key binding names, as `template`. */
export function templateIn(wish: unknown): string | undefined {
  const template = fieldOf(wish, 'template');
  return typeof template === 'string' ? template : undefined;
}

/** The files that a key binding names, as `files`. */
export function filesIn(wish: unknown): readonly Uri[] | undefined {
  const files = fieldOf(wish, 'files');
  return Array.isArray(files) ? files.map((file) => Uri.parse(String(file), true)) : undefined;
}

/** The files that a menu is about: all that are selected in the explorer, else the one in front. */
export function selectedIn(given: readonly unknown[]): readonly Uri[] {
  const [one, all] = given;
  const selected = (Array.isArray(all) ? all : [one]).filter((uri) => uri instanceof Uri);
  return selected;
}

function fieldOf(wish: unknown, key: string): unknown {
  return typeof wish === 'object' && wish !== null ? Reflect.get(wish, key) : undefined;
}
