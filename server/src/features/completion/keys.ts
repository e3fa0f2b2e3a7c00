import type { Analysis } from '../../analyze.ts';
import { keysOf, type Schema } from '../../spec/schema.ts';
import { prose, textOf } from '../../text/message.ts';
import type { Layout } from '../../yaml/layout.ts';
import type { Env } from '../env.ts';
import { keyProse } from '../key-prose.ts';
import type { Context } from './context.ts';
import type { Completion } from './item.ts';
import { keySnippet } from './snippet.ts';

/** The keys that a mapping can still get, in the order of the format. */
export function keyCompletions(
  context: Context,
  schema: Schema,
  { analysis: { spec }, layout, env }: { analysis: Analysis; layout: Layout; env: Env },
): readonly Completion[] {
  const { path, at, present, column, flow, hasColon } = context;
  return keysOf(schema).flatMap((key): Completion[] => {
    const property = schema.properties?.[key];
    if (present.has(key) || property === undefined) return [];
    const about = property;
    return [
      {
        label: key,
        kind: 'key',
        at,
        insert: hasColon ? key : keySnippet(key, about, { column, layout, flow }),
        ...(about.title !== undefined && { detail: textOf(prose(about.title), env.bundle) }),
        docs: keyProse([...path, key], about, { spec, env }),
      },
    ];
  });
}
