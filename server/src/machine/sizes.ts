import { LARGEST_CAPTURE, LARGEST_CAPTURES } from '../../../protocol/sizes.ts';
import { code, type Message, say } from '../text/message.ts';

const MB = 1024 * 1024;

/**
 * Bytes past which a file is not read: a spec of 10,000 domains has less than a megabyte, a capture may tell of every user, and several
 * are read together; a certificate has a few kilobytes.
 */
export const MOST_BYTES = {
  text: 8 * MB,
  capture: LARGEST_CAPTURE,
  captures: LARGEST_CAPTURES,
  certificate: MB,
} as const;

/** Takes captures one after the other. Of each with which they are too large together it says why it is not read. */
export function withinBounds(): (file: { readonly source: string; readonly text: string }) => Message | undefined {
  let size = 0;
  return ({ source, text }) => {
    if (size + text.length > MOST_BYTES.captures)
      return say`${code(source)} is not read: with it the captures are more than ${megabytes(MOST_BYTES.captures)} together.`;
    size += text.length;
    return undefined;
  };
}

/** Says of files, in other forms, that they make a spec too large to be read; nothing where it is not. */
export function tooMuchOf(named: Message, spec: string): Message | undefined {
  const isSmall = 3 * spec.length <= MOST_BYTES.text;
  if (isSmall || new TextEncoder().encode(spec).length <= MOST_BYTES.text) return undefined;
  return say`What ${named} tells makes a spec of more than ${megabytes(MOST_BYTES.text)}, which nothing reads. Name fewer files, or files with less in them.`;
}

/** A number of bytes as people say it. */
export function megabytes(bytes: number): string {
  return `${bytes / MB} MB`;
}
