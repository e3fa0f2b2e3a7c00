import { readFile } from 'node:fs/promises';
import { compile, type JSONSchema } from 'json-schema-to-typescript';
import type { Generator } from './generator.ts';
import { withoutProse } from './prose.ts';

/** TypeScript types of what `verify` records. */
export const recordingTypes: Generator = async () => {
  const { $id: _, ...schema }: JSONSchema = withoutProse(
    JSON.parse(await readFile('schemas/recording.schema.json', 'utf8'), unbounded),
  );
  const text = await compile(schema, 'Recording', {
    bannerComment: '// Generated from schemas/recording.schema.json by `npm run generate`.',
    format: true,
    style: { singleQuote: true, printWidth: 120 },
  });
  return [['server/src/verify/recording.generated.ts', text]];
};

/** How many items a list may have is for the validator: as types that would be as many tuples. */
function unbounded(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('maxItems' in value)) return value;
  const { maxItems: _bound, ...rest } = value;
  return rest;
}
