import json from '../../../schemas/project.schema.json' with { type: 'json' };
import { resolved, type Schema } from '../spec/schema.ts';

/** The schema of a project file, with all references followed. */
export const projectSchema: Schema = resolved(json, json.$defs);
