import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import manifest from '../../package.json' with { type: 'json' };
import { TOOL_PREFIX } from '../../protocol/methods.ts';
import federation from '../../schemas/federation.schema.json' with { type: 'json' };
import { analyze } from '../../server/src/analyze.ts';
import { schemaOf } from '../../server/src/assist/parameter.ts';
import { tools } from '../../server/src/assist/tools.ts';
import { inEnglish } from '../../server/src/text/message.ts';

describe('the manifest', () => {
  it('declares each tool as it is', () => {
    const declared = manifest.contributes.languageModelTools;
    expect(
      declared.map(({ name, modelDescription, inputSchema }) => ({ name, modelDescription, inputSchema })),
    ).toEqual(
      tools.map(({ name, about, takes }) => ({
        name: `${TOOL_PREFIX}${name}`,
        modelDescription: inEnglish(about),
        inputSchema: JSON.parse(JSON.stringify(schemaOf(takes, inEnglish))),
      })),
    );
    for (const { name, toolReferenceName } of declared) {
      expect(name).toMatch(/^[\w-]+$/);
      expect(toolReferenceName).toMatch(/^[\w-]+$/);
    }
  });
});

describe('the page for assistants', () => {
  const page = readFileSync('docs/agents.md', 'utf8');
  const [, spec = ''] = /```yaml\n(.*?)```/s.exec(page) ?? [];

  it('shows a spec in which nothing is wrong', () => {
    expect(analyze(spec, { asOf: '2026-12-01' }).problems.map(({ rule }) => rule)).toEqual([]);
  });

  it('names keys that there are', () => {
    const keys = new Set([...JSON.stringify(federation).matchAll(/"(\w+)":/g)].map(([, key]) => key));
    const named = [...JSON.stringify(parse(spec)).matchAll(/"(\w+)":/g)].map(([, key]) => key);
    expect(named.filter((key) => !keys.has(key))).toEqual([]);
    expect(named.length).toBeGreaterThan(15);
  });

  it('is short, and names every tool', () => {
    expect(page.length).toBeLessThan(6000);
    for (const { name } of tools) expect(page).toContain(`| \`${name}\` |`);
  });
});
