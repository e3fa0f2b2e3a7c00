import type { Command } from '../cmdlets/command.ts';
import { GLOBAL, objectKey } from '../cmdlets/effect.ts';
import { code, say } from '../text/message.ts';
import { granting } from './commands.ts';
import type { Kind } from './kinds.ts';
import { placeOf } from './order.ts';
import type { ServerObject, State } from './state.ts';
import type { Draft, Note } from './step.ts';

/** What grants are compared with: the policy as declared and as held, and all policies of both sides. */
export interface GrantContext {
  readonly declared: State;
  /** Absent where nobody has looked. */
  readonly live?: State;
}

/** The steps that grant a policy to whom the spec names, and take it from all others. */
export function grantDrafts(
  kind: Kind,
  { wanted, held }: { readonly wanted: ServerObject | undefined; readonly held: ServerObject | undefined },
  { declared, live }: GrantContext,
): readonly Draft[] {
  const policy = wanted ?? held;
  if (kind.grant === undefined || policy === undefined || !isGranted(policy)) return [];
  const want = wanted === undefined ? [] : wanted.grantedTo;
  const have = held === undefined ? [] : held.grantedTo;
  if (want === undefined || have === undefined) return [];
  const given = missingFrom(have, want).map((user) =>
    grantDraft(kind, policy, { user, to: nameOf(policy), from: holderOf(kind, live, user) }),
  );
  const taken = missingFrom(want, have)
    .filter((user) => holderOf(kind, declared, user) === undefined)
    .map((user) => grantDraft(kind, policy, { user, to: null, from: nameOf(policy) }));
  return [...given, ...taken];
}

/** Said where a spec grants a policy, and the capture does not say who has it. */
export function grantNotes(wanted: ServerObject, held: ServerObject): readonly Note[] {
  if (wanted.grantedTo === undefined || held.grantedTo !== undefined || !isGranted(wanted)) return [];
  const { at } = wanted;
  return [
    {
      message: say`The capture does not say to whom ${code(wanted.identity)} is granted, so no grants of it are planned.`,
      ...(at && { at }),
    },
  ];
}

interface Grant {
  readonly user: string;
  readonly from: string | undefined;
  readonly to: string | null;
}

function grantDraft(kind: Kind, policy: ServerObject, { user, from, to }: Grant): Draft {
  const { at } = policy;
  const commands: readonly Command[] = granting(kind, user, to);
  return {
    action: 'change',
    object: kind.noun,
    identity: policy.identity,
    commands,
    undo: granting(kind, user, from ?? null),
    reason: to === null ? say`The spec grants it to ${code(user)} no more.` : say`The spec grants it to ${code(user)}.`,
    ...(at && { at }),
    ...placeOf(to === null ? 'ungrant' : 'grant', kind.noun),
  };
}

/** The policy of the kind that a state grants to a user. */
function holderOf({ noun }: Kind, state: State | undefined, user: string): string | undefined {
  const holder = state?.objects.find(
    (one) => one.noun === noun && one.grantedTo?.some((other) => userKey(other) === userKey(user)),
  );
  return holder && nameOf(holder);
}

/** The global policy and those of sites apply by themselves. */
function isGranted({ identity }: ServerObject): boolean {
  return objectKey(identity) !== GLOBAL && !/^site:/i.test(identity);
}

function nameOf({ identity }: ServerObject): string {
  return identity.replace(/^tag:/i, '');
}

function missingFrom(have: readonly string[], want: readonly string[]): readonly string[] {
  const known = new Set(have.map(userKey));
  return [...new Map(want.map((user) => [userKey(user), user])).values()].filter((user) => !known.has(userKey(user)));
}

function userKey(user: string): string {
  return user.trim().toLowerCase().replace(/^sip:/, '');
}
