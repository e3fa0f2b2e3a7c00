import { type Bundle, code, codes, type Message, say, textOf } from '../text/message.ts';
import { nearest } from '../text/near.ts';
import { Complaint } from './exit.ts';

/** An option of a command: how it is typed, what the help says of it, and what it means. */
export interface Option<T = unknown> {
  readonly name: string;
  /** What its value is called; a switch has none. */
  readonly value?: string;
  readonly about: Message;
  /** The values it takes, where they are few. */
  readonly oneOf?: readonly string[];
  /** What holds where it is not given: a value, or in words. */
  readonly usual?: string | Message;
  /**
   * What the values mean that were typed for it, in order; none where it was not given.
   * @throws Complaint
   */
  read(typed: readonly string[]): T;
}

type Described = Omit<Option, 'read'> & { readonly value: string };

/** What holds where an option is not given, as people read it. */
export function usualText(usual: string | Message, bundle: Bundle): string {
  return typeof usual === 'string' ? usual : textOf(usual, bundle);
}

/** An option without a value. */
export function flag(name: string, about: Message): Option<boolean> {
  return { name, about, read: (typed) => typed.length > 0 };
}

/** An option with one value: the last one that is given. */
export function single<T = string>(described: Described, meaning: (text: string) => T): Option<T | undefined> {
  return {
    ...described,
    read: (typed) => {
      const text = typed.at(-1);
      return text === undefined ? undefined : meaning(text);
    },
  };
}

/** An option whose value is any text. */
export function text(described: Described): Option<string | undefined> {
  return single(described, (typed) => typed);
}

/** An option that may be given again, for one more text. */
export function texts(described: Described): Option<readonly string[]> {
  return { ...described, read: (typed) => typed };
}

/** An option that takes one of a few values. */
export function choice<T extends string>(
  described: Described & { readonly oneOf: readonly T[] },
): Option<T | undefined> {
  const { name, oneOf } = described;
  return single(described, (typed) => one(typed, oneOf, (complaint) => say`${code(`--${name}`)} ${complaint}`));
}

/** An option that takes one of a few values, one of which holds where it is not given. */
export function usually<T extends string>(
  described: Described & { readonly oneOf: readonly T[]; readonly usual: T },
): Option<T> {
  const { read } = choice(described);
  return { ...described, read: (typed) => read(typed) ?? described.usual };
}

/**
 * The one of a few words that was meant.
 * @throws Complaint that tells the nearest one, or all of them
 */
export function one<T extends string>(typed: string, known: readonly T[], told: (complaint: Message) => Message): T {
  const found = known.find((word) => word === typed);
  if (found !== undefined) return found;
  const meant = nearest(typed, known);
  throw new Complaint(
    told(
      meant === undefined
        ? say`does not take ${code(typed)}: take one of ${codes(known, known.length)}.`
        : say`does not take ${code(typed)}. Did you mean ${code(meant)}?`,
    ),
  );
}
