import { keysOf, rootSchema, type Schema } from '../../server/src/spec/schema.ts';
import { type Bundle, prose, textOf } from '../../server/src/text/message.ts';
import { korean } from '../l10n/korean.ts';
import type { Generator } from './generator.ts';
import { cell } from './markdown.ts';

/** The reference of the format in each language, from its schema. */
export const formatDocs: Generator = async () => [
  ['docs/format.md', reference(ENGLISH)],
  ['docs/ko/format.md', reference(KOREAN)],
];

/** How a language says what the schema does not. Keys and values are the same in all. */
export interface Language {
  readonly bundle: Bundle;
  readonly title: string;
  readonly origin: string;
  readonly topLevel: string;
  readonly columns: string;
  readonly required: string;
  readonly types: Readonly<Record<string, string>>;
  readonly either: string;
  listOf(kind: string): string;
  parameter(name: string): string;
  initial(value: string): string;
  shorthand(key: string): string;
}

export const ENGLISH: Language = {
  bundle: {},
  title: 'The federation spec, format 1',
  origin: 'Generated from `schemas/federation.schema.json`.',
  topLevel: 'Top level',
  columns: '| Key | Value | Meaning |',
  required: 'required',
  types: {},
  either: ' or ',
  listOf: (kind) => `list of ${kind}`,
  parameter: (name) => `Parameter \`-${name}\`.`,
  initial: (value) => `Default: \`${value}\`.`,
  shorthand: (key) => `A bare name is short for \`${key}\`.`,
};

export const KOREAN: Language = {
  bundle: korean(),
  title: '페더레이션 명세, 형식 1',
  origin: '`schemas/federation.schema.json` 파일에서 생성한 문서입니다.',
  topLevel: '최상위',
  columns: '| 키 | 값 | 의미 |',
  required: '필수',
  types: { string: '텍스트', object: '매핑', integer: '정수', number: '숫자', boolean: '`true`, `false`' },
  either: ' 또는 ',
  listOf: (kind) => (kind.startsWith('`') ? `목록: ${kind}` : `${kind} 목록`),
  parameter: (name) => `매개 변수: \`-${name}\`.`,
  initial: (value) => `기본값: \`${value}\`.`,
  shorthand: (key) => `이름만 적으면 \`${key}\` 키를 줄여 쓴 것으로 봅니다.`,
};

function reference(language: Language): string {
  const intro = `# ${language.title}\n\n${language.origin}\n`;
  const lines = [intro, said(rootSchema.description, language), ...sections(rootSchema, [], language)];
  return lines.join('\n').trimEnd().concat('\n');
}

function sections(schema: Schema, path: readonly string[], language: Language): string[] {
  const inner = keysOf(schema).flatMap((key) => {
    const child = schema.properties?.[key] ?? {};
    const items = child.items;
    if (items?.properties) {
      const named = { ...items, title: child.title ?? '', description: child.description ?? '' };
      return sections(named, [...path, `${key}[]`], language);
    }
    return child.properties ? sections(child, [...path, key], language) : [];
  });
  return [...own(schema, path, language), ...inner];
}

function own(schema: Schema, path: readonly string[], language: Language): string[] {
  const cmdlet = schema['x-cmdlet'] ? ` (\`${schema['x-cmdlet']}\`)` : '';
  const heading =
    path.length === 0
      ? `\n## ${language.topLevel}\n`
      : `\n## \`${path.join('.')}\`${cmdlet}\n\n${said(schema.description, language)}\n`;
  const shorthand = schema['x-shorthand'] ? [`\n${language.shorthand(schema['x-shorthand'])}`] : [];
  return [heading, ...tableOf(schema, language), ...shorthand];
}

/** What each key of a mapping means, as the lines of a table. */
export function tableOf(schema: Schema, language: Language): readonly string[] {
  return [language.columns, '| --- | --- | --- |', ...keysOf(schema).map((key) => row(key, schema, language))];
}

function row(key: string, parent: Schema, language: Language): string {
  const schema = parent.properties?.[key] ?? {};
  const required = parent.required?.includes(key) ? ` (${language.required})` : '';
  const parameter = schema['x-parameter'] ? ` ${language.parameter(schema['x-parameter'])}` : '';
  const initial = schema.default === undefined ? '' : ` ${language.initial(JSON.stringify(schema.default))}`;
  const meaning = `${said(schema.description, language)}${parameter}${initial}${valuesOf(schema.items ?? schema, language)}`;
  return `| \`${key}\`${required} | ${cell(kindOf(schema, language))} | ${cell(meaning)} |`;
}

/** What each value of a list of values means. */
function valuesOf({ enum: values = [], enumDescriptions = [] }: Schema, language: Language): string {
  if (values.length > MOST_VALUES) return '';
  return values.map((value, i) => `<br>\`${value}\`: ${said(enumDescriptions[i], language)}`).join('');
}

function kindOf(schema: Schema, language: Language): string {
  if (schema.const !== undefined) return `\`${schema.const}\``;
  if (schema.enum && schema.enum.length <= MOST_VALUES) return schema.enum.map((value) => `\`${value}\``).join(', ');
  if (schema.items) return language.listOf(kindOf(schema.items, language));
  const types = [schema.type ?? 'any'].flat().map((type) => language.types[type] ?? type);
  return types.join(language.either);
}

/** Values past which nobody looks for one in a table, such as all rules. */
const MOST_VALUES = 50;

function said(text: string | undefined, { bundle }: Language): string {
  return textOf(prose(text ?? ''), bundle);
}
