import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import type { Log } from 'sarif';
import sarifSchema from './sarif-2.1.0.schema.json' with { type: 'json' };

// One of its patterns is no regular expression in Unicode mode.
const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
addFormats.default(ajv);

/** Whether some data is a report by the schema of the standard. */
export const isSarif = ajv.compile<Log>(sarifSchema);

/**
 * A report as the standard has it.
 * @throws Error for one that breaks the schema.
 */
export function readSarif(report: string): Log {
  const log: unknown = JSON.parse(report);
  if (isSarif(log)) return log;
  throw new Error(JSON.stringify(isSarif.errors, null, 2));
}
