import { derived } from '../text/derived.ts';
import { HiddenField } from '../text/hidden-field.ts';
import type { Path } from '../yaml/tree.ts';
import { EACH, type Fault } from './faults.ts';
import { note, noteForOnce } from './noting.ts';

/**
 * Whether something may stand at a path although it could not be read: a value of the wrong kind, a misspelt key, what nobody was
 * shown, or YAML that is broken somewhere. What the model lacks there was not left out, so a rule says nothing of its absence.
 */
export function isUnreadable(faults: readonly Fault[], path: Path): boolean {
  return asked('unreadable', faults, path, hides);
}

/** Whether something at a path or below it could not be read, or YAML is broken somewhere. */
export function isPartlyUnreadable(faults: readonly Fault[], path: Path): boolean {
  return asked('partly unreadable', faults, path, isAmong);
}

/** The faults of a kind; who asks for them has not looked at the others. */
export function faultsThat(name: string, faults: readonly Fault[], are: (fault: Fault) => boolean): readonly Fault[] {
  return asked(name, faults, [], (all) => all.some(are)) ? faults.filter(are) : [];
}

function isAmong(faults: readonly Fault[], path: Path): boolean {
  return faults.some((fault) => fault.kind === 'syntax' || startsWith(fault.path, path));
}

function hides(faults: readonly Fault[], path: Path): boolean {
  return faults.some((fault) => {
    switch (fault.kind) {
      case 'syntax':
        return fault.code !== 'SEVERAL_DOCUMENTS';
      case 'wrong-type':
      case 'unknown-value':
      case 'untold':
        return startsWith(path, fault.path);
      case 'unknown-key':
        return fault.meant === path[fault.path.length - 1] && startsWith(path, fault.path.slice(0, -1));
      default:
        return false;
    }
  });
}

const originals = new HiddenField<readonly Fault[], readonly Fault[]>();

/** Answers a question about faults at a path, and notes it: within an item of a list, all that is wrong in those. */
function asked(
  name: string,
  faults: readonly Fault[],
  path: Path,
  ask: (faults: readonly Fault[], path: Path) => boolean,
): boolean {
  const original = originals.get(faults);
  if (original === undefined) return ask(faults, path);
  const item = path.findIndex((step) => typeof step === 'number');
  const section = item < 0 ? path : path.slice(0, item);
  const answer = ask(original, section);
  note(`${name}: ${section.join(' ')}`, { answer, ask: (ground) => ask(ground.faults, section) });
  if (item >= 0) {
    const way = section.join(' ');
    note(`faults below ${way}`, {
      answer: faultsBelow(original, way),
      ask: ({ faults: now }) => faultsBelow(now, way),
    });
  }
  return ask(original, path);
}

/** What is wrong in the items of a list, by its way; an unknown key changes nothing else there. */
function faultsBelow(faults: readonly Fault[], way: string): string | undefined {
  return byList(faults).get(way);
}

const byList = derived((faults: readonly Fault[]) => {
  const found = new Map<string, string>();
  for (const fault of faults) {
    if (fault.kind === 'syntax') continue;
    const told = JSON.stringify([fault.kind, fault.path, 'meant' in fault ? fault.meant : undefined]);
    for (const [i, step] of fault.path.entries()) {
      if (typeof step !== 'number' && step !== EACH) continue;
      const way = fault.path.slice(0, i).join(' ');
      found.set(way, `${found.get(way) ?? ''}${told}`);
    }
  }
  return found;
});

/** Faults that note what is asked of them. */
export function observedFaults(faults: readonly Fault[]): readonly Fault[] {
  const observed = new Proxy(faults, {
    get: (_, key) => {
      if (faults.length === 0) note('faults', { answer: 0, ask: (ground) => ground.faults.length });
      else noteForOnce('faults');
      return Reflect.get(faults, key);
    },
  });
  originals.set(observed, faults);
  return observed;
}

/** Whether a path begins with another. */
export function startsWith(path: Path, start: Path): boolean {
  return (
    start.length <= path.length &&
    start.every((step, i) => step === path[i] || isEach(step, path[i]) || isEach(path[i], step))
  );
}

function isEach(step: Path[number] | undefined, other: Path[number] | undefined): boolean {
  return step === EACH && typeof other === 'number';
}
