import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import draft07 from '../../schemas/project.draft-07.schema.json' with { type: 'json' };
import schema from '../../schemas/project.schema.json' with { type: 'json' };
import { ANNOTATIONS } from '../../scripts/generate/prose.ts';
import { analyze } from '../../server/src/analyze.ts';

const ajv = new Ajv2020({ allErrors: true, strict: true });
for (const keyword of ANNOTATIONS) ajv.addKeyword(keyword);
const validate = ajv.compile(schema);
const validateCopy = new Ajv({ strict: false }).compile(draft07);

const DOCS = [...readFileSync('docs/project.md', 'utf8').matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(
  ([, text = '']) => text,
);

/** Whether the schema, its copy and the product let a text through. */
function verdicts(text: string): readonly boolean[] {
  const data = parse(text) ?? {};
  return [
    validate(data),
    validateCopy(data),
    analyze(text, { asOf: '2026-01-01', project: true }).problems.length === 0,
  ];
}

describe('the schema of the project file, its draft-07 copy and the product agree', () => {
  it('on what docs/project.md shows', () => {
    expect(DOCS.length).toBeGreaterThan(2);
    for (const text of DOCS) expect(verdicts(text), text).toEqual([true, true, true]);
  });

  it.each([
    'foo: 1',
    'asOf: 2026-02-30',
    'asOf: 2026',
    'asOf:',
    'persona: nobody',
    'persona: [auditor]',
    'product: lync-2012',
    'rules: off',
    'rules: { foo: off }',
    'rules: { srv-port: false }',
    'rules: { srv-port: high }',
    'include: []',
    'include: edge',
    'include: [/edge]',
    'include: ["!edge"]',
    'exclude: [1]',
    "exclude: ['a\\b']",
    'exclude: [C:/x]',
    'exclude: [../x]',
    "exclude: ['']",
    'languages: []',
    'languages: [bash]',
  ])('that %j is wrong', (text) => {
    expect(verdicts(text)).toEqual([false, false, false]);
  });

  it.each(['{}', 'exclude: []', "rules: { srv-port: 'off' }", 'include: [./edge, "**/*.lync.yaml"]'])(
    'that %j is right',
    (text) => {
      expect(verdicts(text)).toEqual([true, true, true]);
    },
  );
});

it('each key tells what it is for, and shows how it is written', () => {
  for (const [key, { title, description, ...rest }] of Object.entries(schema.properties)) {
    expect([title, description], key).not.toContain('');
    expect('enum' in rest || 'examples' in rest, key).toBe(true);
    const examples: readonly unknown[] = 'examples' in rest ? rest.examples : [];
    for (const example of examples) expect(validate({ [key]: example }), key).toBe(true);
  }
  const lists = [schema.properties.persona, schema.properties.product, schema.properties.languages.items];
  for (const { enum: values, enumDescriptions } of [...lists, schema.$defs.level]) {
    expect(enumDescriptions).toHaveLength(values.length);
  }
});
