import { type Catalog, catalog as facts } from '../catalog/catalog.generated.ts';
import { providerByIdentity } from '../catalog/providers.ts';
import type { CommandValue } from '../cmdlets/command.ts';
import { type Place, type Spec, keyOf as startOf } from '../spec/model.ts';
import { fieldOf, isList } from '../spec/noun-sections.ts';
import { code, codes, type Message, say } from '../text/message.ts';
import type { Range } from '../text/range.ts';
import type { Path } from '../yaml/tree.ts';
import { changesOf } from './changes.ts';
import { declared } from './declared.ts';
import { isFixed, type Kind, kindOf, type Setting } from './kinds.ts';
import { byKey, type Scope, type ServerObject, type State, scopeOf } from './state.ts';

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
}

/**
 * What of a declared state is otherwise on the servers. Values compare as the plan compares them, so that there is no drift
 * exactly where there is nothing to plan.
 */
export function drift(wanted: State, live: State, catalog: Catalog = facts): Drift {
  const setting: Setting = { catalog, server: wanted.server ?? live.server };
  const differences = wanted.scopes.flatMap((scope) => {
    const kind = kindOf(scope.noun);
    if (kind === undefined || scopeOf(live, scope.noun) === undefined) return [];
    return ofKind(kind, scope, { wanted, live, setting });
  });
  return { differences, notCaptured: wanted.scopes.filter(({ noun }) => scopeOf(live, noun) === undefined) };
}

/** A difference at its place in the spec. */
export interface DriftFinding {
  readonly at: Range;
  readonly message: Message;
}

/** The drift of a spec, where it shows in the text. */
export function driftFindings(spec: Spec, live: State, catalog: Catalog = facts): readonly DriftFinding[] {
  return drift(declared(spec, catalog), live, catalog).differences.map((difference) => ({
    at: placeAt(spec, difference.path)?.at ?? difference.at ?? startOf(spec),
    message: messageOf(difference),
  }));
}

/** The place at a path; list items are known by the number they have in the text. */
function placeAt(spec: Spec, path: Path | undefined): Place | undefined {
  return path?.reduce<Place | undefined>((place, step) => {
    if (typeof step === 'string') return place && fieldOf(place, step);
    const items: readonly Place[] = place && isList(place) ? place.items : [];
    return items.find((item) => item.path.at(-1) === step);
  }, spec);
}

interface Sides {
  readonly wanted: State;
  readonly live: State;
  readonly setting: Setting;
}

function ofKind(kind: Kind, scope: Scope, { wanted, live, setting }: Sides): readonly Difference[] {
  const ours = byKey(wanted.objects.filter(({ noun }) => noun === kind.noun));
  const theirs = byKey(live.objects.filter(({ noun }) => noun === kind.noun));
  const declaredOnes = [...ours].flatMap(([key, object]) => {
    const there = theirs.get(key) ?? (isFixed(kind, object.identity) ? { ...object, values: {} } : undefined);
    return there === undefined
      ? [missing(kind, object)]
      : [...changed(kind, { object, there }, setting), ...granted(object, there)];
  });
  const others = [...theirs].filter(([key, object]) => !ours.has(key) && !isFixed(kind, object.identity));
  const surplus = scope.partial
    ? []
    : others.map(([, object]) => object).filter((object) => !isAsleep(setting.catalog, object));
  return [...declaredOnes, ...surplus.map((object) => surplusOf(object, scope))];
}

function missing({ section }: Kind, { noun, identity, at, path }: ServerObject): Difference {
  const name = nameIn(section, path);
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

function surplusOf({ noun, identity }: ServerObject, { at }: Scope): Difference {
  return { is: 'surplus', object: noun, identity, declared: undefined, live: true, ...(at && { at }) };
}

interface Pair {
  readonly object: ServerObject;
  readonly there: ServerObject;
}

function changed(kind: Kind, { object, there }: Pair, setting: Setting): readonly Difference[] {
  const { noun, identity } = object;
  return changesOf(kind, object, there, setting).map(({ parameter, from, to, at }) => {
    const place = object.valuesAt?.[parameter] ?? at;
    const key = [...kind.section.parameters].find(([, name]) => name === parameter)?.[0];
    const isStated = key !== undefined && object.valuesAt?.[parameter] !== undefined;
    const path = isStated && object.path ? [...object.path, key] : nameIn(kind.section, object.path);
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

/** A policy applies to whom it is granted; in which order they are told does not matter. */
function granted({ noun, identity, grantedTo, at, path }: ServerObject, there: ServerObject): readonly Difference[] {
  if (grantedTo === undefined || there.grantedTo === undefined) return [];
  const [ours, theirs] = [grantedTo, there.grantedTo].map((users) => [...new Set(users.map(userKey))].toSorted());
  if (JSON.stringify(ours) === JSON.stringify(theirs)) return [];
  const live = there.grantedTo;
  return [
    {
      is: 'granted',
      object: noun,
      identity,
      declared: grantedTo,
      live,
      ...(path && { path: [...path, 'grantedTo'] }),
      ...(at && { at }),
    },
  ];
}

function userKey(user: string): string {
  return user.trim().toLowerCase().replace(/^sip:/, '');
}

/** A provider that came with the server and was never switched on is there without anybody having wanted it. */
function isAsleep(catalog: Catalog, { noun, identity, values }: ServerObject): boolean {
  const id = noun === 'CsPublicProvider' ? providerByIdentity(catalog, identity) : undefined;
  return id !== undefined && catalog.providers[id].shipped && values.Enabled === false;
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

function said(value: CommandValue | null | undefined): string | Message {
  if (value === undefined) return say`nothing`;
  if (value === null || (Array.isArray(value) && value.length === 0)) return say`an empty value`;
  return Array.isArray(value) ? codes(value) : code(String(value));
}
