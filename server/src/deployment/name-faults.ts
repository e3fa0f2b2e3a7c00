import { type AnnotatedText, dnsNames, type Items } from '../spec/annotated.ts';
import type { Fault } from '../spec/faults.ts';
import { each, type Place, type Spec } from '../spec/model.ts';
import { fieldOf, plainValue } from '../spec/noun-sections.ts';
import { rootSchema, type Schema, schemaAt } from '../spec/schema.ts';
import { faultsThat, isUnreadable } from '../spec/unreadable.ts';
import { isAddress } from '../text/address.ts';
import { hostKey } from '../text/host.ts';
import { once } from '../text/once.ts';
import type { Range } from '../text/range.ts';
import type { Path } from '../yaml/tree.ts';
import { bestTarget, federationSrvs } from './federation-srv.ts';
import type { GroundsWithFaults } from './grounds.ts';
import { isPrivateName } from './public-names.ts';
import { lostReferences } from './references.ts';
import { serverNames } from './server-names.ts';

/** What keeps a text from being the name of a host or domain in federation. */
export type NameFault = { readonly at: Range; readonly path: Path; readonly value: string } & (
  | { readonly kind: 'underscore' | 'label' }
  | { readonly kind: 'long'; readonly length: number; readonly most: number }
  | { readonly kind: 'address'; readonly of: string }
  | { readonly kind: 'inner'; readonly isPinned: boolean }
  | { readonly kind: 'own-domain'; readonly host: string }
);

/** The names of the spec that have a wrong form, in every key that takes a name: one fault each. */
export function nameFaults(spec: Spec, context: GroundsWithFaults, items: Items = each): readonly NameFault[] {
  const judge = judgeOf(spec, context);
  const isAddressForName = (fault: Fault) => addressForName(fault, rootSchema) !== undefined;
  const addresses = faultsThat('address for name', context.faults, isAddressForName).flatMap(
    (fault) => addressForName(fault, rootSchema) ?? [],
  );
  // A reference that leads nowhere is told as such, with the name that was meant.
  const lost = once(() => new Set(lostReferences(spec, context).map(({ leaf }) => leaf)));
  const others = dnsNames(spec, items).flatMap((text) => {
    const { at, path, value } = text.leaf;
    const fault = hostKey(value) === '' ? undefined : judge(text);
    return fault && !lost().has(text.leaf) ? [{ at, path, value, ...fault }] : [];
  });
  return [...addresses, ...others];
}

/** A fault that is an address where a name belongs: that says more than what the schema wants. */
export function addressForName(fault: Fault, root: Schema): NameFault | undefined {
  if (fault.kind !== 'unknown-value' || typeof fault.value !== 'string' || !isAddress(fault.value)) return undefined;
  const { at, path, value } = fault;
  const schema = schemaAt(path, root);
  const of = schema?.properties?.[schema['x-shorthand'] ?? '']?.['x-name'] ?? schema?.['x-name'];
  return of === undefined ? undefined : { kind: 'address', of, at, path, value };
}

type Kind<F = NameFault> = F extends NameFault ? Omit<F, 'at' | 'path' | 'value'> : never;

function judgeOf(spec: Spec, { catalog, faults }: GroundsWithFaults): (text: AnnotatedText) => Kind | undefined {
  const isServer = once(() => serverNames(spec, catalog));
  const own = once(() =>
    each(spec.domains?.sip).flatMap(({ identity }) => (identity ? [hostKey(identity.value)] : [])),
  );
  // The target of a federation record has a rule of its own, which knows the right one.
  const targets = once(() => {
    const records = [...federationSrvs(spec, catalog), ...federationSrvs(spec, catalog, 'internal')];
    return new Set(records.map(({ target }) => target));
  });
  const most = catalog.limits['domain-name-length'].value;
  return ({ leaf, schema, holder }) => {
    const key = hostKey(leaf.value);
    const of = schema['x-name'] ?? 'host';
    if (key.length > most) return { kind: 'long', length: key.length, most };
    if (key.includes('_')) return { kind: 'underscore' };
    if (leaf.path[0] === 'dns' && targets().has(leaf)) return undefined;
    if (isAddress(leaf.value)) return { kind: 'address', of };
    const isPublic = schema['x-public'] === true && !isInside(holder);
    if (!key.includes('.'))
      return isPublic || (of === 'host' && leaf.path[0] !== 'dns') ? { kind: 'label' } : undefined;
    if (!isPublic) return undefined;
    if (of === 'host' && leaf.path[0] !== 'dns' && own().includes(key) && !isServer()(key))
      return { kind: 'own-domain', host: bestTarget(spec, catalog, key) };
    return isPrivateName(catalog, key) &&
      !own().some((domain) => isPrivateName(catalog, domain) && isUnder(key, domain))
      ? innerName(leaf, { holder, faults })
      : undefined;
  };
}

/** A pin does without the public records of the partner: its domain is looked up by nobody, its host in a zone that both may have. */
function innerName(
  { path }: AnnotatedText['leaf'],
  { holder, faults }: { readonly holder: Place; readonly faults: readonly Fault[] },
): Kind | undefined {
  if (path[0] !== 'domains') return { kind: 'inner', isPinned: false };
  if (path.at(-1) === 'proxyFqdn') return { kind: 'inner', isPinned: true };
  const isPinned = fieldOf(holder, 'proxyFqdn') !== undefined || isUnreadable(faults, [...holder.path, 'proxyFqdn']);
  return !isPinned ? { kind: 'inner', isPinned: false } : undefined;
}

/** Whether what holds a name is for the inner network: a record of the inner zone, a provider on the own servers. */
function isInside(holder: Place): boolean {
  const says = (key: string) => {
    const field = fieldOf(holder, key);
    return field && plainValue(field);
  };
  return says('view') === 'internal' || says('isLocal') === true;
}

/** A private own domain is the mistake of that domain, not of each name in it. */
function isUnder(name: string, domain: string): boolean {
  return name === domain || name.endsWith(`.${domain}`);
}
