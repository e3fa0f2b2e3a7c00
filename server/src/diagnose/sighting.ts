import type { Met } from './symptoms.ts';

/** A failure as one place of a trace tells it. Nothing of it names a person but `users`. */
export interface Sighting {
  /** Of the file, from 1 on. */
  readonly line: number;
  /** `2015-11-04 08:15:02`, as the file has it; absent where that is not clear. */
  readonly time?: string | undefined;
  /** What it tells, the most trustworthy first. */
  readonly codes: readonly Met[];
  /** The dialog and its step, which all legs of one message share. */
  readonly dialog?: string | undefined;
  /** The domains of sender and receiver of the request that failed. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** The way of that request, where the file shows it. */
  readonly direction?: 'out' | 'in' | undefined;
  /** The server that the message came from or went to. */
  readonly hop?: string | undefined;
  /** What headers say of servers and domains, by names in small letters. */
  readonly said: ReadonlyMap<string, string>;
  /** Servers that the text of an event names. */
  readonly hosts: readonly string[];
  /** A domain that somebody tested by hand. */
  readonly tested?: string | undefined;
  /** The addresses of sender and receiver: for those who ask for them. */
  readonly users: readonly string[];
}

/** A sighting in which nothing is told yet. */
export const NOTHING_SEEN: Omit<Sighting, 'line'> = { codes: [], said: new Map(), hosts: [], users: [] };
