import type { Analysis } from '../analyze.ts';
import { isEmpty } from '../spec/faults.ts';
import { below, type Schema, schemaAt } from '../spec/schema.ts';
import { type Layout, layoutOf } from '../yaml/layout.ts';
import type { Path } from '../yaml/tree.ts';
import { type Context, contextAt } from './completion/context.ts';
import { entriesAt, type WholeEntry } from './completion/entries.ts';
import type { Completion } from './completion/item.ts';
import { keyCompletions } from './completion/keys.ts';
import { lineCompletions, runbookCompletions, scriptCompletions } from './completion/runbook.ts';
import { listColumn, newLine } from './completion/snippet.ts';
import { suppressionCompletions } from './completion/suppressions.ts';
import { candidatesAt, valueCompletions } from './completion/values.ts';
import type { Env } from './env.ts';
import { formatOf } from './format.ts';

/** What can be typed at an offset, best first. */
export function completion(analysis: Analysis, offset: number, env: Env): readonly Completion[] {
  const inComment = suppressionCompletions(analysis, offset, env);
  if (inComment !== undefined) return inComment;
  if (analysis.kind === 'script') return scriptCompletions(analysis, offset, env);
  const inLine = lineCompletions(analysis, offset, env);
  if (inLine !== undefined) return inLine;
  const context = contextAt(analysis.lines, offset);
  if (context === undefined) return [];
  const schema = schemaAt(context.path, formatOf(analysis));
  if (schema === undefined) return [];
  if (context.path[0] === 'cmdlets' && context.slot === 'item') return runbookCompletions(context, { analysis, env });
  const about: KeyScope = { analysis, env, layout: layoutOf(analysis.text, analysis.root) };
  switch (context.slot) {
    case 'key':
      return inMapping(context, schema, about);
    case 'item':
      return inItem(context, schema, about);
    case 'value':
      return behindKey(context, schema, about);
  }
}

interface KeyScope {
  readonly analysis: Analysis;
  readonly env: Env;
  readonly layout: Layout;
}

/** On a line of its own: keys, or where a list wants an item, its items with their dash. */
function inMapping(context: Context, schema: Schema, about: KeyScope): readonly Completion[] {
  const { list = schema.type === 'array' ? context.path : undefined } = context;
  const items = list === undefined ? [] : withDash(context, list, about);
  if (schema.type === 'array') return items;
  const keys = schema.properties ? keyCompletions(context, schema, about) : values(context, schema, about);
  // In what is empty only the key that comes first: all others would bury it, and the whole specs that an editor offers beside it.
  const isFirst = isEmpty(about.analysis.faults);
  return isFirst ? keys.filter(({ label }) => schema.required?.includes(label)) : [...items, ...keys];
}

function withDash(context: Context, list: Path, about: KeyScope): readonly Completion[] {
  if (context.hasColon || context.flow) return [];
  if (list[0] === 'cmdlets') {
    return runbookCompletions(context, about).map((one) => ({ ...one, insert: `- ${one.insert}` }));
  }
  const path = [...list, 0];
  const item = schemaAt(path, formatOf(about.analysis));
  if (item === undefined) return [];
  const inDash = { ...context, path, column: context.column + 2 };
  return [...entries(inDash, list, about, '- '), ...values(inDash, item, about, '- ')];
}

/** Behind a dash or in brackets: a whole item, its first key, or its value. */
function inItem(context: Context, schema: Schema, about: KeyScope): readonly Completion[] {
  if (context.flow || schema.properties === undefined) return values(context, schema, about);
  return [
    ...values(context, schema, about),
    ...entries(context, context.path.slice(0, -1), about, ''),
    ...keyCompletions(context, schema, about),
  ];
}

/** Behind a colon: a value, or the first line of what stands below. */
function behindKey(context: Context, schema: Schema, about: KeyScope): readonly Completion[] {
  const { layout } = about;
  if (schema.type === 'array') {
    const item = schema.items ?? {};
    const inBrackets = values({ ...context, path: [...context.path, 0] }, item, about).map((one) => ({
      ...one,
      label: `[${one.label}]`,
      insert: `${context.gap}[${one.insert.slice(context.gap.length)}]`,
      filter: `[${one.filter ?? one.label}]`,
    }));
    if (context.flow || item.properties === undefined) return inBrackets;
    const column = listColumn(context.column, layout);
    return entries({ ...context, column: column + 2 }, context.path, about, `${newLine(layout, column)}- `);
  }
  if (schema.properties === undefined) return values(context, schema, about);
  if (context.flow || context.typed !== '') return [];
  const column = context.column + layout.indent;
  const keys = keyCompletions({ ...context, column, hasColon: false }, schema, about);
  return keys.map((key) => ({ ...key, insert: newLine(layout, column) + key.insert }));
}

function values(context: Context, schema: Schema, about: KeyScope, lead: string = context.gap): readonly Completion[] {
  return valueCompletions(context, candidatesAt(context.path, schema, about), lead);
}

/** Whole entries of the list at `list`; `lead` goes before their first key, which stands at the column of the context. */
function entries(
  { at, column }: Context,
  list: Path,
  { layout, ...about }: KeyScope,
  lead: string,
): readonly Completion[] {
  const schema = schemaAt(list, formatOf(about.analysis));
  const item = schema && below(schema, 0);
  const found: readonly WholeEntry[] = item ? entriesAt(list, item, about) : [];
  return found.map(({ lines, ...entry }) => ({
    ...entry,
    kind: 'entry',
    at,
    insert: lead + lines(column, layout).join(newLine(layout, column)),
  }));
}
