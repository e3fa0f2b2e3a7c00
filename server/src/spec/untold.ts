import type { Path } from '../yaml/tree.ts';
import { EACH } from './faults.ts';
import type { Place } from './model.ts';
import { fieldOf, isList } from './noun-sections.ts';
import { isSpec, type Source } from './read.ts';
import { startsWith } from './unreadable.ts';

/** A text whose source did not show all: nothing follows from what it does not say there, and objects with keys that it lacks are parts. */
export function withUntold(source: Source, untold: readonly Path[]): Source {
  const parents = new Map(untold.map((path) => [path.slice(0, -1).join('.'), path.slice(0, -1)]));
  const spec = [...parents.values()].reduce<Place>(asPart, source.spec);
  if (!isSpec(spec)) throw new TypeError('the root of a spec is a mapping');
  const faults = source.faults.filter((one) => one.kind !== 'missing-key' || !isUntold(untold, [...one.path, one.key]));
  return { ...source, spec, faults: [...faults, ...untold.map((path) => ({ kind: 'untold' as const, path }))] };
}

/** Whether what a path leads to was not shown, or may be there beside what was; of each entry of a list `EACH` stands for the number. */
export function isUntold(untold: readonly Path[], path: Path): boolean {
  return untold.some((one) => startsWith(path, one));
}

/** What stands at a path as a part of what is there. */
function asPart(place: Place, [step, ...rest]: Path): Place {
  if (step === undefined) return { ...place, isPart: true };
  if (step === EACH && isList(place)) {
    const items = place.items.map((item) => asPart(item, rest));
    return { ...place, ...{ items } };
  }
  const field = fieldOf(place, String(step));
  return field === undefined ? place : { ...place, ...{ [step]: asPart(field, rest) } };
}
