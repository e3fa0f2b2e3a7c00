import type { Catalog } from '../catalog/catalog.generated.ts';
import { idsOf } from '../catalog/ids.ts';
import { each, type Leaf, type Spec } from '../spec/model.ts';
import { hostKey } from '../text/host.ts';
import { activeProviders } from './public-providers.ts';
import type { Context } from './rule.ts';

type Judged = Pick<Context, 'catalog' | 'asOf'>;

/** The names of all partners and providers of the spec that can be reached only while federation is on. */
export function reachedByFederation(spec: Spec, context: Judged): readonly Leaf<string>[] {
  const hosting = each(spec.providers?.hosting).filter(({ enabled }) => enabled?.value === true);
  const providers = [...activeProviders(spec, context), ...hosting].flatMap(({ identity }) => identity ?? []);
  return [...partnerDomains(spec), ...providers];
}

/** The domains of the partners the spec names: allowed, discovered and XMPP ones. */
export function partnerDomains({ domains }: Spec): readonly Leaf<string>[] {
  return [...each(domains?.allowed), ...each(domains?.discovered), ...each(domains?.xmpp)].flatMap(
    ({ domain }) => domain ?? [],
  );
}

/** Partner domains that stand for people; those of a cloud service, such as push notifications, are left out. */
export function partnersOfPeople(spec: Spec, catalog: Catalog): readonly Leaf<string>[] {
  const services = new Set(
    idsOf(catalog.hosting).flatMap((id) => (catalog.hosting[id].allowedDomains ?? []).map(hostKey)),
  );
  return partnerDomains(spec).filter(({ value }) => !services.has(hostKey(value)));
}
