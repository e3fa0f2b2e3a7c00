import type { Schema } from '../../spec/schema.ts';
import type { Layout } from '../../yaml/layout.ts';
import { flowText } from '../../yaml/write.ts';

/** Where a snippet is put: its column, the layout of the document, and whether it stands between brackets. */
export interface Put {
  readonly column: number;
  readonly layout: Layout;
  readonly flow: boolean;
}

/** A key with a place to type its value, in TextMate snippet syntax. */
export function keySnippet(key: string, schema: Schema, put: Put, stop = 1): string {
  return `${key}:${opening(schema, put, stop)}`;
}

/** What follows the colon of a key: its only value, a choice, a bracket, or a line of its own. */
export function opening(schema: Schema, { column, layout, flow }: Put, stop = 1): string {
  const { type } = schema;
  if (schema.const !== undefined) return ` ${yamlText(schema.const)}`;
  if (schema.properties !== undefined && !isText(schema)) {
    return flow ? ` { $${stop} }` : `${newLine(layout, column + layout.indent)}$${stop}`;
  }
  if (type === 'array')
    return flow || schema.items?.enum ? ` [$${stop}]` : `${newLine(layout, listColumn(column, layout))}- $${stop}`;
  return ` ${placeholder(schema, stop)}`;
}

/** A place to type a value: a choice where the format lists the values. */
export function placeholder(schema: Schema, stop: number): string {
  const values = schema.enum ?? (schema.type === 'boolean' ? [true, false] : []);
  return values.length > 1 ? choice(stop, values.map(yamlText)) : `$${stop}`;
}

/** A place to choose one of several texts. */
export function choice(stop: number, texts: readonly string[]): string {
  return `\${${stop}|${texts.map((text) => text.replace(/[\\,|]/g, '\\$&')).join(',')}|}`;
}

/** A place to type over a text. */
export function suggestion(stop: number, text: string): string {
  return `\${${stop}:${literal(text)}}`;
}

/** A text that stands for itself in a snippet. */
export function literal(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

/** A value as YAML on one line. */
export function yamlText(value: string | number | boolean): string {
  return flowText(value);
}

/** The column of the items of a list whose key stands at `column`. */
export function listColumn(column: number, layout: Layout): number {
  return column + (layout.indentLists ? layout.indent : 0);
}

/** A line break and the indentation of the next line. */
export function newLine(layout: Layout, column: number): string {
  return layout.lineBreak + ' '.repeat(column);
}

function isText({ type }: Schema): boolean {
  return Array.isArray(type) && type.includes('string');
}
