import { stringify } from 'yaml';
import type { Value } from './edit.ts';
import type { Layout } from './layout.ts';
import type { ScalarValue } from './tree.ts';

/** A value in block style, from its first character on; further lines stand at `column`. */
export function blockText(value: Value, column: number, layout: Layout): string {
  const plain = plainLines(value, layout);
  if (plain !== undefined) return plain.join(layout.lineBreak + ' '.repeat(column));
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
  const plain = plainScalar(value);
  if (plain !== undefined) return plain;
  const text = stringify([value], { version: '1.2', collectionStyle: 'flow', lineWidth: 0 });
  return text.slice('[ '.length, text.lastIndexOf(' ]'));
}

/** The lines of a value in block style where nothing in it can be misread: the library takes a hundred times as long for each. */
function plainLines(value: Value, layout: Layout): readonly string[] | undefined {
  if (typeof value !== 'object' || value === null) return allOf([plainScalar(value)]);
  if (isList(value)) return value.length === 0 ? ['[]'] : allOf(value.map((item) => after('- ', plainOf(item))));
  const entries = Object.entries(value);
  if (entries.length === 0) return ['{}'];
  const indent = layout.indentLists ? ' '.repeat(layout.indent) : '';
  return allOf(
    entries.flatMap(([key, child]) => {
      // A longer key is written in another way.
      const name = key.length > LONGEST_KEY ? undefined : plainScalar(key);
      if (name === undefined || !isList(child) || child.length === 0) return after(`${name}: `, name && plainOf(child));
      return [`${name}:`, ...child.map((item) => after(`${indent}- `, plainOf(item)))];
    }),
  );
}

function plainOf(value: Value): string | undefined {
  if (typeof value !== 'object' || value === null) return plainScalar(value);
  return isList(value) && value.length === 0 ? '[]' : undefined;
}

/** A scalar that is the same in every style, because nothing of it means anything to YAML. */
function plainScalar(value: ScalarValue): string | undefined {
  if (typeof value === 'string') return PLAIN.test(value) && !/^(?:true|false|null)$/i.test(value) ? value : undefined;
  const isOdd = typeof value === 'number' && (!Number.isSafeInteger(value) || Object.is(value, -0));
  return isOdd ? undefined : String(value);
}

const LONGEST_KEY = 1000;
/** Words, names of services, and addresses. */
const PLAIN = /^[A-Za-z_](?:[\w.@/()+= -]*[\w.@/()+=])?$|^\d{1,3}(?:\.\d{1,3}){3}$/;

function after(prefix: string, text: string | undefined): string | undefined {
  return text === undefined ? undefined : prefix + text;
}

function allOf(lines: readonly (string | undefined)[]): readonly string[] | undefined {
  return lines.every((line) => line !== undefined) ? lines : undefined;
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
