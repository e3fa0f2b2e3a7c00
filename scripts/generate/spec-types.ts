import { readFile } from 'node:fs/promises';
import { compile, type JSONSchema } from 'json-schema-to-typescript';
import type { Generator } from './generator.ts';
import { withoutProse } from './prose.ts';

/** TypeScript types of the format, for `server/src/spec/model.ts` to put places on. */
export const specTypes: Generator = async () => {
  const written = await readFile('schemas/federation.schema.json', 'utf8');
  const { $id: _, ...schema }: JSONSchema = withoutProse(JSON.parse(written, spelledOut));
  const text = await compile(schema, 'FederationSpec', {
    bannerComment: '// Generated from schemas/federation.schema.json by `npm run generate`.',
    format: true,
    style: { singleQuote: true, printWidth: 120 },
    unknownAny: true,
  });
  return [
    ['server/src/spec/spec.generated.ts', text],
    ['server/src/spec/defaults.generated.ts', defaultsOf(JSON.parse(written))],
  ];
};

interface Definitions {
  readonly $defs: Readonly<
    Record<string, { readonly properties?: Readonly<Record<string, { readonly default?: unknown }>> }>
  >;
}

/** What holds for an object of the format where a key is left out, one constant for each kind of object. */
function defaultsOf({ $defs }: Definitions): string {
  const constants = Object.entries($defs).flatMap(([name, { properties = {} }]) => {
    const lines = Object.entries(properties).flatMap(([key, { default: value }]) =>
      value === undefined ? [] : [`  ${key}: ${literal(value)},`],
    );
    return lines.length === 0 ? [] : [`export const ${name}Defaults = {\n${lines.join('\n')}\n} as const;\n`];
  });
  return ['// Generated from schemas/federation.schema.json by `npm run generate`.\n', ...constants].join('\n');
}

function literal(value: unknown): string {
  return typeof value === 'string' ? `'${value}'` : JSON.stringify(value);
}

/** The located model spells shorthand out, so its types know only the long form. */
function spelledOut(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('x-shorthand' in value)) return value;
  const { pattern: _pattern, ...rest } = { pattern: undefined, ...value };
  return { ...rest, type: 'object' };
}
