import { commandPlace } from '../catalog/order.ts';
import { code, say } from '../text/message.ts';
import { granting } from './commands.ts';
import type { Kind } from './kinds.ts';
import { policyOf, type Side } from './side.ts';
import { isGranted, type ServerObject, userKey } from './state.ts';
import type { Draft, Note } from './step.ts';

/** One user who is to have another policy than they have; `to` is null where they are to have none of their own. */
export interface Grant {
  readonly user: string;
  /** Undefined where there is none, or it is not known. */
  readonly from: string | undefined;
  readonly to: string | null;
}

interface Sides {
  readonly wanted: Side;
  /** Absent where nobody has looked. */
  readonly held?: Side;
}

/**
 * Who is to be granted a policy, and from whom it is to be taken. Who goes from one policy to another is told once, at the one
 * they are to have.
 */
export function grantsBetween(
  kind: Kind,
  { wanted, held }: { readonly wanted: ServerObject | undefined; readonly held: ServerObject | undefined },
  sides: Sides,
): readonly Grant[] {
  const policy = wanted ?? held;
  if (kind.grant === undefined || policy === undefined || !isGranted(policy)) return [];
  const want = wanted === undefined ? [] : wanted.grantedTo;
  const have = held === undefined ? [] : held.grantedTo;
  if (want === undefined || have === undefined) return [];
  const name = policyName(policy);
  const given = missingFrom(have, want).map((user) => {
    const before = sides.held && policyOf(sides.held, kind.noun, user);
    return { user, from: before && policyName(before), to: name };
  });
  const taken = missingFrom(want, have)
    .filter((user) => policyOf(sides.wanted, kind.noun, user) === undefined)
    .map((user) => ({ user, from: name, to: null }));
  return [...given, ...taken];
}

/** The steps that grant a policy to whom the spec names, and take it from all others. */
export function grantDrafts(kind: Kind, policy: ServerObject, grants: readonly Grant[]): readonly Draft[] {
  const { noun: object, identity, at } = policy;
  return grants.map(({ user, from, to }) => ({
    action: 'change',
    object,
    identity,
    commands: granting(kind, user, to),
    undo: granting(kind, user, from ?? null),
    reason: to === null ? say`The spec grants it to ${code(user)} no more.` : say`The spec grants it to ${code(user)}.`,
    ...(at && { at }),
    ...commandPlace(to === null ? 'ungrant' : 'grant', object),
  }));
}

/** Said where a spec grants a policy, and the capture does not say who has it. */
export function unknownGrants(wanted: ServerObject, held: ServerObject | undefined): readonly Note[] {
  if (wanted.grantedTo === undefined || held === undefined || held.grantedTo !== undefined) return [];
  const { at } = wanted;
  return [
    {
      message: say`The capture does not say to whom ${code(wanted.identity)} is granted, so its grants are not compared.`,
      ...(at && { at }),
    },
  ];
}

function policyName({ identity }: ServerObject): string {
  return identity.replace(/^tag:/i, '');
}

function missingFrom(have: readonly string[], want: readonly string[]): readonly string[] {
  const known = new Set(have.map(userKey));
  return [...new Map(want.map((user) => [userKey(user), user])).values()].filter((user) => !known.has(userKey(user)));
}
