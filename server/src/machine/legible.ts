import { code, type Message, say } from '../text/message.ts';
import { type Decoded, decode, unreadable } from './encoding.ts';
import { megabytes } from './sizes.ts';

/** What bytes are wanted as. */
export interface Wanted {
  /** In words: `a federation spec`. */
  readonly as: Message;
  /** Bytes past which it is none. */
  readonly limit: number;
  /** How its bytes are read, where not as UTF-8 or by their mark alone. */
  readonly decode?: typeof decode;
  /** Bytes of another kind as text; undefined for those that are to be decoded. */
  readonly inText?: (bytes: Uint8Array) => string | undefined;
}

/** Bytes as the text that they are wanted as, or why they are none. */
export function readAs(
  { as, decode: read = decode, inText }: Wanted,
  path: string,
  bytes: Uint8Array,
): Decoded | Message {
  const told = inText?.(bytes);
  if (told !== undefined) return { text: told, encoding: 'utf-8', bom: false };
  const decoded = read(bytes);
  return 'text' in decoded ? decoded : unreadable(path, decoded, as);
}

/** Says that there is more than is read. */
export function tooLarge({ as, limit }: Wanted, path: string): Message {
  return say`${code(path)} is larger than ${megabytes(limit)}, too large for ${as}.`;
}
