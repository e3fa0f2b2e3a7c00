import { firstFrom } from '../text/range.ts';
import { readYaml } from '../yaml/blocks.ts';
import type { Blocks } from '../yaml/edited.ts';
import { counted, type Mapping, type Node, nodeAt, type Scalar, type Sequence } from '../yaml/tree.ts';
import type { Fault, SchemaFault } from './faults.ts';
import type { Place, Spec } from './model.ts';
import { below, rootSchema, type Schema } from './schema.ts';
import { schemaFaults } from './schema-faults.ts';
import { validate } from './validate.generated.js';

/** A document read as a federation spec. */
export interface Source {
  readonly text: string;
  readonly root: Mapping | undefined;
  readonly spec: Spec;
  readonly faults: readonly Fault[];
  /** What was read, block by block: whoever reads the next version of the text hands it on. */
  readonly blocks: Blocks | undefined;
}

/** Reads a text as a federation spec, as far as it can be read. What stands in the version before is not read again. */
export function readSpec(text: string, before?: Pick<Source, 'blocks'>): Source {
  const { root, faults, blocks } = readYaml(text, before?.blocks);
  const { spec, faults: ofSchema } = specIn(root);
  return { text, root, spec, blocks, faults: [...faults, ...outsideOfBroken(ofSchema, faults)] };
}

/** What a tree says as a spec, wherever it comes from. */
export function specIn(root: Mapping | undefined): { readonly spec: Spec; readonly faults: readonly SchemaFault[] } {
  const faults = schemaFaults(root, { schema: rootSchema, validate });
  const wrong = new Set(faults.flatMap(({ kind, path }) => (kind === 'missing-key' ? [] : (nodeAt(root, path) ?? []))));
  const spec = root ? section(root, rootSchema, { keyAt: undefined, path: [] }, wrong) : nothing();
  if (!isSpec(spec)) throw new TypeError('the root of a spec is a mapping');
  return { spec, faults };
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

type Wrong = ReadonlySet<Node>;
/** Where a node stands; written out where places are made, of which a text has very many: what is spread takes twice the room. */
type Put = Pick<Place, 'keyAt' | 'path'>;

function located(node: Node, schema: Schema, put: Put, wrong: Wrong): Place | undefined {
  if (wrong.has(node)) return undefined;
  if (node.kind === 'mapping') return section(node, schema, put, wrong);
  if (node.kind === 'sequence') return list(node, schema, put, wrong);
  if (node.value === null) return undefined;
  const shorthand = schema['x-shorthand'];
  if (shorthand === undefined) return leaf(node, put);
  return { at: node.at, ...put, [shorthand]: leaf(node, { keyAt: undefined, path: put.path }) };
}

function section(node: Mapping, schema: Schema, put: Put, wrong: Wrong): Place {
  const { keyAt, path } = put;
  const fields: Record<string, Place> = {};
  const unread: string[] = [];
  for (const { key, value } of counted(node)) {
    const name = key.value;
    const child = below(schema, name);
    if (child === undefined) continue;
    const field = located(value, child, { keyAt: key.at, path: put.path.concat(name) }, wrong);
    if (field) fields[name] = field;
    if (wrong.has(value) || (value.kind === 'sequence' && value.items.some((item) => wrong.has(item))))
      unread.push(name);
  }
  return {
    at: node.at,
    keyAt,
    path,
    ...fields,
    ...(unread.length > 0 && { unread }),
    ...(node.isPart && { isPart: true }),
  };
}

function list(node: Sequence, schema: Schema, put: Put, wrong: Wrong): Place & { items: Place[] } {
  const items: Place[] = [];
  for (const [i, item] of node.items.entries()) {
    const read = located(item, below(schema, i) ?? {}, { keyAt: undefined, path: put.path.concat(i) }, wrong);
    if (read) items.push(read);
  }
  return { at: node.at, ...put, items };
}

function leaf(node: Scalar, put: Put): Place & { value: unknown; verbatimAt: number | undefined } {
  const { keyAt, path } = put;
  return { at: node.at, keyAt, path, value: node.value, verbatimAt: node.verbatimAt };
}

function nothing(): Place {
  return { at: { start: 0, end: 0 }, keyAt: undefined, path: [] };
}

/** The schema that let each value through is the one the type is generated from. */
export function isSpec(place: Place): place is Spec {
  return place.path.length === 0;
}
