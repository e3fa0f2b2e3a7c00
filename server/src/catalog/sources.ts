import type { Catalog, Source, SourceId } from './catalog.generated.ts';

/** The documents behind a fact, in the order it names them. */
export function sourcesOf(catalog: Catalog, fact: { readonly sources: readonly SourceId[] }): readonly Source[] {
  return fact.sources.map((id) => catalog.sources[id]);
}

/** The day on which a fact was last confirmed as a whole: that of the document of its own that was read the longest ago. */
export function confirmedOn(catalog: Catalog, fact: { readonly sources: readonly SourceId[] }): string | undefined {
  return sourcesOf(catalog, fact)
    .map(({ confirmed }) => confirmed)
    .toSorted()[0];
}
