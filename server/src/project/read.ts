import type { Fault } from '../spec/faults.ts';
import { emptySpec, isEcho, type Source } from '../spec/read.ts';
import { schemaFaults } from '../spec/schema-faults.ts';
import { parseYaml } from '../yaml/parse.ts';
import { projectSchema } from './schema.ts';
import { validate } from './validate.generated.js';

/** Reads a text as a project file: a source whose spec is empty. A file with nothing in it says nothing, which is no fault. */
export function readProject(text: string): Source {
  const { root, faults } = parseYaml(text);
  const ofYaml = faults.filter((fault) => fault.kind !== 'syntax' || fault.code !== 'EMPTY');
  const broken = faults.flatMap((fault) => (fault.kind === 'syntax' ? fault.reach : []));
  const ofSchema: readonly Fault[] = schemaFaults(root, { schema: projectSchema, validate }).filter(
    ({ at }) => !isEcho(at, broken),
  );
  return { ...emptySpec(text, undefined), root, faults: [...ofYaml, ...ofSchema] };
}
