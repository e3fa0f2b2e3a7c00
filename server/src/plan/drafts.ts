import { commandPlace } from '../catalog/order.ts';
import { changeDrafts } from './change-drafts.ts';
import { making, removing } from './commands.ts';
import type { Changed, Comparison, Missing, ObjectDifference, Surplus } from './compare.ts';
import { grantDrafts } from './grants.ts';
import { canChange, isFixed, type Setting } from './kinds.ts';
import { whyByHand, whyMade, whyRemoved, whyReplaced, whySwitchedOff } from './reasons.ts';
import { hasRival } from './side.ts';
import { type Scope, type ServerObject, stateKey } from './state.ts';
import type { ByHand, Draft } from './step.ts';

/** What becomes of a difference: there is a step or a note for each. */
export interface Drafted {
  readonly drafts: readonly Draft[];
  /** What no command of the server does. */
  readonly byHand: readonly ByHand[];
}

/** The steps that end a difference, and what of it no command ends. */
export function draftsOf(difference: ObjectDifference, comparison: Comparison): Drafted {
  const { kind } = difference;
  const { setting } = comparison;
  switch (difference.is) {
    case 'missing':
      return steps([make(difference, setting), ...grantDrafts(kind, difference.wanted, difference.grants)]);
    case 'changed':
      return change(difference, comparison);
    case 'granted':
      return steps(grantDrafts(kind, difference.wanted, difference.grants));
    case 'surplus':
      return steps([...grantDrafts(kind, inScope(difference), difference.grants), ...leave(difference, setting)]);
  }
}

function steps(drafts: readonly Draft[]): Drafted {
  return { drafts, byHand: [] };
}

function make({ kind, scope, wanted }: Missing, setting: Setting): Draft {
  return {
    ...about(wanted, scope),
    action: 'add',
    commands: making(kind, wanted, setting),
    undo: removing(kind, wanted),
    reason: whyMade(scope),
    ...commandPlace('make', kind.noun),
  };
}

function change(difference: Changed, comparison: Comparison): Drafted {
  const { kind, wanted: object, held: there, changes } = difference;
  const { setting } = comparison;
  const isStuck = ({ parameter, to }: Changed['changes'][number]) => !canChange(kind, parameter, to, setting);
  const stuck = changes.filter(isStuck);
  if (stuck.length > 0 && !isFixed(kind, object.identity)) return steps(replace(difference, stuck, comparison));
  const at = stuck[0]?.at ?? object.at;
  const message = stuck.length > 0 && whyByHand(object.identity, stuck);
  return {
    drafts: changeDrafts(kind, { object, there, changes: changes.filter((one) => !stuck.includes(one)) }, setting),
    byHand: message ? [{ object: kind.noun, identity: object.identity, message, ...(at && { at }) }] : [],
  };
}

/** Removed and made anew in one go, or in two where its place is taken by another object that goes as well. */
function replace(
  { kind, wanted, held, changes }: Changed,
  stuck: Changed['changes'],
  comparison: Comparison,
): readonly Draft[] {
  const { setting } = comparison;
  // What nobody states and no default is known of stays as it was.
  const whole = { ...wanted, values: { ...unstated(held, wanted, changes), ...wanted.values } };
  const gone = removing(kind, wanted);
  const anew = making(kind, whole, setting);
  const back = making(kind, { ...held, identity: wanted.identity }, setting);
  const reason = whyReplaced(
    changes,
    stuck.map(({ parameter }) => parameter),
  );
  const at = stuck[0]?.at ?? wanted.at;
  const common = { object: kind.noun, identity: wanted.identity, ...(at && { at }), reason };
  if (!isInTheWay(wanted, held, comparison)) {
    const place = commandPlace('replace', kind.noun);
    return [{ ...common, action: 'replace', commands: [...gone, ...anew], undo: [...gone, ...back], ...place }];
  }
  return [
    { ...common, action: 'remove', commands: gone, undo: back, ...commandPlace('remove', kind.noun) },
    { ...common, action: 'add', commands: anew, undo: gone, ...commandPlace('make', kind.noun) },
  ];
}

function unstated(held: ServerObject, wanted: ServerObject, changes: Changed['changes']): ServerObject['values'] {
  const touched = new Set(changes.map(({ parameter }) => parameter));
  const kept = Object.entries(held.values).filter(([name]) => !touched.has(name) && !(name in wanted.values));
  return Object.fromEntries(kept);
}

/** Whether another object that stays holds what this one wants, or wants what this one holds. */
function isInTheWay(object: ServerObject, before: ServerObject, { wanted, held }: Comparison): boolean {
  return (
    hasRival(held, object, (other) => wanted.objects.has(stateKey(other))) ||
    hasRival(wanted, before, (other) => held.objects.has(stateKey(other)))
  );
}

function leave({ kind, scope, held, stays }: Surplus, setting: Setting): readonly Draft[] {
  const common = about(held, scope);
  if (stays === undefined) {
    const place = commandPlace('remove', kind.noun);
    const [commands, undo] = [removing(kind, held), making(kind, held, setting)];
    return [{ ...common, action: 'remove', commands, undo, reason: whyRemoved(scope), ...place }];
  }
  return changeDrafts(kind, { object: stays.wanted, there: held, changes: stays.changes }, setting).map((draft) => ({
    ...draft,
    ...common,
    reason: whySwitchedOff(scope),
  }));
}

function inScope({ held, scope: { at } }: Surplus): ServerObject {
  return { ...held, ...(at && { at }) };
}

function about({ noun, identity, at }: ServerObject, scope: Scope): Pick<Draft, 'object' | 'identity' | 'at'> {
  const place = at ?? scope.at;
  return { object: noun, identity, ...(place && { at: place }) };
}
