import { rootSchema, type Schema } from '../../spec/schema.ts';
import type { Bundle } from '../../text/message.ts';
import { escapedLine } from '../../text/visible.ts';
import type { Value } from '../../yaml/edit.ts';
import type { Layout } from '../../yaml/layout.ts';
import { blockText, flowText, isList } from '../../yaml/write.ts';
import type { Draft, DraftEntry } from './draft.ts';
import { type Remark, remarkText } from './remark.ts';

/** What stands around the sections, and in which language. */
interface Around {
  readonly top: readonly Remark[];
  readonly bottom: readonly Remark[];
  readonly bundle: Bundle;
}

/** A draft as the text of a spec: sections and keys in the order of the format, short entries on one line. */
export function specText(draft: Draft, { top, bottom, bundle }: Around): string {
  const comment = (remark: Remark) => commentText(remarkText(remark, bundle));
  const spoken = spokenIn(draft, bundle);
  const sections = Object.entries(rootSchema.properties ?? {}).flatMap(([key, schema]) => {
    const lines = sectionLines([key], schema, spoken);
    return lines.length === 0 ? [] : [lines.join('\n')];
  });
  const head = [...top.map(comment), 'lyncFederation: 1'];
  const [first = '', ...others] = sections;
  const isHead = first.startsWith('server:');
  const parts = [
    [...head, ...(isHead ? [first] : [])].join('\n'),
    ...(isHead || first === '' ? others : sections),
    ...(bottom.length > 0 ? [bottom.map(comment).join('\n')] : []),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** Text as a comment; what a comment cannot hold, or would not show, is escaped. */
export function commentText(text: string): string {
  return `# ${escapedLine(text)}`.trimEnd();
}

/** An entry whose comments are in the language of the reader. */
type Spoken = Pick<DraftEntry, 'value'> & { readonly comments: readonly string[] };

function spokenIn(draft: Draft, bundle: Bundle): ReadonlyMap<string, readonly Spoken[]> {
  const spoken = ({ value, comments }: DraftEntry): Spoken => ({
    value,
    comments: comments.map((remark) => remarkText(remark, bundle)),
  });
  return new Map([...draft].map(([section, entries]) => [section, entries.map(spoken)]));
}

const LAYOUT: Layout = { indent: 2, indentLists: true, lineBreak: '\n' };
const WIDTH = 120;

function sectionLines(
  path: readonly string[],
  schema: Schema,
  draft: ReadonlyMap<string, readonly Spoken[]>,
): readonly string[] {
  const [key = ''] = path.slice(-1);
  const indent = '  '.repeat(path.length - 1);
  const entries = draft.get(path.join('.'));
  if (entries?.length === 0) return [`${indent}${key}: []`];
  if (entries && schema.items)
    return [`${indent}${key}:`, ...entries.flatMap((entry) => item(entry, path, schema.items))];
  const [only] = entries ?? [];
  if (only) return mapping(only, path);
  const below = Object.entries(schema.properties ?? {}).flatMap(([name, child]) =>
    sectionLines([...path, name], child, draft),
  );
  return below.length === 0 ? [] : [`${indent}${key}:`, ...below];
}

function mapping({ value, comments }: Spoken, path: readonly string[]): readonly string[] {
  const indent = '  '.repeat(path.length - 1);
  const [key = ''] = path.slice(-1);
  const above = comments.map((line) => `${indent}${commentText(line)}`);
  if (Object.keys(value).length === 0) return [...above, `${indent}${key}: {}`];
  const flow = path.length === 1 && key === 'server' ? `${key}: ${flowText(value)}` : undefined;
  if (flow !== undefined && fits(flow, value)) return [...above, flow];
  return [...above, `${indent}${key}:`, ...pairs(value, indent.length + 2).map((line) => `${indent}  ${line}`)];
}

function item({ value, comments }: Spoken, path: readonly string[], schema: Schema | undefined): readonly string[] {
  const indent = '  '.repeat(path.length);
  const above = comments.map((line) => `${indent}${commentText(line)}`);
  const shorthand = schema?.['x-shorthand'];
  const [first, ...more] = Object.keys(value);
  if (first !== undefined && first === shorthand && more.length === 0)
    return [...above, `${indent}- ${blockText(value[first] ?? null, indent.length + 2, LAYOUT)}`];
  const flow = TABULAR.has(path.join('.')) ? `${indent}- ${flowText(value)}` : undefined;
  if (flow !== undefined && fits(flow, value)) return [...above, flow];
  const [head = '', ...rest] = pairs(value, indent.length + 2);
  return [...above, `${indent}- ${head}`, ...rest.map((line) => `${indent}  ${line}`)];
}

/** Lists whose entries are read like the rows of a table. */
const TABULAR: ReadonlySet<string> = new Set([
  'domains.sip',
  'policies.externalAccess',
  'policies.mobility',
  'dns.srv',
  'dns.hosts',
  'dns.aliases',
]);

function fits(line: string, value: Readonly<Record<string, Value>>): boolean {
  return line.length <= WIDTH && Object.values(value).every((one) => typeof one !== 'string' || !one.includes('\n'));
}

function pairs(value: Readonly<Record<string, Value>>, column: number): readonly string[] {
  return Object.entries(value).flatMap(([key, one]) => {
    const flow = isList(one) ? `${key}: ${flowText(one)}` : undefined;
    if (flow !== undefined && column + flow.length <= WIDTH) return [flow];
    return blockText({ [key]: one }, 0, LAYOUT).split('\n');
  });
}
