import type { Catalog, LicenceId } from '../../catalog/catalog.generated.ts';
import { idsOf } from '../../catalog/ids.ts';
import { isSold, missingLicences } from '../../catalog/licences.ts';
import { activeProviders } from '../../deployment/public-providers.ts';
import { switchingOff } from '../../edits/public-provider.ts';
import { keyRange, type Spec } from '../../spec/model.ts';
import { code, type Message, prose, say } from '../../text/message.ts';
import type { Rule } from '../rule.ts';

export const providerLicenceMissing: Rule = {
  id: 'provider-licence-missing',
  summary: say`An enabled public provider without a licence it needs.`,
  severity: 'error',
  facts: ['providers', 'licences', 'milestones.pic-usl-for-yahoo-only'],
  misses: ['licensing'],

  *check(spec, { catalog, asOf }) {
    const { licensing } = spec;
    const held = heldLicences(spec, catalog);
    for (const active of activeProviders(spec, { catalog, asOf })) {
      // A spec without `licensing` says nothing about what comes with the users; what is bought on top must be stated.
      const missing = (active.known ? missingLicences(active.known, held, asOf) : []).filter(
        (group) => licensing !== undefined || group.every((id) => isExtra(catalog, id)),
      );
      if (missing.length === 0) continue;
      const withdrawn = missing.flat().find((id) => !isSold(catalog, id, asOf));
      yield {
        at: active.identity.at,
        message: say`${code(active.identity.value)} is not licensed: the spec states no ${either(missing, catalog)}. State it under ${code('licensing')} if it is held, or disable the provider.`,
        ...(withdrawn && { note: notSold(withdrawn, catalog) }),
        related: licensing ? [{ at: keyRange(licensing), message: say`The licences are stated here.` }] : [],
        fixes: [switchingOff([active], spec, catalog)],
      };
    }
  },
};

/** The licences that the spec states, and those they are sold on top of unless the spec denies them. */
function heldLicences({ licensing }: Spec, catalog: Catalog): ReadonlySet<LicenceId> {
  const stated = idsOf(catalog.licences).map((id) => ({ id, place: licensing?.[catalog.licences[id].specKey] }));
  const denied = stated.filter(({ place }) => place && 'value' in place && place.value === false).map(({ id }) => id);
  const held = stated.filter(({ id, place }) => place !== undefined && !denied.includes(id)).map(({ id }) => id);
  const implied = held.flatMap((id) => catalog.licences[id].onTopOf ?? []);
  return new Set([...held, ...implied.filter((id) => !denied.includes(id))]);
}

function isExtra(catalog: Catalog, id: LicenceId): boolean {
  return catalog.licences[id].onTopOf !== undefined;
}

/** One of each group: `A or B and no C`. */
function either(groups: readonly (readonly LicenceId[])[], catalog: Catalog): Message {
  const name = (id: LicenceId) => prose(catalog.licences[id].name);
  return groups
    .map((group) => group.map(name).reduce((names, next) => say`${names} or ${next}`))
    .reduce((names, next) => say`${names} and no ${next}`);
}

function notSold(id: LicenceId, catalog: Catalog): Message {
  const { name, notSoldFrom = '' } = catalog.licences[id];
  return say`The ${prose(name)} has not been sold since ${notSoldFrom}.`;
}
