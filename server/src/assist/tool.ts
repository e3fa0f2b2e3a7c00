import type { Message } from '../text/message.ts';
import type { Answer } from './answer.ts';
import type { Ground } from './ground.ts';
import { type Asked, type Parameters, readAsked } from './parameter.ts';

/** Something that an assistant can ask. It reads, and changes nothing. */
export interface Tool extends Declared {
  /** @throws Refusal where it cannot be answered */
  ask(given: unknown, ground: Ground): Promise<Answer>;
}

/** What is said of a tool. */
interface Declared<P extends Parameters = Parameters> {
  readonly name: string;
  readonly title: Message;
  /** What it answers, and when to ask it. */
  readonly about: Message;
  readonly takes: P;
  /** What its entries are called for programs, and what each holds. */
  readonly list: string;
  readonly entry: Readonly<Record<string, Held>>;
}

/** The kind of a value in an entry. */
type Held = 'string' | 'integer' | 'array' | 'object' | 'boolean';

interface Answering<P extends Parameters> extends Declared<P> {
  answer(asked: Asked<P>, ground: Ground): Promise<Answer>;
}

/** A tool whose answer sees what was asked as the kinds that it is of. */
export function tool<const P extends Parameters>({ answer, ...declared }: Answering<P>): Tool {
  return { ...declared, ask: (given, ground) => answer(readAsked(declared.takes, given), ground) };
}

/** The JSON Schema of what a tool answers. */
export function answerSchema({ list, entry }: Pick<Tool, 'list' | 'entry'>): object {
  const kinds = Object.entries(entry).map(([key, kind]) => [key, { type: kind }] as const);
  return {
    type: 'object',
    properties: {
      [list]: { type: 'array', items: { type: 'object', properties: Object.fromEntries(kinds) } },
      leftOut: { type: 'integer' },
    },
    required: [list, 'leftOut'],
  };
}
