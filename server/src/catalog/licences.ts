import type { Catalog, LicenceId, PublicProvider } from './catalog.generated.ts';

/** The groups of licences that the provider needs and of which none is held. */
export function missingLicences(
  provider: PublicProvider,
  held: ReadonlySet<LicenceId>,
  day: string,
): readonly (readonly LicenceId[])[] {
  return requiredOn(provider, day).filter((group) => !group.some((licence) => held.has(licence)));
}

/** The groups of licences that the provider needs on the day (`YYYY-MM-DD`), one of each. */
export function requiredOn({ requires, formerly }: PublicProvider, day: string): readonly (readonly LicenceId[])[] {
  return formerly && day < formerly.before ? formerly.requires : requires;
}

/** Whether the licence could be bought or renewed on the day (`YYYY-MM-DD`). */
export function isSold(catalog: Catalog, licence: LicenceId, day: string): boolean {
  const { notSoldFrom } = catalog.licences[licence];
  return notSoldFrom === undefined || day < notSoldFrom;
}
