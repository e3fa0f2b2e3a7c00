import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import reportSchema from '../../../schemas/report.schema.json' with { type: 'json' };

export interface Place {
  readonly line: number;
  readonly column: number;
}
interface Span {
  readonly start: Place;
  readonly end: Place;
}
interface JsonProblem {
  readonly rule: string;
  readonly fixes: readonly {
    readonly title: string;
    readonly edits: readonly { readonly range: Span; readonly newText: string }[];
  }[];
}
export interface JsonReport {
  readonly version: 1;
  readonly files: readonly {
    readonly problems: readonly JsonProblem[];
    readonly suppressed: readonly (JsonProblem & { readonly by: unknown })[];
    readonly baselined: readonly JsonProblem[];
  }[];
}

interface Described {
  readonly $ref?: string;
  readonly description?: string;
  readonly const?: unknown;
  readonly enum?: unknown;
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Described>>;
  readonly items?: Described;
}

const ajv = new Ajv2020({ allErrors: true, strict: false });
addFormats.default(ajv);
const validate = ajv.compile<JsonReport>(reportSchema);

/**
 * A report as our schema has it.
 * @throws Error for one that breaks the schema, and for a key that the schema does not describe.
 */
export function readJson(report: string): JsonReport {
  const data: unknown = JSON.parse(report);
  if (!validate(data)) throw new Error(JSON.stringify(validate.errors, null, 2));
  const strange = undescribed(data);
  if (strange.length > 0) throw new Error(`not in the schema: ${strange.join()}`);
  return data;
}

/** The ways to the keys of some data that the schema does not name. */
export function undescribed(data: unknown, schemas: readonly Described[] = [reportSchema]): readonly string[] {
  const definitions: Readonly<Record<string, Described>> = reportSchema.$defs;
  const whole = schemas.flatMap((schema) => [schema, definitions[schema.$ref?.replace('#/$defs/', '') ?? ''] ?? {}]);
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([key, value]) => {
    const below = whole.flatMap(({ properties, items }) => (Array.isArray(data) ? items : properties?.[key]) ?? []);
    return below.length === 0 ? [key] : undescribed(value, below).map((way) => `${key}.${way}`);
  });
}
