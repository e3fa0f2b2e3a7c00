import { projectSchema } from '../../server/src/project/schema.ts';
import { ENGLISH, KOREAN, type Language, tableOf } from './format-docs.ts';
import type { Generator } from './generator.ts';
import { replacePart, textOfFile } from './markdown.ts';

/** The keys of the project file, from its schema, on the page of each language. */
export const projectDocs: Generator = () =>
  Promise.all([page('docs/project.md', ENGLISH), page('docs/ko/project.md', KOREAN)]);

async function page(path: string, language: Language): Promise<[string, string]> {
  const text = (await textOfFile(path)) ?? '';
  return [path, replacePart(text, 'keys', tableOf(projectSchema, language).join('\n'))];
}
