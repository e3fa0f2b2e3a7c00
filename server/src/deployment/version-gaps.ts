import type { Catalog } from '../catalog/catalog.generated.ts';
import type { Place, Spec } from '../spec/model.ts';
import { fieldOf, nounSections, objectsOf } from '../spec/noun-sections.ts';
import { parametersNamed, type ServerVersion, type VersionGap, versionGap, writers } from './version-gap.ts';

/** A spec with the server that it is for. */
export interface SpecOfServer {
  readonly spec: Spec;
  readonly catalog: Catalog;
  readonly server: ServerVersion;
}

/** Keys of parameters the server lacks; the whole section where it lacks the noun. */
export function* gapsInSections({ spec, catalog, server }: SpecOfServer): Iterable<{ place: Place; gap: VersionGap }> {
  for (const described of nounSections) {
    const found = objectsOf(spec, described);
    if (found === undefined || found.objects.length === 0) continue;
    const cmdlets = writers(described.noun);
    const nounGap = versionGap(catalog, cmdlets, server);
    if (nounGap) {
      yield { place: found.section, gap: nounGap };
      continue;
    }
    for (const [key, name] of described.parameters) {
      const gap = versionGap(catalog, parametersNamed(cmdlets, name), server);
      if (gap === undefined) continue;
      for (const object of found.objects) {
        const place = fieldOf(object, key);
        if (place) yield { place, gap };
      }
    }
  }
}
