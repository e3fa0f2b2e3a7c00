import { claimsOf } from './claims.ts';
import { routesByDefault } from './routing.ts';
import { byKey, type ServerObject, type State, stateKey, userKey } from './state.ts';

/** A state, ordered by what a comparison asks of it: an answer costs the same however much there is. */
export interface Side {
  readonly objects: ReadonlyMap<string, ServerObject>;
  readonly byNoun: ReadonlyMap<string, ReadonlyMap<string, ServerObject>>;
  /** Who wants or holds what only one object can have. */
  readonly claimants: ReadonlyMap<string, readonly ServerObject[]>;
  /** The policy that a user is granted. */
  readonly policies: ReadonlyMap<string, ServerObject>;
  /** There can be no providers beside a default route. */
  readonly hasDefaultRoute: boolean;
}

/** A state as one side of a comparison. */
export function sideOf(state: State): Side {
  const objects = byKey(state.objects);
  const byNoun = new Map<string, Map<string, ServerObject>>();
  const claimants = new Map<string, ServerObject[]>();
  const policies = new Map<string, ServerObject>();
  for (const [key, object] of objects) {
    entryOf(byNoun, object.noun, () => new Map()).set(key, object);
    for (const claim of claimsOf(object)) entryOf(claimants, claim, () => []).push(object);
    for (const user of object.grantedTo ?? []) entryOf(policies, holderKey(object.noun, user), () => object);
  }
  return { objects, byNoun, claimants, policies, hasDefaultRoute: state.objects.some(routesByDefault) };
}

/** The objects of a noun. */
export function objectsOf({ byNoun }: Side, noun: string): ReadonlyMap<string, ServerObject> {
  return byNoun.get(noun) ?? new Map<string, ServerObject>();
}

/** The policy of a kind that a user is granted. */
export function policyOf({ policies }: Side, noun: string, user: string): ServerObject | undefined {
  return policies.get(holderKey(noun, user));
}

/** Whether another object, of which something is true, has what only one can have, and this one has. */
export function hasRival({ claimants }: Side, object: ServerObject, is: (rival: ServerObject) => boolean): boolean {
  const own = stateKey(object);
  return claimsOf(object).some((claim) => claimants.get(claim)?.some((one) => stateKey(one) !== own && is(one)));
}

function entryOf<T>(map: Map<string, T>, key: string, first: () => T): T {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = first();
  map.set(key, made);
  return made;
}

function holderKey(noun: string, user: string): string {
  return `${noun} ${userKey(user)}`;
}
