import type { Catalog } from '../catalog/catalog.generated.ts';
import { providerByIdentity } from '../catalog/providers.ts';
import { clash } from './claims.ts';
import { changing, making, removing } from './commands.ts';
import { type Change, changesOf } from './changes.ts';
import { withDefaultDomain } from './default-domain.ts';
import { grantDrafts, grantNotes } from './grants.ts';
import { canChange, isFixed, isForbidden, type Kind, type Setting } from './kinds.ts';
import { type Phase, phaseOf, placeOf } from './order.ts';
import { changed, missing, replaced, surplus, surplusShipped } from './reasons.ts';
import { routesByDefault } from './routing.ts';
import { byKey, keyOf, type Scope, type ServerObject, type State } from './state.ts';
import type { Draft, Note } from './step.ts';

/** What there is to compare. */
export interface Comparison {
  readonly declared: State;
  readonly live: State;
  readonly setting: Setting;
}

/** The steps for the objects of one kind, by what is declared and what a server holds. */
export function drafts(
  kind: Kind,
  scope: Scope,
  comparison: Comparison,
): { readonly drafts: readonly Draft[]; readonly notes: readonly Note[] } {
  const { declared, live, setting } = comparison;
  const wanted = byKey(declared.objects.filter(({ noun }) => noun === kind.noun));
  const held = byKey(live.objects.filter(({ noun }) => noun === kind.noun));
  const found: Draft[] = [];
  const notes: Note[] = [];
  for (const [key, object] of wanted) {
    const there = held.get(key);
    if (there === undefined) found.push(...make(kind, scope, { object, setting }));
    else {
      found.push(...change(kind, { object, there }, comparison));
      notes.push(...grantNotes(object, there));
    }
    found.push(...grantDrafts(kind, { wanted: object, held: there }, comparison));
  }
  if (scope.partial) return { drafts: found, notes };
  for (const [key, object] of held) {
    if (wanted.has(key) || isFixed(kind, object.identity)) continue;
    const { at } = scope;
    const left = { ...object, ...(at && { at }) };
    found.push(...grantDrafts(kind, { wanted: undefined, held: left }, comparison));
    found.push(...leave(kind, scope, { object, comparison }));
  }
  const whole = withDefaultDomain(found, comparison);
  return { drafts: whole.drafts, notes: [...notes, ...whole.notes] };
}

/** What is always there has to be changed, also when nobody saw it. */
function make(
  kind: Kind,
  scope: Scope,
  { object, setting }: { readonly object: ServerObject; readonly setting: Setting },
): readonly Draft[] {
  if (isFixed(kind, object.identity)) {
    const unseen: ServerObject = { noun: object.noun, identity: object.identity, values: {} };
    return parted(kind, { object, there: unseen, changes: changesOf(kind, object, unseen, setting) }, setting);
  }
  return [
    {
      ...about(object, scope),
      action: 'add',
      commands: making(kind, object, setting),
      undo: removing(kind, object),
      reason: missing(scope),
      ...placeOf('make', kind.noun),
    },
  ];
}

interface Pair {
  readonly object: ServerObject;
  readonly there: ServerObject;
}

function change(kind: Kind, pair: Pair, comparison: Comparison): readonly Draft[] {
  const { setting } = comparison;
  const changes = changesOf(kind, pair.object, pair.there, setting);
  const stuck = changes.filter(({ parameter, to }) => !canChange(kind, parameter, to, setting));
  if (changes.length === 0) return [];
  if (stuck.length === 0 || isFixed(kind, pair.object.identity)) {
    return parted(kind, { ...pair, changes: changes.filter((one) => !stuck.includes(one)) }, setting);
  }
  return replace(kind, { ...pair, changes, stuck }, comparison);
}

/** The commands that change an object in place: what shuts a gate first, what opens one last. */
export function parted(
  kind: Kind,
  { object, there, changes }: Pair & { readonly changes: readonly Change[] },
  setting: Setting,
): readonly Draft[] {
  let before = there;
  return parts(kind, changes).flatMap(({ phase, part }) => {
    const values = Object.fromEntries(part.map(({ parameter, to }) => [parameter, to]));
    const held = before;
    before = { ...held, values: { ...held.values, ...values } };
    const [first] = part;
    const { identity } = object;
    const commands = changing(kind, { identity, values, after: before.values }, setting);
    if (commands.length === 0) return [];
    const draft: Draft = {
      ...about(object, undefined),
      ...(first?.at && { at: first.at }),
      action: 'change',
      commands,
      undo: changedBack(kind, { object, there: held, changes: part }, setting),
      reason: changed(part),
      ...placeOf('change', kind.noun, phase),
    };
    return [draft];
  });
}

