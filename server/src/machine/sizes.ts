import { LARGEST_CAPTURE, LARGEST_CAPTURES } from '../../../protocol/sizes.ts';

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

/** A number of bytes as people say it. */
export function megabytes(bytes: number): string {
  return `${bytes / MB} MB`;
}
