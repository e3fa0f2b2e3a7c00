import type { Analysis } from '../analyze.ts';
import { projectSchema } from '../project/schema.ts';
import { rootSchema, type Schema } from '../spec/schema.ts';

/** The schema of the format in which a document is written. */
export function formatOf({ kind }: Pick<Analysis, 'kind'>): Schema {
  return kind === 'project' ? projectSchema : rootSchema;
}
