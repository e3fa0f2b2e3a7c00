import { nearest } from '../text/near.ts';
import type { Range } from '../text/range.ts';
import { nodeAt } from '../yaml/node-at.ts';
import { entryOf, type Mapping, type Node, type Path, toData } from '../yaml/tree.ts';
import type { JsonType, SchemaFault, Want } from './faults.ts';
import { isSameName, placesCalled } from './places.ts';
import { keysOf, type Schema, schemaAt } from './schema.ts';
import type { SchemaError, Validate } from './validate.generated.js';

/** A format of ours: its schema, and the validator made of it. */
export interface Format {
  readonly schema: Schema;
  readonly validate: Validate;
}

/** Holds a document against the schema of its format. One cause gives one fault, on the smallest text that is wrong. */
export function schemaFaults(root: Mapping | undefined, { schema, validate }: Format): readonly SchemaFault[] {
  if (root === undefined || validate(toData(root))) return [];
  const faults = (validate.errors ?? []).flatMap((error) => toFault(error, root, schema) ?? []);
  return withoutEchoes(faults);
}

function toFault(error: SchemaError, root: Mapping, schema: Schema): SchemaFault | undefined {
  const path = toPath(error.instancePath, root);
  const node = nodeAt(root, path);
  if (node === undefined) return undefined;
  switch (error.keyword) {
    case 'additionalProperties':
      return unknownKey(String(error.params.additionalProperty), node, { path, schema });
    case 'required':
      return { kind: 'missing-key', at: headAt(root, path, node), path, key: String(error.params.missingProperty) };
    case 'type': {
      const expected = [error.params.type].flat().filter(isJsonType);
      const value = node.kind === 'scalar' ? node.value : undefined;
      return { kind: 'wrong-type', at: valueAt(root, path, node), path, expected, value };
    }
    default: {
      const want = wanted(error, schemaAt(path, schema));
      if (want === undefined) return undefined;
      const value = node.kind === 'scalar' ? node.value : undefined;
      return { kind: 'unknown-value', at: valueAt(root, path, node), path, value, want };
    }
  }
}

function unknownKey(
  key: string,
  node: Node,
  { path, schema }: { readonly path: Path; readonly schema: Schema },
): SchemaFault | undefined {
  const entry = entryOf(node, key);
  if (entry === undefined) return undefined;
  const free = keysOf(schemaAt(path, schema)).filter((name) => entryOf(node, name) === undefined);
  const near = nearest(key, free);
  const belongs = near !== undefined && isSameName(near, key) ? [] : placesCalled(key, path, schema);
  const meant = belongs.length === 0 ? near : undefined;
  return { kind: 'unknown-key', at: entry.key.at, path: path.concat(key), key, meant, belongs };
}

function wanted({ keyword, params }: SchemaError, schema: Schema | undefined): Want | undefined {
  const limit = Number(params.limit);
  switch (keyword) {
    case 'enum':
      return { oneOf: schema?.enum ?? [] };
    case 'const':
      return { oneOf: schema?.const === undefined ? [] : [schema.const] };
    case 'pattern':
      return { form: schema?.['x-form'] ?? `text that matches ${schema?.pattern}` };
    case 'minimum':
      return { bound: 'least', limit, of: 'value' };
    case 'maximum':
      return { bound: 'most', limit, of: 'value' };
    case 'minLength':
      return { bound: 'least', limit, of: 'length' };
    case 'maxLength':
      return { bound: 'most', limit, of: 'length' };
    case 'minItems':
      return { bound: 'least', limit, of: 'items' };
    default:
      return undefined;
  }
}

/** A wrong type makes every other fault of the value an echo; a misspelt key makes the missing one an echo. */
function withoutEchoes(faults: readonly SchemaFault[]): readonly SchemaFault[] {
  const wrongTypes = new Set(faults.filter((fault) => fault.kind === 'wrong-type').map(pathText));
  const misspelt = new Set(
    faults.flatMap((fault) => {
      if (fault.kind !== 'unknown-key' || fault.meant === undefined) return [];
      return [[...fault.path.slice(0, -1), fault.meant].join('\0')];
    }),
  );
  return faults.filter((fault) => {
    if (fault.kind === 'unknown-value') return !wrongTypes.has(pathText(fault));
    return fault.kind !== 'missing-key' || !misspelt.has([...fault.path, fault.key].join('\0'));
  });
}

function pathText(fault: SchemaFault): string {
  return fault.path.join('\0');
}

/** The value, or its key where there is none. */
function valueAt(root: Mapping, path: Path, node: Node): Range {
  if (node.kind === 'scalar' && node.at.start < node.at.end) return node.at;
  return headAt(root, path, node);
}

/** The smallest text that stands for a whole value: its key, else its own first key. */
function headAt(root: Mapping, path: Path, node: Node): Range {
  const step = path.at(-1);
  const entry = typeof step === 'string' ? entryOf(nodeAt(root, path.slice(0, -1)), step) : undefined;
  if (entry) return entry.key.at;
  if (node.kind === 'mapping') return node.entries[0]?.key.at ?? node.at;
  return node.kind === 'sequence' ? { start: node.at.start, end: node.at.start + 1 } : node.at;
}

function toPath(pointer: string, root: Mapping): Path {
  const path: (string | number)[] = [];
  let node: Node | undefined = root;
  for (const token of pointer.split('/').slice(1)) {
    const step = token.replaceAll('~1', '/').replaceAll('~0', '~');
    path.push(node?.kind === 'sequence' ? Number(step) : step);
    node = nodeAt(node, path.slice(-1));
  }
  return path;
}

function isJsonType(type: unknown): type is JsonType {
  return ['string', 'integer', 'number', 'boolean', 'object', 'array'].some((known) => known === type);
}
