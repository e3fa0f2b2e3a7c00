import { createHash } from 'node:crypto';
import type { ReportedProblem } from './reported.ts';

/**
 * The fingerprint of a problem, by which one report knows it from another one: the hash of its key, and a number where several have
 * the same. The name of the file does not enter it.
 */
export function fingerprintOf({ key, nth }: Pick<ReportedProblem, 'key' | 'nth'>): string {
  return `${createHash('sha256').update(key).digest('hex').slice(0, 32)}:${nth}`;
}
