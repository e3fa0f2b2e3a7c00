import { type Catalog, catalog as facts } from '../catalog/catalog.generated.ts';
import type { CommandValue } from '../cmdlets/command.ts';
import { type Place, type Spec, keyRange as startOf } from '../spec/model.ts';
import { fieldOf, isList } from '../spec/noun-sections.ts';
import { type Code, code, codes, type Message, say } from '../text/message.ts';
import type { Range } from '../text/range.ts';
import type { Path } from '../yaml/tree.ts';
import {
  type Changed,
  compare,
  type Granted,
  type Missing,
  type ObjectDifference,
  type Surplus,
  type Unshown,
} from './compare.ts';
import { declared } from './declared.ts';
import type { Kind } from './kinds.ts';
import type { Scope, State } from './state.ts';
import type { Note } from './step.ts';

/** One thing that is not as declared. */
export interface Difference {
  readonly is: 'missing' | 'surplus' | 'changed' | 'granted';
  /** The noun of its cmdlets. */
  readonly object: string;
  readonly identity: string;
  /** The parameter, where the object is there on both sides. */
  readonly setting?: string;
  /** `undefined` where it is not known; `null` is empty. */
  readonly declared: CommandValue | null | undefined;
  readonly live: CommandValue | null | undefined;
  /** The way to the declared value, or to the name of the object; absent where the spec does not name it. */
  readonly path?: Path;
  /** The key of the declared value, else the entry, else the section. */
  readonly at?: Range;
}

/** How a deployment has moved away from its spec. */
export interface Drift {
  readonly differences: readonly Difference[];
  /** What the spec declares and the capture says nothing of. */
  readonly notCaptured: readonly Scope[];
  /** What else could not be compared. */
  readonly notes: readonly Note[];
}

/** What of a declared state is otherwise on the servers, by what the plan makes steps of. */
export function drift(wanted: State, live: State, catalog: Catalog = facts): Drift {
  const { differences, notCaptured, unshown, notes } = compare(wanted, live, catalog);
  return {
    differences: differences.flatMap(told),
    notCaptured,
    notes: [...(live.ailments ?? []).map((message) => ({ message })), ...unshown.map(notShown), ...notes],
  };
}

function notShown({ scope: { noun, at }, objects }: Unshown): Note {
  const names = codes(objects.map(({ identity }) => identity));
  return {
    message: say`The capture shows only a part of ${code(`Get-${noun}`)}, so nobody can tell whether these are there: ${names}.`,
    ...(at && { at }),
  };
}

/** A difference at its place in the spec. */
export interface DriftFinding {
  readonly at: Range;
  readonly message: Message;
  readonly difference: Difference;
  /** What the difference is told of. */
  readonly of: ObjectDifference;
}

/** The drift of a spec, where it shows in the text. */
export function driftFindings(spec: Spec, live: State, asOf?: string): readonly DriftFinding[] {
  return compare(declared(spec, facts, asOf), live, facts).differences.flatMap((of) =>
    told(of).map((difference) => ({
      at: placeAt(spec, difference.path)?.at ?? difference.at ?? startOf(spec),
      message: messageOf(difference),
      difference,
      of,
    })),
  );
}

/** The place at a path; list items are known by the number they have in the text. */
function placeAt(spec: Spec, path: Path | undefined): Place | undefined {
  return path?.reduce<Place | undefined>((place, step) => {
    if (typeof step === 'string') return place && fieldOf(place, step);
    const items: readonly Place[] = place && isList(place) ? place.items : [];
    // Where items could not be read, those behind them stand before their number.
    return items.slice(0, step + 1).findLast((item) => item.path.at(-1) === step);
  }, spec);
}

function told(difference: ObjectDifference): readonly Difference[] {
  switch (difference.is) {
    case 'missing':
      return [missingRow(difference)];
    case 'changed':
      return changedRows(difference);
    case 'granted':
      return [grantedRow(difference)];
    case 'surplus':
      return [surplusRow(difference)];
  }
}

function missingRow({ kind, wanted: { noun, identity, at, path } }: Missing): Difference {
  const name = nameIn(kind.section, path);
  return {
    ...(name && { path: name }),
    is: 'missing',
    object: noun,
    identity,
    declared: true,
    live: undefined,
    ...(at && { at }),
  };
}

/** The way to the name of an object that has one. */
function nameIn({ parameters }: Kind['section'], path: Path | undefined): Path | undefined {
  const key = [...parameters.keys()].find((one) => one === 'identity' || one === 'domain');
  return path && key !== undefined ? [...path, key] : undefined;
}

function surplusRow({ held: { noun, identity }, scope: { at } }: Surplus): Difference {
  return { is: 'surplus', object: noun, identity, declared: undefined, live: true, ...(at && { at }) };
}

function changedRows({ kind, wanted, changes }: Changed): readonly Difference[] {
  const { noun, identity } = wanted;
  return changes.map(({ parameter, from, to, at }) => {
    const place = wanted.valuesAt?.[parameter] ?? at;
    const key = [...kind.section.parameters].find(([, name]) => name === parameter)?.[0];
    const isStated = key !== undefined && wanted.valuesAt?.[parameter] !== undefined;
    const path = isStated && wanted.path ? [...wanted.path, key] : nameIn(kind.section, wanted.path);
    return {
      ...(path && { path }),
      is: 'changed',
      object: noun,
      identity,
      setting: parameter,
      declared: to,
      live: from,
      ...(place && { at: place }),
    };
  });
}

function grantedRow({ wanted: { noun, identity, grantedTo, at, path }, held }: Granted): Difference {
  return {
    is: 'granted',
    object: noun,
    identity,
    declared: grantedTo,
    live: held.grantedTo,
    ...(path && { path: [...path, 'grantedTo'] }),
    ...(at && { at }),
  };
}

function messageOf({ is, object, identity, setting = '', declared: wanted, live }: Difference): Message {
  const cmdlet = code(`Get-${object}`);
  switch (is) {
    case 'missing':
      return say`${code(identity)} is not on the servers: ${cmdlet} of the capture does not show it.`;
    case 'surplus':
      return say`The servers also have ${code(identity)}, which the spec does not name: ${cmdlet} of the capture shows it.`;
    case 'granted':
      return say`The capture shows ${code(identity)} granted to ${said(live)}, not to ${said(wanted)}.`;
    case 'changed':
      return say`The capture shows ${said(live)} for ${code(setting)} of ${code(identity)}, not ${said(wanted)}.`;
  }
}

function said(value: CommandValue | null | undefined): Code | Message {
  if (value === undefined) return say`nothing`;
  if (value === null || (Array.isArray(value) && value.length === 0)) return say`an empty value`;
  return Array.isArray(value) ? codes(value) : code(String(value));
}
