import type { Catalog } from '../catalog/catalog.generated.ts';
import type { Place, Spec } from '../spec/model.ts';
import { fieldOf, isList, type NounSection, nounSections, sectionIn } from '../spec/noun-sections.ts';
import { oneByOne, said } from '../spec/observed.ts';
import { derived } from '../text/derived.ts';
import { parametersNamed, type ServerVersion, type VersionGap, versionGap, writers } from './version-gap.ts';

/** A spec with the server that it is for. */
export interface SpecOfServer {
  readonly spec: Spec;
  readonly catalog: Catalog;
  readonly server: ServerVersion;
}

/** Keys of parameters the server lacks; the whole section where it lacks the noun. */
export function* gapsInSections({ spec, catalog, server }: SpecOfServer): Iterable<{ place: Place; gap: VersionGap }> {
  for (const { section, whole, keys } of gapsOf(catalog, server)) {
    const found = sectionIn(spec, section);
    if (found === undefined) continue;
    if (whole && (!isList(found) || said(found).length > 0)) yield { place: found, gap: whole };
    for (const [key, gap] of keys) {
      for (const object of isList(found) ? oneByOne(found) : [found]) {
        const place = fieldOf(object, key);
        if (place) yield { place, gap };
      }
    }
  }
}

/** What a server lacks of a section: all of it, or some keys. */
interface SectionGaps {
  readonly section: NounSection;
  readonly whole: VersionGap | undefined;
  readonly keys: ReadonlyMap<string, VersionGap>;
}

/** The sections of the format of which a server lacks something; the same for each version of a spec. */
function gapsOf(catalog: Catalog, server: ServerVersion): readonly SectionGaps[] {
  const known = gapsByServer(catalog);
  const id = `${server.product} ${server.installedUpdate}`;
  const gaps = known.get(id) ?? nounSections.flatMap((section) => gapsIn(section, catalog, server));
  known.set(id, gaps);
  return gaps;
}

const gapsByServer = derived((_catalog: Catalog) => new Map<string, readonly SectionGaps[]>());

function gapsIn(section: NounSection, catalog: Catalog, server: ServerVersion): readonly SectionGaps[] {
  const cmdlets = writers(section.noun);
  const whole = versionGap(catalog, cmdlets, server);
  if (whole) return [{ section, whole, keys: new Map() }];
  const keys = [...section.parameters].flatMap(([key, name]) => {
    const gap = versionGap(catalog, parametersNamed(cmdlets, name), server);
    return gap ? [[key, gap] as const] : [];
  });
  return keys.length > 0 ? [{ section, whole, keys: new Map(keys) }] : [];
}
