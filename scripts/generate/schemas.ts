import { readFile } from 'node:fs/promises';
import titles from '../../package.nls.json' with { type: 'json' };
import { PROJECT_NAMES, SPEC_NAMES } from '../../protocol/names.ts';
import { projectSchemaJson } from '../../server/src/project/schema.ts';
import { type Copy, forOthers } from './for-others.ts';
import type { Generator } from './generator.ts';

/** The schema of the project file, with the rules and products in it, both formats for other tools, and where those find them. */
export const schemas: Generator = async () => {
  const spec = forOthers('federation', JSON.parse(await readFile('schemas/federation.schema.json', 'utf8')));
  const project = forOthers('project', projectSchemaJson);
  const found = [entry(titles.language, spec, SPEC_NAMES), entry(titles['language.project'], project, PROJECT_NAMES)];
  return [
    ['schemas/project.schema.json', jsonText(projectSchemaJson)],
    ['schemas/project.draft-07.schema.json', jsonText(project)],
    ['schemas/federation.draft-07.schema.json', jsonText(spec)],
    ['schemas/schemastore.json', jsonText({ schemas: found })],
  ];
};

/** An entry as the catalog of SchemaStore has them: a sentence without its dot, and of the names those that are meant for nothing else. */
function entry(name: string, { $id: url, description: whole }: Copy, names: readonly string[]): object {
  const [description] = whole.split('. ');
  return { name, description, fileMatch: names.filter((one) => one.includes('lync')), url };
}

function jsonText(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
