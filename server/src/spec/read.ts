import { hasParts } from '../text/parts.ts';
import { firstFrom } from '../text/range.ts';
import { readYaml } from '../yaml/blocks.ts';
import type { Blocks } from '../yaml/edited.ts';
import type { YamlFault } from '../yaml/parse.ts';
import { entryOf, type Mapping } from '../yaml/tree.ts';
import { type Extension, readExtended, type SpecPart } from './extended.ts';
import type { Fault, SchemaFault } from './faults.ts';
import { section, wrongNodes } from './located.ts';
import { faultsAround, faultsOfItems, longListsIn } from './long-lists.ts';
import type { Place, Spec } from './model.ts';
import { rootSchema } from './schema.ts';
import { validate } from './validate.generated.js';

/** A document read as a federation spec. */
export interface Source {
  readonly text: string;
  readonly root: Mapping | undefined;
  readonly spec: Spec;
  readonly faults: readonly Fault[];
  /** The files that it consists of, where it extends others. */
  readonly parts?: readonly SpecPart[];
  /** What was read, block by block: whoever reads the next version of the text hands it on. */
  readonly blocks: Blocks | undefined;
}

/** Reads a text as a federation spec, as far as it can be read. What stands in the version before is not read again. */
export function readSpec(text: string, before?: Pick<Source, 'blocks'>): Source {
  if (hasParts(text)) return asSpec(text, readExtended(text));
  const read = readYaml(text, before?.blocks);
  return asSpec(text, entryOf(read.root, 'extends') ? readExtended(text) : read);
}

type Read = Pick<Source, 'root' | 'parts'> & {
  readonly faults: readonly (YamlFault | Extension)[];
  readonly blocks?: Source['blocks'];
};

function asSpec(text: string, { root, faults, blocks, parts }: Read): Source {
  const { spec, faults: ofSchema } = specIn(root);
  const all = [...faults, ...outsideOfBroken(ofSchema, faults)];
  return { text, root, spec, blocks, faults: all, ...(parts && { parts }) };
}

/** What the file says by itself in which a place lies: in one that extends others, a path is none in all of it. */
export function rootAt({ root, parts }: Pick<Source, 'root' | 'parts'>, offset: number): Mapping | undefined {
  const part = parts?.find(({ start, text }) => start <= offset && offset <= start + text.length);
  return part ? part.root : root;
}

/** What a tree says as a spec, wherever it comes from. */
export function specIn(root: Mapping | undefined): { readonly spec: Spec; readonly faults: readonly SchemaFault[] } {
  const around = faultsAround(root, { schema: rootSchema, validate });
  const wrong = wrongNodes(around, root);
  const spec = root ? section(root, rootSchema, { keyAt: undefined, path: [] }, wrong) : nothing();
  if (!isSpec(spec)) throw new TypeError('the root of a spec is a mapping');
  return { spec, faults: [...around, ...(root ? faultsOfItems(longListsIn(root)) : [])] };
}

/** What stands for the spec where there is none: a text with nothing in it but perhaps a product that was told otherwise. */
export function emptySpec(text: string, product: string | undefined): Source {
  const place = nothing();
  const server = { ...place, path: ['server'], product: { ...place, path: ['server', 'product'], value: product } };
  const spec = product === undefined ? place : { ...place, server };
  if (!isSpec(spec)) throw new TypeError('the root of a spec is a mapping');
  return { text, root: undefined, spec, faults: [], blocks: undefined };
}

/** The faults that do not lie where the YAML itself is broken: what could be read there is not what was meant. */
export function outsideOfBroken(found: readonly SchemaFault[], ofYaml: readonly Fault[]): readonly SchemaFault[] {
  const broken = ofYaml
    .flatMap((fault) => (fault.kind === 'syntax' ? fault.reach : []))
    .toSorted((a, b) => a.start - b.start);
  if (broken.length === 0) return found;
  let furthest = 0;
  const ends = broken.map(({ end }) => {
    furthest = Math.max(furthest, end);
    return furthest;
  });
  return found.filter(({ at }) => {
    const before = firstFrom(broken, ({ start }) => start > at.end);
    return before === 0 || (ends[before - 1] ?? 0) < at.start;
  });
}

function nothing(): Place {
  return { at: { start: 0, end: 0 }, keyAt: undefined, path: [] };
}

/** The schema that let each value through is the one the type is generated from. */
export function isSpec(place: Place): place is Spec {
  return place.path.length === 0;
}
