import { nearest } from '../text/near.ts';
import type { Path } from '../yaml/tree.ts';
import type { Fault } from './faults.ts';

/**
 * Whether something may stand at a path although it could not be read: a value of the wrong kind, a misspelt key, or
 * YAML that is broken somewhere. What the model lacks there was not left out, so a rule says nothing of its absence.
 */
export function isUnreadable(faults: readonly Fault[], path: Path): boolean {
  return faults.some((fault) => {
    if (fault.kind === 'syntax') return fault.code !== 'SEVERAL_DOCUMENTS';
    if (fault.kind === 'wrong-type' || fault.kind === 'unknown-value') return startsWith(path, fault.path);
    if (fault.kind !== 'unknown-key' || !startsWith(path, fault.path.slice(0, -1))) return false;
    return nearest(fault.key, fault.free) === path[fault.path.length - 1];
  });
}

function startsWith(path: Path, start: Path): boolean {
  return start.length <= path.length && start.every((step, i) => step === path[i]);
}
