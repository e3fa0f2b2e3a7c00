import type { JsonType, SchemaFault } from '../spec/faults.ts';
import { below, keysOf, type Schema } from '../spec/schema.ts';
import type { Range } from '../text/range.ts';
import { counted, entryOf, type Mapping, type Node, type Path, type Scalar, type Sequence } from '../yaml/tree.ts';
import { projectSchema } from './schema.ts';

/** Holds a project file against its schema, which uses few keywords: types, values, forms and keys. */
export function projectFaults(root: Mapping | undefined): readonly SchemaFault[] {
  return root === undefined ? [] : [...faultsIn(root, projectSchema, { path: [], at: root.at })];
}

/** Where a value is found, and the text that stands for it where it has none of its own. */
interface Put {
  readonly path: Path;
  readonly at: Range;
}

function* faultsIn(node: Node, schema: Schema, put: Put): Iterable<SchemaFault> {
  const { path } = put;
  const expected = [schema.type ?? []].flat().filter(isJsonType);
  if (expected.length > 0 && !expected.some((type) => type === typeOf(node))) {
    const value = node.kind === 'scalar' ? node.value : undefined;
    yield { kind: 'wrong-type', at: placeOf(node, put), path, expected, value };
  } else if (schema.enum !== undefined && (node.kind !== 'scalar' || !schema.enum.some((one) => one === node.value))) {
    const value = node.kind === 'scalar' ? node.value : undefined;
    yield { kind: 'unknown-value', at: placeOf(node, put), path, value, want: { oneOf: schema.enum } };
  } else if (node.kind === 'mapping') yield* inMapping(node, schema, path);
  else if (node.kind === 'sequence') yield* inList(node, schema, put);
  else yield* inText(node, schema, put);
}

function* inMapping(node: Mapping, schema: Schema, path: Path): Iterable<SchemaFault> {
  for (const { key, value } of counted(node)) {
    const name = key.value;
    const child = below(schema, name);
    if (child !== undefined) yield* faultsIn(value, child, { path: [...path, name], at: key.at });
    else {
      const free = keysOf(schema).filter((known) => entryOf(node, known) === undefined);
      yield { kind: 'unknown-key', at: key.at, path: [...path, name], key: name, free };
    }
  }
}

function* inList(node: Sequence, schema: Schema, put: Put): Iterable<SchemaFault> {
  const { path, at } = put;
  const { minItems: limit = 0, items = {} } = schema;
  if (node.items.length < limit) {
    yield { kind: 'unknown-value', at, path, value: undefined, want: { bound: 'least', limit, of: 'items' } };
  }
  for (const [i, item] of node.items.entries()) yield* faultsIn(item, items, { path: [...path, i], at });
}

function* inText(node: Scalar, schema: Schema, put: Put): Iterable<SchemaFault> {
  const { pattern, 'x-form': form = '' } = schema;
  const { value } = node;
  if (pattern === undefined || new RegExp(pattern, 'u').test(String(value))) return;
  yield { kind: 'unknown-value', at: placeOf(node, put), path: put.path, value, want: { form } };
}

function placeOf(node: Node, { at }: Put): Range {
  return node.kind === 'scalar' && node.at.start < node.at.end ? node.at : at;
}

function typeOf(node: Node): string {
  if (node.kind !== 'scalar') return node.kind === 'mapping' ? 'object' : 'array';
  return node.value === null ? 'null' : typeof node.value;
}

function isJsonType(type: string): type is JsonType {
  return ['string', 'number', 'boolean', 'object', 'array'].includes(type);
}
