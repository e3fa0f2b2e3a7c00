import { rootSchema, type Schema } from '../../spec/schema.ts';
import type { Value } from '../../yaml/edit.ts';
import type { Layout } from '../../yaml/layout.ts';
import { blockText, flowText, isList } from '../../yaml/write.ts';
import type { Draft, DraftEntry } from './draft.ts';

/** A draft as the text of a spec: sections and keys in the order of the format, short entries on one line. */
export function specText(draft: Draft, top: readonly string[], bottom: readonly string[]): string {
  const sections = Object.entries(rootSchema.properties ?? {}).flatMap(([key, schema]) => {
    const lines = sectionLines([key], schema, draft);
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

/** Text as a comment; what a comment cannot hold is escaped. */
export function comment(text: string): string {
  return `# ${printable(text)}`.trimEnd();
}

const LAYOUT: Layout = { indent: 2, indentLists: true, lineBreak: '\n' };
const WIDTH = 120;

function sectionLines(path: readonly string[], schema: Schema, draft: Draft): readonly string[] {
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

function mapping({ value, comments }: DraftEntry, path: readonly string[]): readonly string[] {
  const indent = '  '.repeat(path.length - 1);
  const [key = ''] = path.slice(-1);
  const above = comments.map((line) => `${indent}${comment(line)}`);
  if (Object.keys(value).length === 0) return [...above, `${indent}${key}: {}`];
  const flow = path.length === 1 && key === 'server' ? `${key}: ${flowText(value)}` : undefined;
  if (flow !== undefined && fits(flow, value)) return [...above, flow];
  return [...above, `${indent}${key}:`, ...pairs(value, indent.length + 2).map((line) => `${indent}  ${line}`)];
}

function item({ value, comments }: DraftEntry, path: readonly string[], schema: Schema | undefined): readonly string[] {
  const indent = '  '.repeat(path.length);
  const above = comments.map((line) => `${indent}${comment(line)}`);
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

function printable(text: string): string {
  return text.replace(UNPRINTABLE, (char) =>
    char === '\t' ? ' ' : `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNPRINTABLE = /[\0-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]/g;
