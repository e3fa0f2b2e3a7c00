import type { ProductId } from '../catalog/catalog.generated.ts';
import type { CommandValue } from '../cmdlets/command.ts';
import { GLOBAL } from '../cmdlets/effect.ts';
import { objectKey } from '../spec/names.ts';
import type { Message } from '../text/message.ts';
import type { Range } from '../text/range.ts';
import type { Path } from '../yaml/tree.ts';

/** What a server holds, or is to hold. A spec, a capture and a folder of scripts all come down to this. */
export interface State {
  /** The server; absent where it is not known. */
  readonly server?: Server;
  /** The nouns it speaks of. Of these it is the whole truth, also where there are no objects; of others it says nothing. */
  readonly scopes: readonly Scope[];
  readonly objects: readonly ServerObject[];
  /** What ails the servers, of which no spec speaks: what they do may differ from what is told here. */
  readonly ailments?: readonly Message[];
}

/** The server, as far as cmdlets depend on it. */
export interface Server {
  readonly product: ProductId;
  readonly installedUpdate?: number | undefined;
}

/** A noun that a state speaks of. */
export interface Scope {
  readonly noun: string;
  /** It speaks only of the objects it names, so that others may exist beside them. */
  readonly partial?: true;
  /** The section of the spec, and where it stands. */
  readonly path?: Path;
  readonly at?: Range;
}

/** One object of a server: what `Get-CsPublicProvider -Identity Skype` prints. */
export interface ServerObject {
  /** Without its verb: `CsPublicProvider`. */
  readonly noun: string;
  /** As written; `sameObject` compares. `global` where there is only one. */
  readonly identity: string;
  /** By parameter, its identity left out. `null` is empty; what is absent is not known, or as the server makes it. */
  readonly values: Readonly<Record<string, CommandValue | null>>;
  /** Parameters that are not shown, or in a way nobody could read: they are left as they are. */
  readonly unread?: readonly string[];
  /** To whom a policy is granted; absent where that is not known. */
  readonly grantedTo?: readonly string[];
  /** Where it stands in the spec, and each value of it. */
  readonly at?: Range;
  readonly path?: Path;
  readonly valuesAt?: Readonly<Record<string, Range>>;
  /** Properties of a captured object that no part of a spec stands for. */
  readonly aside?: Readonly<Record<string, unknown>>;
}

/** What an object is known by: its noun and its name, in which case, a trailing dot and `tag:` do not count. */
export function stateKey({ noun, identity }: Pick<ServerObject, 'noun' | 'identity'>): string {
  return `${noun} ${objectKey(identity)}`;
}

/** The objects of a state by `stateKey`; the first of two with one name counts. */
export function byKey(objects: readonly ServerObject[]): ReadonlyMap<string, ServerObject> {
  const known = new Map<string, ServerObject>();
  for (const object of objects) if (!known.has(stateKey(object))) known.set(stateKey(object), object);
  return known;
}

/** What a user is known by. */
export function userKey(user: string): string {
  return user.trim().toLowerCase().replace(/^sip:/, '');
}

/** Whether a policy applies to whom it is granted; the global one and those of sites apply by themselves. */
export function isGranted({ identity }: Pick<ServerObject, 'identity'>): boolean {
  return objectKey(identity) !== GLOBAL && !/^site:/i.test(identity);
}

/** The scope of a noun, where a state speaks of it. */
export function scopeOf({ scopes }: State, noun: string): Scope | undefined {
  return scopes.find((scope) => scope.noun === noun);
}
