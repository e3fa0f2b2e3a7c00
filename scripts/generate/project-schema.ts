import { readFile } from 'node:fs/promises';
import { catalog } from '../../server/src/catalog/catalog.generated.ts';
import { idsOf } from '../../server/src/catalog/ids.ts';
import { languages, levels } from '../../server/src/project/project.ts';
import { personas } from '../../server/src/rules/rule.ts';
import { textOf } from '../../server/src/text/message.ts';
import type { Generator } from './generator.ts';

const PATH = 'schemas/project.schema.json';

/** The schema of the project file is written by hand but for what others know: the rules, personas, products and levels. */
export const projectSchema: Generator = async () => {
  const { rules } = await import('../../server/src/rules/index.generated.ts');
  const schema = JSON.parse(await readFile(PATH, 'utf8'));
  const strings = JSON.parse(await readFile('package.nls.json', 'utf8'));
  const { persona, product, rules: levelsOfRules, languages: kinds } = schema.properties;
  persona.enum = personas;
  persona.enumDescriptions = personas.map((one) => `${strings[`setting.persona.${one}`]}.`);
  product.enum = idsOf(catalog.products);
  product.enumDescriptions = idsOf(catalog.products).map((id) => `${catalog.products[id].name}.`);
  kinds.items.enum = languages;
  schema.$defs.level.enum = levels;
  levelsOfRules.properties = Object.fromEntries(
    rules.map(({ id, severity, summary }) => [
      id,
      { $ref: '#/$defs/level', description: textOf(summary), default: severity },
    ]),
  );
  return [[PATH, `${formatted(schema, '', 0)}\n`]];
};

const WIDTH = 120;

/** JSON as it is formatted here: a list stands on one line where it fits behind its key, an object never. */
function formatted(value: unknown, indent: string, column: number): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    const line = value.every((one) => typeof one !== 'object' || one === null || Array.isArray(one))
      ? `[${value.map((one) => formatted(one, inner, 0)).join(', ')}]`
      : undefined;
    if (line !== undefined && !line.includes('\n') && column + line.length < WIDTH) return line;
    return bracketed(
      value.map((one) => formatted(one, inner, inner.length)),
      '[]',
      indent,
    );
  }
  const entries = Object.entries(value).map(([key, child]) => {
    const name = `${JSON.stringify(key)}: `;
    return name + formatted(child, inner, inner.length + name.length);
  });
  return bracketed(entries, '{}', indent);
}

function bracketed(parts: readonly string[], brackets: string, indent: string): string {
  if (parts.length === 0) return brackets;
  return `${brackets[0]}\n${parts.map((part) => `${indent}  ${part}`).join(',\n')}\n${indent}${brackets[1]}`;
}
