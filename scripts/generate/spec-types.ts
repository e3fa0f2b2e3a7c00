import { readFile } from 'node:fs/promises';
import { compile, type JSONSchema } from 'json-schema-to-typescript';
import type { Generator } from './generator.ts';
import { withoutProse } from './prose.ts';

/** TypeScript types of the format, for `server/src/spec/model.ts` to put places on. */
export const specTypes: Generator = async () => {
  const { $id: _, ...schema }: JSONSchema = withoutProse(
    JSON.parse(await readFile('schemas/federation.schema.json', 'utf8'), spelledOut),
  );
  const text = await compile(schema, 'FederationSpec', {
    bannerComment: '// Generated from schemas/federation.schema.json by `npm run generate`.',
    format: true,
    style: { singleQuote: true, printWidth: 120 },
    unknownAny: true,
  });
  return [['server/src/spec/spec.generated.ts', text]];
};

/** The located model spells shorthand out, so its types know only the long form. */
function spelledOut(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('x-shorthand' in value)) return value;
  const { pattern: _pattern, ...rest } = { pattern: undefined, ...value };
  return { ...rest, type: 'object' };
}
