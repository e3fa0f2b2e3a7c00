import { emptySpec, outsideOfBroken, type Source } from '../spec/read.ts';
import { schemaFaults } from '../spec/schema-faults.ts';
import { parseYaml } from '../yaml/parse.ts';
import { projectSchema } from './schema.ts';
import { validate } from './validate.generated.js';

/** Reads a text as a project file: a source whose spec is empty. A file with nothing in it says nothing, which is no fault. */
export function readProject(text: string): Source {
  const { root, faults } = parseYaml(text);
  const ofYaml = faults.filter((fault) => fault.kind !== 'syntax' || fault.code !== 'EMPTY');
  const ofSchema = outsideOfBroken(schemaFaults(root, { schema: projectSchema, validate }), faults);
  return { ...emptySpec(text, undefined), root, faults: [...ofYaml, ...ofSchema] };
}
