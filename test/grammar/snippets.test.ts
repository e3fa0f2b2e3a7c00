import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import snippets from '../../snippets/lync-federation.json' with { type: 'json' };

const schema: object = JSON.parse(readFileSync('schemas/federation.schema.json', 'utf8'));
const ajv = new Ajv2020({ allErrors: true, strict: false });
addFormats.default(ajv);
const isSpec = ajv.compile(schema);

for (const [name, { body, description }] of Object.entries(snippets)) {
  test(`the snippet "${name}" is valid where its description puts it, whatever is chosen`, () => {
    const text = body.join('\n');
    const choices = Math.max(
      1,
      ...Array.from(text.matchAll(CHOICE), ([, options = '']) => splitOptions(options).length),
    );
    for (let chosen = 0; chosen < choices; chosen++) {
      const spec = place(parse(expand(text, chosen)), description);
      isSpec(spec);
      expect(isSpec.errors ?? []).toEqual([]);
    }
  });
}

const CHOICE = /\$\{\d+\|((?:[^|\\]|\\.)*)\|\}/g;
const PLACEHOLDER = /\$\{(\d+):((?:[^${}\\]|\\.)*)\}/;
const NOW: Readonly<Record<string, string>> = { CURRENT_YEAR: '2026', CURRENT_MONTH: '01', CURRENT_DATE: '31' };

/** The text that a snippet leaves when every default is taken, and of every choice the given one (or else its last). */
function expand(body: string, chosen: number): string {
  const values = new Map<string, string>();
  let text = body.replace(/(?<!\\)\$([A-Z_]+)/g, (_, name: string) => NOW[name] ?? name);
  text = text.replace(CHOICE, (choice, options: string) => {
    const all = splitOptions(options);
    return choice.replace(/\|.*\|/s, `:${all[Math.min(chosen, all.length - 1)]}`);
  });
  text = text.replace(/\$\{(\d+)\}/g, '$$$1');
  for (let match = PLACEHOLDER.exec(text); match !== null; match = PLACEHOLDER.exec(text)) {
    const [whole, tabStop = '', value = ''] = match;
    if (!values.has(tabStop)) values.set(tabStop, value);
    text = text.replace(whole, () => values.get(tabStop) ?? value);
  }
  return text.replace(/(?<!\\)\$(\d+)/g, (_, tabStop: string) => values.get(tabStop) ?? '').replace(/\\(.)/g, '$1');
}

function splitOptions(options: string): readonly string[] {
  return options.split(/(?<!\\),/).map((option) => option.replace(/\\(.)/g, '$1'));
}

/** The snippet's value within the smallest spec around it. */
function place(value: unknown, description: string): object {
  const start = { lyncFederation: 1, server: { product: 'sfb-2019' } };
  const entryOf = /^Entry of `([\w.]+)`/.exec(description)?.[1];
  const keyOf = /^Key `\w+` of `([\w.]+)`/.exec(description)?.[1];
  const path = (entryOf ?? keyOf)?.split('.') ?? [];
  const inPlace = path.reduceRight<unknown>((inner, key) => ({ [key]: inner }), value);
  return { ...start, ...(typeof inPlace === 'object' ? inPlace : {}) };
}
