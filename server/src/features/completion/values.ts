import type { Analysis } from '../../analyze.ts';
import type { Schema } from '../../spec/schema.ts';
import { say, textOf } from '../../text/message.ts';
import type { Path } from '../../yaml/tree.ts';
import type { Env } from '../env.ts';
import { valueProse } from '../key-prose.ts';
import type { Context } from './context.ts';
import type { Candidate, Completion } from './item.ts';
import { namesAt } from './names.ts';
import { literal, yamlText } from './snippet.ts';

/** The values that can stand at a path: names that make sense there, what the format lists, its default, its examples. */
export function candidatesAt(
  path: Path,
  schema: Schema,
  { analysis, env }: { analysis: Analysis; env: Env },
): readonly Candidate[] {
  const names = namesAt(path, analysis, env);
  const listed =
    schema.const === undefined ? (schema.enum ?? (schema.type === 'boolean' ? [true, false] : [])) : [schema.const];
  const byDefault = textOf(say`default`, env.bundle);
  const fromList = listed.map((value): Candidate => {
    const docs = valueProse(schema, value, env);
    return { value, ...(docs !== undefined && { docs }), ...(value === schema.default && { detail: byDefault }) };
  });
  if (fromList.length > 0 || names.length > 0) return [...names, ...fromList];
  const example = textOf(say`example`, env.bundle);
  const fallback = isPlain(schema.default) ? [{ value: schema.default, detail: byDefault }] : [];
  const examples = (schema.examples ?? []).filter(isPlain).filter((value) => value !== schema.default);
  return [...fallback, ...examples.map((value) => ({ value, detail: example }))];
}

/** The candidates put at the place of the cursor, in the quotes that stand there. */
export function valueCompletions(
  context: Context,
  candidates: readonly Candidate[],
  prefix: string = context.gap,
): readonly Completion[] {
  const quote = /^["']/.exec(context.typed)?.[0];
  return candidates.map(({ value, kind = 'value', ...about }) => {
    const text = quote === undefined ? yamlText(value) : quote + String(value) + quote;
    const filter = quote === undefined && text === String(value) ? {} : { filter: text };
    return { label: String(value), kind, at: context.at, insert: prefix + literal(text), ...filter, ...about };
  });
}

function isPlain(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
