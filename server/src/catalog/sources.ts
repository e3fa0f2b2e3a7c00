import type { Catalog, Source, SourceId } from './catalog.generated.ts';

/** The documents behind a fact, in the order it names them. */
export function sourcesOf(catalog: Catalog, fact: { readonly sources: readonly SourceId[] }): readonly Source[] {
  return fact.sources.map((id) => catalog.sources[id]);
}
