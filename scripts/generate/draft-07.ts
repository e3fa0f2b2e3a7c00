import { readFile } from 'node:fs/promises';
import type { Generator } from './generator.ts';

/** The formats in the dialect that most other tools read; prose and annotations stay, and are words to those tools. */
export const draft07: Generator = () => Promise.all(['federation', 'project'].map(copied));

async function copied(name: string): Promise<readonly [path: string, text: string]> {
  const text = await readFile(`schemas/${name}.schema.json`, 'utf8');
  const { $defs, ...schema } = JSON.parse(text.replaceAll('"#/$defs/', '"#/definitions/'), withOpenReferences);
  const copy = {
    ...schema,
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: String(schema.$id).replace('.schema.json', '.draft-07.schema.json'),
    $comment: `Generated from ${name}.schema.json by \`npm run generate\`.`,
    definitions: $defs,
  };
  return [`schemas/${name}.draft-07.schema.json`, `${JSON.stringify(copy, null, 2)}\n`];
}

/** A reference hides its neighbours in draft-07, so it goes into `allOf` beside them. */
function withOpenReferences(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const { $ref, ...rest }: { $ref?: unknown } = value;
  if (typeof $ref !== 'string') return value;
  return Object.keys(rest).length === 0 ? value : { ...rest, allOf: [{ $ref }] };
}
