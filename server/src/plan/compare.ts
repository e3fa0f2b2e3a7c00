import type { Catalog } from '../catalog/catalog.generated.ts';
import { nouns } from '../catalog/nouns.ts';
import { providerByIdentity } from '../catalog/providers.ts';
import { code, say } from '../text/message.ts';
import { type Change, changesOf } from './changes.ts';
import { type Grant, grantsBetween, unknownGrants } from './grants.ts';
import { isFixed, type Kind, kindOf, type Setting } from './kinds.ts';
import { hasRival, objectsOf, type Side, sideOf } from './side.ts';
import { type Scope, type ServerObject, type State, scopeOf } from './state.ts';
import type { Note } from './step.ts';

/** All that is otherwise on the servers than declared. The plan makes steps of it and drift tells it, and neither looks further. */
export interface Comparison {
  readonly differences: readonly ObjectDifference[];
  /** What is declared and the other side says nothing of. */
  readonly notCaptured: readonly Scope[];
  /** What is declared and may be there, though the other side, which shows only a part, does not show it. */
  readonly unshown: readonly Unshown[];
  /** What could not be compared. */
  readonly notes: readonly Note[];
  readonly wanted: Side;
  readonly held: Side;
  readonly setting: Setting;
}

/** An object that is not as declared. */
export type ObjectDifference = Missing | Changed | Granted | Surplus;

interface Compared {
  readonly kind: Kind;
  readonly scope: Scope;
}

/** The objects of a kind of which nobody can tell whether they are there. */
export interface Unshown {
  readonly scope: Scope;
  readonly objects: readonly ServerObject[];
}

/** Declared and not there. */
export interface Missing extends Compared {
  readonly is: 'missing';
  readonly wanted: ServerObject;
  readonly grants: readonly Grant[];
}

/** There with other values. */
export interface Changed extends Compared {
  readonly is: 'changed';
  readonly wanted: ServerObject;
  readonly held: ServerObject;
  readonly changes: readonly Change[];
}

/** A policy that others have than are to have it. */
export interface Granted extends Compared {
  readonly is: 'granted';
  readonly wanted: ServerObject;
  readonly held: ServerObject;
  readonly grants: readonly Grant[];
}

/** There and not declared. */
export interface Surplus extends Compared {
  readonly is: 'surplus';
  readonly held: ServerObject;
  readonly grants: readonly Grant[];
  /** What becomes of it where it does not go: a provider that came with the server is only switched off. */
  readonly stays?: { readonly wanted: ServerObject; readonly changes: readonly Change[] };
}

/** Compares what is declared with what a server holds, noun by noun as far as both speak of them. */
export function compare(declared: State, live: State, catalog: Catalog): Comparison {
  const setting: Setting = { catalog, server: declared.server ?? live.server };
  const sides: Sides = { wanted: sideOf(declared), held: sideOf(live), setting };
  const isCaptured = ({ noun }: Scope) => scopeOf(live, noun) !== undefined;
  const compared = declared.scopes.filter(isCaptured).flatMap((scope): readonly Compared[] => {
    const kind = kindOf(scope.noun);
    return kind === undefined ? [] : [{ kind, scope }];
  });
  const unshown = compared.flatMap(({ kind, scope }): readonly Unshown[] => {
    if (scopeOf(live, kind.noun)?.partial !== true) return [];
    const shown = objectsOf(sides.held, kind.noun);
    const objects = [...objectsOf(sides.wanted, kind.noun)]
      .filter(([key, { identity }]) => !shown.has(key) && !isFixed(kind, identity))
      .map(([, object]) => object);
    return objects.length > 0 ? [{ scope, objects }] : [];
  });
  const isOpen = ({ scope: { noun, partial } }: Compared) =>
    !partial && scopeOf(live, noun)?.partial === true && !unshown.some(({ scope }) => scope.noun === noun);
  const isUnshown = new Set(unshown.flatMap(({ objects }) => objects));
  return {
    ...sides,
    unshown,
    differences: compared
      .flatMap((about) => [...differencesOf(about, sides)])
      .filter((one) => one.is !== 'missing' || !isUnshown.has(one.wanted)),
    notCaptured: declared.scopes.filter((scope) => !isCaptured(scope)),
    notes: [
      ...compared.filter(isOpen).map(({ scope }) => mayBeMore(scope)),
      ...compared.flatMap(({ kind }) => notesOn(kind, sides)),
    ],
  };
}

