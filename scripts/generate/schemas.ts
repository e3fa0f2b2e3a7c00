import { readFile } from 'node:fs/promises';
import { projectSchemaJson } from '../../server/src/project/schema.ts';
import type { Generator } from './generator.ts';

/** The schema of the project file, with the rules and products in it, and both formats in the dialect that most other tools read. */
export const schemas: Generator = async () => [
  ['schemas/project.schema.json', jsonText(projectSchemaJson)],
  draft07('project', jsonText(projectSchemaJson)),
  draft07('federation', await readFile('schemas/federation.schema.json', 'utf8')),
];

/** Prose and annotations stay, and are words to those tools. */
function draft07(name: string, text: string): readonly [path: string, text: string] {
  const { $defs, ...schema } = JSON.parse(text.replaceAll('"#/$defs/', '"#/definitions/'), withOpenReferences);
  const copy = {
    ...schema,
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: String(schema.$id).replace('.schema.json', '.draft-07.schema.json'),
    $comment: `Generated from ${name}.schema.json by \`npm run generate\`.`,
    definitions: $defs,
  };
  return [`schemas/${name}.draft-07.schema.json`, jsonText(copy)];
}

/** A reference hides its neighbours in draft-07, so it goes into `allOf` beside them. */
function withOpenReferences(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const { $ref, ...rest }: { $ref?: unknown } = value;
  if (typeof $ref !== 'string') return value;
  return Object.keys(rest).length === 0 ? value : { ...rest, allOf: [{ $ref }] };
}

function jsonText(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
