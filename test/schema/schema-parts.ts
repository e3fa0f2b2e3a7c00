import { readFileSync } from 'node:fs';

/** A part of the schema of the format, as far as the tests look at it. */
export interface SchemaPart {
  readonly $id?: string;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, SchemaPart>>;
  readonly title?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly enumDescriptions?: readonly string[];
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
  readonly pattern?: string;
  readonly properties?: Readonly<Record<string, SchemaPart>>;
  readonly additionalProperties?: unknown;
  readonly required?: readonly string[];
  readonly items?: SchemaPart;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly if?: { readonly properties?: { readonly identity?: { readonly not?: { readonly pattern?: string } } } };
  readonly 'x-cmdlet'?: string;
  readonly 'x-parameter'?: string;
  readonly 'x-shorthand'?: string;
  readonly 'x-form'?: string;
}

/** A part with the JSON pointer under which the schema has it. */
export interface PlacedPart {
  readonly pointer: string;
  readonly part: SchemaPart;
}

/** A part that is the value of a key. */
export interface PlacedProperty extends PlacedPart {
  readonly key: string;
  readonly owner: SchemaPart;
}

const path = new URL('../../schemas/federation.schema.json', import.meta.url);

/** The schema as text. */
export const text = readFileSync(path, 'utf8');

/** The schema of the format. */
export const schema: SchemaPart = JSON.parse(text);

/** Every part that describes a value of a spec. */
export const parts: readonly PlacedPart[] = [...walk(schema, '')];

/** Every part that is the value of a key. */
export const properties: readonly PlacedProperty[] = parts.flatMap(({ pointer, part: owner }) =>
  Object.entries(owner.properties ?? {}).map(([key, part]) => ({
    pointer: `${pointer}/properties/${key}`,
    part,
    key,
    owner,
  })),
);

/** A part with its references followed; what stands beside a reference wins. */
export function resolve(part: SchemaPart): SchemaPart {
  if (part.$ref === undefined) return part;
  const target = schema.$defs?.[part.$ref.replace('#/$defs/', '')];
  if (target === undefined) throw new Error(`nothing is defined as ${part.$ref}`);
  const { $ref: _, ...own } = part;
  return { ...resolve(target), ...own };
}

function* walk(part: SchemaPart, pointer: string): Generator<PlacedPart> {
  yield { pointer, part };
  for (const [key, child] of Object.entries(part.properties ?? {})) yield* walk(child, `${pointer}/properties/${key}`);
  for (const [key, child] of Object.entries(part.$defs ?? {})) yield* walk(child, `${pointer}/$defs/${key}`);
  if (part.items) yield* walk(part.items, `${pointer}/items`);
}
