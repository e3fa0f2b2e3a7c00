import { nouns } from '../catalog/nouns.ts';
import { commandPlace, type Phase, phaseOf } from '../catalog/order.ts';
import type { Change } from './changes.ts';
import { changing, making, removing } from './commands.ts';
import { canChange, isFixed, isForbidden, type Kind, type Setting } from './kinds.ts';
import { whyChanged } from './reasons.ts';
import type { ServerObject } from './state.ts';
import type { Draft } from './step.ts';

/** An object as it is to be, and as it is. */
export interface Pair {
  readonly object: ServerObject;
  readonly there: ServerObject;
}

/** The commands that change an object in place: what shuts a gate first, what opens one last. */
export function changeDrafts(
  kind: Kind,
  { object, there, changes }: Pair & { readonly changes: readonly Change[] },
  setting: Setting,
): readonly Draft[] {
  let before = there;
  return parts(kind, changes).flatMap(({ phase, part }) => {
    const values = Object.fromEntries(part.map(({ parameter, to }) => [parameter, to]));
    const held = before;
    before = { ...held, values: { ...held.values, ...values } };
    const { identity } = object;
    const at = part[0]?.at ?? object.at;
    const commands = changing(kind, { identity, values, after: before.values }, setting);
    if (commands.length === 0) return [];
    const draft: Draft = {
      object: kind.noun,
      identity,
      ...(at && { at }),
      action: 'change',
      commands,
      undo: changedBack(kind, { object, there: held, changes: part }, setting),
      reason: whyChanged(part),
      ...commandPlace('change', kind.noun, phase),
    };
    return [draft];
  });
}

/** An object with lists of its own decides alone, so that one command does not part what belongs together. */
function parts(kind: Kind, changes: readonly Change[]): readonly { phase: Phase; part: readonly Change[] }[] {
  const phases = new Set(changes.map(({ parameter, to }) => phaseOf(kind.noun, parameter, to)));
  const isMixed = phases.has('close') && phases.has('open');
  if (kind.noun === nouns.tenantFederation) {
    const [only = 'between'] = phases.size === 1 ? phases : [];
    return changes.length === 0 ? [] : [{ phase: only, part: changes }];
  }
  if (!isMixed) {
    const phase = phases.has('close') ? 'close' : phases.has('open') ? 'open' : 'between';
    return changes.length === 0 ? [] : [{ phase, part: changes }];
  }
  const closes = (one: Change) => phaseOf(kind.noun, one.parameter, one.to) === 'close';
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
