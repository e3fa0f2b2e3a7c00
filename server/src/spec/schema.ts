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
  readonly minItems?: number;
  readonly pattern?: string;
  readonly 'x-cmdlet'?: string;
  readonly 'x-parameter'?: string;
  /** The key that a bare string stands for. */
  readonly 'x-shorthand'?: string;
  /** What `pattern` asks for, as a noun phrase. */
  readonly 'x-form'?: string;
  /** The form that is right, where `pattern` lets more pass because a rule has more to say of it. */
  readonly 'x-well-formed'?: string;
  /** Where the entries are that a value names, by the keys on the way: `certificates.name`. */
  readonly 'x-refers-to'?: readonly string[];
  /** What the value is a name of in DNS: `domain` or `host`. */
  readonly 'x-name'?: string;
  /** The name is looked up by others, in public DNS. */
  readonly 'x-public'?: boolean;
  /** The Edge Servers have to know the parameter as well as the Management Shell. */
  readonly 'x-on-edge'?: boolean;
}

/** The schema of a whole spec, with all references followed; annotations beside a reference win. */
export const rootSchema: Schema = resolved(json, json.$defs);

/** The schema one step below, or nothing where the format knows no such key. */
export function below(schema: Schema, step: string | number): Schema | undefined {
  if (typeof step === 'number') return schema.items;
  return Object.hasOwn(schema.properties ?? {}, step) ? schema.properties?.[step] : undefined;
}

/** The schema that governs the value at a path: of a spec, where no other format is named. */
export function schemaAt(path: Path, root: Schema = rootSchema): Schema | undefined {
  return path.reduce<Schema | undefined>((schema, step) => schema && below(schema, step), root);
}

/** The keys of a mapping in the order in which the format lists them. */
export function keysOf(schema: Schema | undefined): readonly string[] {
  return Object.keys(schema?.properties ?? {});
}

/** Follows references everywhere below. The format is a tree, so this comes to an end. */
export function resolved(schema: Schema, definitions: Readonly<Record<string, Schema>>): Schema {
  const { $ref, ...own } = schema;
  const target = $ref === undefined ? {} : definitions[$ref.replace('#/$defs/', '')];
  if (target === undefined) throw new Error(`the schema refers to ${$ref}, which it does not define`);
  const merged: Schema = { ...target, ...own };
  if (merged.$ref !== undefined) return resolved(merged, definitions);
  const { properties, items } = merged;
  return {
    ...merged,
    ...(items && { items: resolved(items, definitions) }),
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([key, child]) => [key, resolved(child, definitions)]),
      ),
    }),
  };
}