/** What is declared is shown; of what is not, nobody can tell whether it is there. */
function mayBeMore({ noun, at }: Scope): Note {
  return {
    message: say`The capture shows only a part of ${code(`Get-${noun}`)}, so nobody can tell whether there are others than the spec names.`,
    ...(at && { at }),
  };
}

type Sides = Pick<Comparison, 'wanted' | 'held' | 'setting'>;

function* differencesOf(about: Compared, sides: Sides): Iterable<ObjectDifference> {
  const { kind, scope } = about;
  const [ours, theirs] = [objectsOf(sides.wanted, kind.noun), objectsOf(sides.held, kind.noun)];
  for (const [key, wanted] of ours) {
    const held = theirs.get(key) ?? unseen(kind, wanted);
    if (held === undefined) {
      yield { ...about, is: 'missing', wanted, grants: grantsBetween(kind, { wanted, held }, sides) };
      continue;
    }
    const changes = changesOf(kind, wanted, held, sides.setting);
    if (changes.length > 0) yield { ...about, is: 'changed', wanted, held, changes };
    const grants = grantsBetween(kind, { wanted, held }, sides);
    if (grants.length > 0) yield { ...about, is: 'granted', wanted, held, grants };
  }
  if (scope.partial) return;
  for (const [key, held] of theirs)
    if (!ours.has(key) && !isFixed(kind, held.identity)) yield* surplus(about, held, sides);
}

/** What is always there is there with nothing known of it where a capture does not show it. */
function unseen(kind: Kind, { noun, identity }: ServerObject): ServerObject | undefined {
  return isFixed(kind, identity) ? { noun, identity, values: {} } : undefined;
}

/**
 * What is there and not declared goes. A provider that came with the server is only switched off, and may sleep there, unless
 * something that is declared has no place beside it.
 */
function* surplus(about: Compared, held: ServerObject, { wanted, held: there, setting }: Sides): Iterable<Surplus> {
  const { kind } = about;
  const grants = grantsBetween(kind, { wanted: undefined, held }, { wanted, held: there });
  const isInTheWay = wanted.hasDefaultRoute || hasRival(wanted, held, () => true);
  if (isInTheWay || !isShipped(setting.catalog, held)) {
    yield { ...about, is: 'surplus', held, grants };
    return;
  }
  const off = { ...held, values: { ...held.values, Enabled: false } };
  const changes = changesOf(kind, off, held, setting);
  if (changes.length > 0) yield { ...about, is: 'surplus', held, grants, stays: { wanted: off, changes } };
}

function isShipped(catalog: Catalog, { noun, identity }: ServerObject): boolean {
  const id = noun === nouns.publicProvider ? providerByIdentity(catalog, identity) : undefined;
  return id !== undefined && catalog.providers[id].shipped;
}

function notesOn(kind: Kind, { wanted, held }: Sides): readonly Note[] {
  const theirs = objectsOf(held, kind.noun);
  return [...objectsOf(wanted, kind.noun)].flatMap(([key, object]) => {
    const there = theirs.get(key);
    return [...notCompared(object, there), ...unknownGrants(object, there)];
  });
}

/** What is declared of an object that is shown, and not to be seen there. */
function notCompared(
  { identity, values, valuesAt, at }: ServerObject,
  held: ServerObject | undefined,
): readonly Note[] {
  return (held?.unread ?? [])
    .filter((parameter) => values[parameter] !== undefined)
    .map((parameter) => {
      const place = valuesAt?.[parameter] ?? at;
      return {
        message: say`The capture does not tell what ${code(parameter)} of ${code(identity)} is, so it is not compared.`,
        ...(place && { at: place }),
      };
    });
}
