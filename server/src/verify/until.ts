import type { EventEmitter } from 'node:events';

/** What is done when something happens. */
type Hear = Readonly<Record<string, Parameters<EventEmitter['on']>[1]>>;

/** How long something is waited for, and what it is then. */
export interface Until<T> {
  /** In milliseconds. */
  readonly patience: number;
  late(): T;
  /** What is heard meanwhile; `end` is called with what it all comes to. */
  hear(end: (result: T) => void): Hear;
}

/** Listens to a connection until it is known what it comes to. Errors that come later are nobody's, and do not end the program. */
export function until<T>(connection: EventEmitter, { patience, late, hear }: Until<T>): Promise<T> {
  return new Promise((resolve) => {
    const end = (result: T) => {
      clearTimeout(timer);
      connection.on('error', ignored);
      for (const [event, listener] of heard) connection.off(event, listener);
      resolve(result);
    };
    const heard = Object.entries(hear(end));
    const timer = setTimeout(() => end(late()), patience);
    for (const [event, listener] of heard) connection.on(event, listener);
  });
}

function ignored(): void {}
