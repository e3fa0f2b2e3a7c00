import { isDate } from '../catalog/dates.ts';
import { code, codes, type Message, say } from '../text/message.ts';
import { Refusal } from '../text/refusal.ts';
import { unknown } from './unknown.ts';

/** A parameter of a tool: what it is for, its JSON Schema, and what a value of it means. */
export interface Parameter<T = unknown> {
  readonly about: Message;
  readonly schema: Readonly<Record<string, unknown>>;
  readonly isNeeded: boolean;
  /** @throws Refusal for what it does not take */
  read(value: unknown, name: string): T;
}

export type Parameters = Readonly<Record<string, Parameter>>;

/** What was asked, all of it right. */
export type Asked<P extends Parameters> = { readonly [K in keyof P]: P[K] extends Parameter<infer T> ? T : never };

/** The same parameter where a tool can do without. */
export function optional<T>(parameter: Parameter<T>): Parameter<T | undefined> {
  return {
    ...parameter,
    isNeeded: false,
    read: (value, name) => (value === undefined || value === null ? undefined : parameter.read(value, name)),
  };
}

/** Words, a name or a domain. */
export function text(about: Message): Parameter<string> {
  return {
    about,
    schema: { type: 'string', minLength: 1, maxLength: LONGEST },
    isNeeded: true,
    read(value, name) {
      if (typeof value === 'string' && value.trim() !== '' && value.length <= LONGEST) return value.trim();
      throw new Refusal(say`${code(name)} takes a text of 1 to ${LONGEST} characters.`);
    },
  };
}

/** Several of them. */
export function texts(about: Message): Parameter<readonly string[]> {
  const one = text(about);
  return {
    about,
    schema: { type: 'array', items: one.schema, minItems: 1, maxItems: MOST },
    isNeeded: true,
    read(value, name) {
      if (Array.isArray(value) && value.length > 0 && value.length <= MOST)
        return value.map((item) => one.read(item, name));
      throw new Refusal(say`${code(name)} takes a list of 1 to ${MOST} texts.`);
    },
  };
}

/** A day, `YYYY-MM-DD`. */
export function day(about: Message): Parameter<string> {
  return {
    about,
    schema: { type: 'string', format: 'date' },
    isNeeded: true,
    read(value, name) {
      if (typeof value === 'string' && isDate(value)) return value;
      throw new Refusal(say`${code(name)} takes a day of the calendar, such as ${code('2014-07-01')}.`);
    },
  };
}

/** A whole number from 1 on. */
export function count(about: Message, most: number): Parameter<number> {
  return {
    about,
    schema: { type: 'integer', minimum: 1, maximum: most },
    isNeeded: true,
    read(value, name) {
      if (typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= most) return value;
      throw new Refusal(say`${code(name)} takes a whole number from 1 to ${most}.`);
    },
  };
}

/** One of a few words. */
export function oneOf<T extends string>(about: Message, words: readonly T[]): Parameter<T> {
  return {
    about,
    schema: { type: 'string', enum: words },
    isNeeded: true,
    read(value, name) {
      const found = words.find((word) => word === value);
      if (found !== undefined) return found;
      throw new Refusal(say`${code(name)} takes one of ${codes(words, words.length)}.`);
    },
  };
}

/**
 * What was asked of a tool.
 * @throws Refusal for what is missing, of the wrong kind, or nothing that the tool takes
 */
export function readAsked<P extends Parameters>(parameters: P, given: unknown): Asked<P> {
  if (given !== undefined && (typeof given !== 'object' || given === null || Array.isArray(given)))
    throw new Refusal(say`The arguments are an object with the names ${codes(Object.keys(parameters), MOST)}.`);
  const values = new Map<string, unknown>(Object.entries(given ?? {}));
  for (const name of values.keys())
    if (!Object.hasOwn(parameters, name))
      throw unknown(say`There is no argument ${code(name)}.`, name, Object.keys(parameters));
  const read = Object.entries(parameters).map(([name, parameter]) => {
    const value = values.get(name);
    if (value === undefined && parameter.isNeeded)
      throw new Refusal(say`The argument ${code(name)} is needed: ${parameter.about}.`);
    return [name, parameter.read(value, name)];
  });
  return Object.fromEntries(read);
}

/** The JSON Schema of what a tool takes, with its words in a language. */
export function schemaOf(parameters: Parameters, wordsOf: (text: Message) => string): object {
  const needed = Object.entries(parameters).flatMap(([name, { isNeeded }]) => (isNeeded ? [name] : []));
  return {
    type: 'object',
    properties: Object.fromEntries(
      Object.entries(parameters).map(([name, { about, schema }]) => [name, { description: wordsOf(about), ...schema }]),
    ),
    ...(needed.length > 0 && { required: needed }),
    additionalProperties: false,
  };
}

/** Characters of a text: pasted lines of a trace have some. */
const LONGEST = 4000;
/** Entries of a list. */
const MOST = 100;
