import type { Message } from '../../text/message.ts';
import type { Sighting } from '../sighting.ts';

/** Reads one form of what servers, clients and shells write. */
export interface RecordReader {
  /** The name of the form. */
  readonly format: string;
  readonly about: Message;
  /** Whether a record begins with this line. */
  opens(line: string): boolean;
  /** @param line the number of the line; @param before the text of the one before */
  open(text: string, line: number, before: string): OpenRecord;
}

/** A record of which not all lines have come. */
export interface OpenRecord {
  /** Takes a line; tells that the line is none of it. */
  take(text: string): boolean;
  /** No further line belongs to it. */
  readonly isOver: boolean;
  /** Whether a line belongs to it that would open another record elsewhere. */
  keeps?(text: string): boolean;
  /** Bytes of the body of a message that have not come yet, and the mark behind that body: what looks like a record within is none. */
  readonly body?: { readonly left: number; readonly end: RegExp } | undefined;
  sightings(): readonly Sighting[];
}

/** Bytes that a line takes in a file or message. */
export function bytesOf(text: string): number {
  let bytes = 2;
  for (let i = 0; i < text.length; i++) bytes += text.charCodeAt(i) < 0x80 ? 1 : text.charCodeAt(i) < 0x800 ? 2 : 3;
  return bytes;
}
