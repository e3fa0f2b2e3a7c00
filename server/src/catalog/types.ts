import type { Catalog, FormerName, TypeId } from './catalog.generated.ts';
import { idsOf } from './ids.ts';

/** A federation type as somebody has named it: in the words of today, or of servers that came before. */
export interface NamedType {
  readonly id: TypeId;
  readonly former: FormerName | undefined;
}

/** The federation type that a word of any generation stands for. */
export function typeByTerm(catalog: Catalog, term: string): NamedType | undefined {
  for (const id of idsOf(catalog.types)) {
    if (term === id) return { id, former: undefined };
    const former = catalog.types[id].formerly.find((name) => name.term === term);
    if (former) return { id, former };
  }
  return undefined;
}
