import { each, type Leaf, type List, type Place, type Spec } from '../spec/model.ts';

/** The scope of a policy: everybody, a site, or those to whom a tag is granted. */
export type Scope =
  | { readonly kind: 'global' }
  | { readonly kind: 'site' | 'tag'; readonly name: string }
  | { readonly kind: 'other'; readonly prefix: string };

/** A policy of the spec with the scope it is named by. */
export interface ScopedPolicy extends Place {
  readonly identity: Leaf<string>;
  readonly scope: Scope;
  /** How many users and groups the spec grants it to. */
  readonly grantees: number;
  /** The noun of its cmdlets. */
  readonly noun: 'CsExternalAccessPolicy' | 'CsMobilityPolicy';
}

/** The scope that a policy is named by; the shell writes a tag also as `tag:NAME`. */
export function readScope(identity: string): Scope {
  const text = identity.trim();
  const colon = text.indexOf(':');
  if (colon < 0) return text.toLowerCase() === 'global' ? { kind: 'global' } : { kind: 'tag', name: text };
  const prefix = text.slice(0, colon).toLowerCase();
  const name = text.slice(colon + 1).trim();
  return (prefix === 'site' || prefix === 'tag') && name !== '' ? { kind: prefix, name } : { kind: 'other', prefix };
}

/** A scope in the form in which scopes compare. */
export function scopeKey(scope: Scope): string {
  return [scope.kind, 'name' in scope ? scope.name.toLowerCase() : ''].join(':');
}

/** The policies of the spec that have a scope, kind by kind. */
export function scopedPolicies({ policies }: Spec): readonly (readonly ScopedPolicy[])[] {
  const scoped = (list: readonly Policy[], noun: ScopedPolicy['noun']) =>
    list.flatMap(({ at, keyAt, path, identity, grantedTo }) => {
      if (identity === undefined) return [];
      return [{ at, keyAt, path, identity, scope: readScope(identity.value), grantees: each(grantedTo).length, noun }];
    });
  return [
    scoped(each(policies?.externalAccess), 'CsExternalAccessPolicy'),
    scoped(each(policies?.mobility), 'CsMobilityPolicy'),
  ];
}

type Policy = Place & { readonly identity?: Leaf<string>; readonly grantedTo?: List<string> };
