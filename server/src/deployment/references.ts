import { providerByIdentity } from '../catalog/providers.ts';
import { referringTexts, textsAt } from '../spec/annotated.ts';
import { each, type Leaf, type Located, type Spec } from '../spec/model.ts';
import type { Certificate, EdgePool } from '../spec/spec.generated.ts';
import { hostKey } from '../text/host.ts';
import { nearest } from '../text/near.ts';
import type { GroundsWithFaults } from './grounds.ts';
import { openRequest } from './provisioning.ts';
import { serverNames } from './server-names.ts';

/** A name that stands for an entry elsewhere in the spec, where there is none. */
export interface LostReference {
  readonly leaf: Leaf<string>;
  /** Where the entries would be, by the keys on the way: `certificates.name`. */
  readonly to: readonly string[];
  /** The names that would lead somewhere, each once. */
  readonly names: readonly string[];
}

/** The references that lead nowhere. What could not be read might be what they lead to. */
export function lostReferences(spec: Spec, context: GroundsWithFaults): readonly LostReference[] {
  const isServer = serverNames(spec, context.catalog);
  return referringTexts(spec).flatMap(({ leaf, schema }): readonly LostReference[] => {
    const to = schema['x-refers-to'] ?? [];
    // A server among domains is out of place itself, which has a rule of its own.
    const isMisplaced = (name: string) => schema['x-name'] === 'domain' && isServer(name);
    const listed = to.flatMap((way) => textsAt(spec, way)).filter(({ value }) => !isMisplaced(value));
    const names = new Map(listed.map(({ value }) => [keyOf(value), value]));
    if (names.has(keyOf(leaf.value)) || isMisplaced(leaf.value) || to.some((way) => isHidden(way, context))) return [];
    return isJudged(leaf, { spec, context, known: names.size > 0 }) ? [{ leaf, to, names: [...names.values()] }] : [];
  });
}

/** The certificate that a pool names; where the name leads nowhere, the one that was meant, if that can be told. */
export function certificateOf({ certificate }: Located<EdgePool>, spec: Spec): Located<Certificate> | undefined {
  if (certificate === undefined) return undefined;
  const all = each(spec.certificates);
  const named = (name: string) => all.find((one) => one.name !== undefined && keyOf(one.name.value) === keyOf(name));
  const found = named(certificate.value);
  if (found) return found;
  const meant = nearest(
    certificate.value,
    all.flatMap(({ name }) => name?.value ?? []),
  );
  if (meant !== undefined) return named(meant);
  return all.length === 1 ? all[0] : undefined;
}

/** Names of entries compare without case, as names of hosts do. */
function keyOf(name: string): string {
  return hostKey(name.trim());
}

/** Whether an entry with the name may stand where something could not be read. */
function isHidden(way: string, { faults }: GroundsWithFaults): boolean {
  const steps = way.split('.');
  return faults.some((fault) => {
    if (fault.kind === 'syntax') return true;
    const path = fault.path.filter((step) => typeof step === 'string');
    const last = fault.kind === 'missing-key' ? fault.key : path.pop();
    if (!path.every((step, i) => step === steps[i])) return false;
    const wanted = steps[path.length];
    return fault.kind === 'unknown-key' ? fault.meant === wanted : last === wanted;
  });
}

/**
 * Whether a reference can be judged. A certificate has its name in the spec alone. What a request names is there in the world, too:
 * it is held against what the spec lists, as long as there is somebody to send it to, and a provider is known by its name.
 */
function isJudged(
  { path, value }: Leaf<string>,
  { spec, context, known }: { readonly spec: Spec; readonly context: GroundsWithFaults; readonly known: boolean },
): boolean {
  if (path[0] !== 'provisioning') return true;
  const isProvider = path[1] === 'providers' && providerByIdentity(context.catalog, value) !== undefined;
  return known && !isProvider && openRequest(spec, context) !== undefined;
}
