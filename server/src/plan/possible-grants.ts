import { code, say } from '../text/message.ts';
import { isGranted, type ServerObject, userKey } from './state.ts';
import type { Note } from './step.ts';

/** The objects with the grants that a server can make: of a policy that has to be granted, and one of a kind for each user. */
export function withPossibleGrants(objects: readonly ServerObject[]): {
  readonly objects: readonly ServerObject[];
  readonly leftOut: readonly Note[];
} {
  const policies = new Map<string, ServerObject>();
  const leftOut: Note[] = [];
  const possible = objects.map((policy) => {
    const { grantedTo, ...rest } = policy;
    if (grantedTo === undefined) return policy;
    const { noun, identity, at } = policy;
    const leave = (message: Note['message']) => leftOut.push({ message, ...(at && { at }) });
    if (!isGranted(policy)) {
      leave(say`${code(identity)} applies without being granted, so its ${code('grantedTo')} is left out.`);
      return rest;
    }
    const kept = grantedTo.filter((user) => {
      const key = `${noun} ${userKey(user)}`;
      const first = policies.get(key) ?? policy;
      policies.set(key, first);
      if (first !== policy)
        leave(
          say`${code(user)} can have one such policy and is granted ${code(first.identity)}, so not ${code(identity)}.`,
        );
      return first === policy;
    });
    return { ...policy, grantedTo: kept };
  });
  return { objects: possible, leftOut };
}
