import json from '../../../schemas/federation.schema.json' with { type: 'json' };
import type { Path } from '../yaml/tree.ts';

/** A part of the format's JSON Schema, with the annotations the product reads. */
export interface Schema {
  readonly $ref?: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly const?: string | number | boolean;
  readonly enum?: readonly (string | number | boolean)[];
  readonly enumDescriptions?: readonly string[];
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly pattern?: string;
  readonly 'x-cmdlet'?: string;
  readonly 'x-parameter'?: string;
  /** The key that a bare string stands for. */
  readonly 'x-shorthand'?: string;
  /** What `pattern` asks for, as a noun phrase. */
  readonly 'x-form'?: string;
}

const definitions: Readonly<Record<string, Schema>> = json.$defs;

/** The schema of a whole spec. */
export const rootSchema: Schema = json;

/** The schema with its reference followed; annotations beside the reference win. */
export function resolved(schema: Schema): Schema {
  if (schema.$ref === undefined) return schema;
  const target = definitions[schema.$ref.replace('#/$defs/', '')];
  if (target === undefined) throw new Error(`the schema refers to ${schema.$ref}, which it does not define`);
  const { $ref: _, ...own } = schema;
  return { ...resolved(target), ...own };
}

/** The schema one step below, or nothing where the format knows no such key. */
export function below(schema: Schema, step: string | number): Schema | undefined {
  const child =
    typeof step === 'number'
      ? schema.items
      : Object.hasOwn(schema.properties ?? {}, step)
        ? schema.properties?.[step]
        : undefined;
  return child && resolved(child);
}

/** The schema that governs the value at a path. */
export function schemaAt(path: Path): Schema | undefined {
  return path.reduce<Schema | undefined>((schema, step) => schema && below(schema, step), rootSchema);
}

/** The keys of a mapping in the order in which the format lists them. */
export function keysOf(schema: Schema | undefined): readonly string[] {
  return Object.keys(schema?.properties ?? {});
}
