import { stringify } from 'yaml';
import type { Value } from './edit.ts';
import type { Layout } from './layout.ts';
import type { ScalarValue } from './tree.ts';

/** A value in block style, from its first character on; further lines stand at `column`. */
export function blockText(value: Value, column: number, layout: Layout): string {
  const text = stringify(value, {
    version: '1.2',
    indent: layout.indent,
    indentSeq: layout.indentLists,
    lineWidth: 0,
    blockQuote: false,
  });
  return text.trimEnd().replaceAll('\n', layout.lineBreak + ' '.repeat(column));
}

/** A value on one line, as it stands between brackets. */
export function flowText(value: Value): string {
  if (typeof value !== 'object' || value === null) return flowScalar(value);
  if (isList(value)) return `[${value.map(flowText).join(', ')}]`;
  const entries = Object.entries(value).map(([key, child]) => `${flowScalar(key)}: ${flowText(child)}`);
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

function flowScalar(value: ScalarValue): string {
  const text = stringify([value], { version: '1.2', collectionStyle: 'flow', lineWidth: 0 });
  return text.slice('[ '.length, text.lastIndexOf(' ]'));
}

/** Whether a value is a list; narrows readonly lists, which `Array.isArray` does not. */
export function isList(value: Value | undefined): value is readonly Value[] {
  return Array.isArray(value);
}

/** Whether a value is keys with values. */
export function isFields(value: Value | undefined): value is { readonly [key: string]: Value } {
  return typeof value === 'object' && value !== null && !isList(value);
}

/** A scalar in the quotes of the one it replaces, where these can hold it. */
export function scalarText(value: ScalarValue, style: string, before: string): string {
  if (typeof value === 'string' && style === 'single' && !/[\n\r]/.test(value))
    return `'${value.replaceAll("'", "''")}'`;
  if (typeof value === 'string' && style === 'double' && before.startsWith('"')) return JSON.stringify(value);
  return flowText(value);
}
