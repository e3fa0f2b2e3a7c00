import type { Schema } from '../spec/schema.ts';
import { placeholder } from '../text/placeholder.ts';
import type { Value } from '../yaml/edit.ts';

/** The placeholder for the value of a key: its few values, else what the format calls it. */
export function asked(schema: Schema | undefined, key: string): Value {
  if (schema?.items) return [asked(schema.items, key)];
  const values = schema?.type === 'boolean' ? [true, false] : (schema?.enum ?? []);
  if (values.length > 0 && values.length <= 4) return placeholder(values.join(' or '));
  return placeholder((schema?.title ?? key).replace(/[^A-Za-z0-9 -]+/g, ' '));
}
