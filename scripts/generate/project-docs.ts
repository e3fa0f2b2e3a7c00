import { projectSchema } from '../../server/src/project/schema.ts';
import { ENGLISH, tableOf } from './format-docs.ts';
import type { Generator } from './generator.ts';
import { replacePart, textOfFile } from './markdown.ts';

const PATH = 'docs/project.md';

/** The keys of the project file, from its schema. */
export const projectDocs: Generator = async () => {
  const text = (await textOfFile(PATH)) ?? '';
  return [[PATH, replacePart(text, 'keys', tableOf(projectSchema, ENGLISH).join('\n'))]];
};
