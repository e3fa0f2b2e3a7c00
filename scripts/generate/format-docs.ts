import { keysOf, rootSchema, type Schema } from '../../server/src/spec/schema.ts';
import type { Generator } from './generator.ts';
import { cell } from './markdown.ts';

/** The reference of the format, from its schema. */
export const formatDocs: Generator = async () => {
  const intro = '# The federation spec, format 1\n\nGenerated from `schemas/federation.schema.json`.\n';
  return [
    [
      'docs/format.md',
      [intro, rootSchema.description ?? '', ...sections(rootSchema, [])].join('\n').trimEnd().concat('\n'),
    ],
  ];
};

function sections(schema: Schema, path: readonly string[]): string[] {
  const inner = keysOf(schema).flatMap((key) => {
    const child = schema.properties?.[key] ?? {};
    const items = child.items;
    if (items?.properties)
      return sections({ ...items, title: child.title ?? '', description: child.description ?? '' }, [
        ...path,
        `${key}[]`,
      ]);
    return child.properties ? sections(child, [...path, key]) : [];
  });
  return [...own(schema, path), ...inner];
}

function own(schema: Schema, path: readonly string[]): string[] {
  const cmdlet = schema['x-cmdlet'] ? ` (\`${schema['x-cmdlet']}\`)` : '';
  const heading =
    path.length === 0 ? '\n## Top level\n' : `\n## \`${path.join('.')}\`${cmdlet}\n\n${schema.description ?? ''}\n`;
  const shorthand = schema['x-shorthand'] ? [`\nA bare name is short for \`${schema['x-shorthand']}\`.`] : [];
  return [heading, ...tableOf(schema), ...shorthand];
}

/** What each key of a mapping means, as the lines of a table. */
export function tableOf(schema: Schema): readonly string[] {
  return ['| Key | Value | Meaning |', '| --- | --- | --- |', ...keysOf(schema).map((key) => row(key, schema))];
}

function row(key: string, parent: Schema): string {
  const schema = parent.properties?.[key] ?? {};
  const required = parent.required?.includes(key) ? ' (required)' : '';
  const parameter = schema['x-parameter'] ? ` Parameter \`-${schema['x-parameter']}\`.` : '';
  const initial = schema.default === undefined ? '' : ` Default: \`${JSON.stringify(schema.default)}\`.`;
  const values = valuesOf(schema.items ?? schema);
  return `| \`${key}\`${required} | ${cell(kindOf(schema))} | ${cell(`${schema.description ?? ''}${parameter}${initial}${values}`)} |`;
}

/** What each value of a list of values means. */
function valuesOf({ enum: values = [], enumDescriptions = [] }: Schema): string {
  return values.map((value, i) => `<br>\`${value}\`: ${enumDescriptions[i] ?? ''}`).join('');
}

function kindOf(schema: Schema): string {
  if (schema.const !== undefined) return `\`${schema.const}\``;
  if (schema.enum) return schema.enum.map((value) => `\`${value}\``).join(', ');
  if (schema.items) return `list of ${kindOf(schema.items)}`;
  return [schema.type ?? 'any'].flat().join(' or ');
}
