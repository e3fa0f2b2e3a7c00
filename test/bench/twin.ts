import { parse } from 'yaml';
import type { BenchSpec } from './spec.ts';

/** The same spec in JSON, with the place where the benchmark types. */
export function twin({ text, edit }: BenchSpec): BenchSpec {
  const [, domain = ''] = /domain: ([\w.-]+)/.exec(text.split('\n')[edit.line] ?? '') ?? [];
  const json = JSON.stringify(parse(text, { uniqueKeys: false }), null, 2);
  const key = `"domain": "`;
  const lines = json.split('\n');
  const line = lines.findIndex((one) => one.includes(`${key}${domain}"`));
  const character = (lines[line] ?? '').indexOf(key) + key.length + domain.indexOf('-');
  return { text: json, edit: { ...edit, line, character } };
}