/** An object with lists of its own decides alone, so that one command does not part what belongs together. */
function parts(kind: Kind, changes: readonly Change[]): readonly { phase: Phase; part: readonly Change[] }[] {
  const phases = new Set(changes.map(({ parameter, to }) => phaseOf(parameter, to)));
  const isMixed = phases.has('close') && phases.has('open');
  if (kind.noun === 'CsTenantFederationConfiguration') {
    const [only = 'between'] = phases.size === 1 ? phases : [];
    return changes.length === 0 ? [] : [{ phase: only, part: changes }];
  }
  if (!isMixed) {
    const phase = phases.has('close') ? 'close' : phases.has('open') ? 'open' : 'between';
    return changes.length === 0 ? [] : [{ phase, part: changes }];
  }
  const closes = (one: Change) => phaseOf(one.parameter, one.to) === 'close';
  return [
    { phase: 'close', part: changes.filter(closes) },
    { phase: 'open', part: changes.filter((one) => !closes(one)) },
  ];
}

function changedBack(
  kind: Kind,
  { object, there, changes }: Pair & { readonly changes: readonly Change[] },
  setting: Setting,
): Draft['undo'] {
  const known = changes.flatMap(({ parameter, from }) =>
    from === undefined || isForbidden(kind, parameter, from) ? [] : [[parameter, from] as const],
  );
  const isStuck = known.some(([parameter, from]) => !canChange(kind, parameter, from, setting));
  if (isStuck && !isFixed(kind, object.identity)) {
    return [...removing(kind, object), ...making(kind, { ...there, identity: object.identity }, setting)];
  }
  const values = Object.fromEntries(known.filter(([parameter, from]) => canChange(kind, parameter, from, setting)));
  return changing(kind, { identity: object.identity, values, after: there.values }, setting);
}

/** Removed and made anew in one go, or in two where its place is taken by another object that goes as well. */
function replace(
  kind: Kind,
  { object, there, changes, stuck }: Pair & { readonly changes: readonly Change[]; readonly stuck: readonly Change[] },
  comparison: Comparison,
): readonly Draft[] {
  const { setting } = comparison;
  // What nobody states and no default is known of stays as it was.
  const whole = { ...object, values: { ...unstated(there, object, changes), ...object.values } };
  const gone = removing(kind, object);
  const anew = making(kind, whole, setting);
  const back = making(kind, { ...there, identity: object.identity }, setting);
  const reason = replaced(
    changes,
    stuck.map(({ parameter }) => parameter),
  );
  const [first] = stuck;
  const common = { ...about(object, undefined), ...(first?.at && { at: first.at }), reason };
  if (!isInTheWay(object, comparison)) {
    const place = placeOf('replace', kind.noun);
    return [{ ...common, action: 'replace', commands: [...gone, ...anew], undo: [...gone, ...back], ...place }];
  }
  return [
    { ...common, action: 'remove', commands: gone, undo: back, ...placeOf('remove', kind.noun) },
    { ...common, action: 'add', commands: anew, undo: gone, ...placeOf('make', kind.noun) },
  ];
}

function unstated(there: ServerObject, object: ServerObject, changes: readonly Change[]): ServerObject['values'] {
  const touched = new Set(changes.map(({ parameter }) => parameter));
  const kept = Object.entries(there.values).filter(([name]) => !touched.has(name) && !(name in object.values));
  return Object.fromEntries(kept);
}

/** Whether another object that stays holds what this one wants, or wants what this one holds. */
function isInTheWay(object: ServerObject, { declared, live }: Comparison): boolean {
  const own = keyOf(object);
  const [before, after] = [byKey(live.objects), byKey(declared.objects)];
  const held = before.get(own);
  return [...after].some(([key, wanted]) => {
    const there = key === own ? undefined : before.get(key);
    return there !== undefined && (clash(there, object) || (held !== undefined && clash(held, wanted)));
  });
}

/**
 * What is on the server and not declared goes. A provider that came with the server is only switched off, unless something
 * that is declared has no place beside it.
 */
function leave(
  kind: Kind,
  scope: Scope,
  { object, comparison }: { readonly object: ServerObject; readonly comparison: Comparison },
): readonly Draft[] {
  const { setting } = comparison;
  const isInTheWay = comparison.declared.objects.some((other) => clash(object, other) || routesByDefault(other));
  if (isShipped(setting.catalog, object) && !isInTheWay) {
    const off = { ...object, values: { ...object.values, Enabled: false } };
    const changes = changesOf(kind, off, object, setting);
    return parted(kind, { object: off, there: object, changes }, setting).map((draft) => ({
      ...draft,
      ...about(object, scope),
      reason: surplusShipped(scope),
    }));
  }
  return [
    {
      ...about(object, scope),
      action: 'remove',
      commands: removing(kind, object),
      undo: making(kind, object, setting),
      reason: surplus(scope),
      ...placeOf('remove', kind.noun),
    },
  ];
}

function isShipped(catalog: Catalog, { noun, identity }: ServerObject): boolean {
  const id = noun === 'CsPublicProvider' ? providerByIdentity(catalog, identity) : undefined;
  return id !== undefined && catalog.providers[id].shipped;
}

function about(
  { noun, identity, at }: ServerObject,
  scope: Scope | undefined,
): Pick<Draft, 'object' | 'identity' | 'at'> {
  const place = at ?? scope?.at;
  return { object: noun, identity, ...(place && { at: place }) };
}
