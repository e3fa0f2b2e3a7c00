import type { Catalog } from '../catalog/catalog.generated.ts';
import { cmdlet, parameter } from '../catalog/cmdlets.ts';
import { atLeast } from '../catalog/products.ts';
import type { Spec } from '../spec/model.ts';
import type { VerificationLevel } from '../spec/spec.generated.ts';
import { shellServer } from './version-gap.ts';

/** The verification levels that a public provider can well have on the server of the spec: those it does not deprecate. */
export function currentLevels(spec: Spec, catalog: Catalog): readonly VerificationLevel[] {
  const server = shellServer(spec, catalog);
  const creation = cmdlet('New-CsPublicProvider');
  const {
    values = [],
    deprecatedValues = [],
    deprecatedFrom,
  } = (creation && parameter(creation, 'VerificationLevel')) ?? {};
  const isNew =
    server !== undefined && deprecatedFrom !== undefined && atLeast(catalog, server.product, deprecatedFrom);
  return LEVELS.filter((level) => values.includes(level) && !(isNew && deprecatedValues.includes(level)));
}

/** The one that tells verified senders from others comes first. */
const LEVELS: readonly VerificationLevel[] = ['UseSourceVerification', 'AlwaysVerifiable', 'AlwaysUnverifiable'];
