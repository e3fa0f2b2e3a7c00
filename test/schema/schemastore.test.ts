import { globSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { isSpecName } from '../../protocol/names.ts';
import federation from '../../schemas/federation.draft-07.schema.json' with { type: 'json' };
import project from '../../schemas/project.draft-07.schema.json' with { type: 'json' };
import catalog from '../../schemas/schemastore.json' with { type: 'json' };
import { analyze } from '../../server/src/analyze.ts';

// What SchemaStore asks of a schema: an entry in its catalog, files it takes and files it refuses, and no keyword that nobody knows.

// What a reference says of the type, a pattern beside it does not repeat.
const ajv = new Ajv({ strict: true, allowUnionTypes: true, strictRequired: false, strictTypes: false });
for (const keyword of ['enumDescriptions', 'patternErrorMessage']) ajv.addKeyword(keyword);
const validators = { 'lync-federation': ajv.compile(federation), 'lync-federation-project': ajv.compile(project) };

describe.each(Object.entries(validators))('%s', (name, validate) => {
  const isProject = name.endsWith('project');
  const verdicts = (file: string) => {
    const text = readFileSync(file, 'utf8');
    const { problems } = analyze(text, { asOf: '2026-01-01', ...(isProject && { project: true }) });
    return [problems.some(({ severity }) => severity === 'error'), validate(parse(text))];
  };

  it.each(globSync(`test/schemastore/test/${name}/*.yaml`))('takes %s', (file) => {
    expect(verdicts(file)).toEqual([false, true]);
  });

  it.each(globSync(`test/schemastore/negative_test/${name}/*.yaml`))('refuses %s', (file) => {
    expect(verdicts(file)).toEqual([true, false]);
  });
});

it('the catalog names files that are meant for nothing else, and the schemas by their addresses', () => {
  expect(catalog.schemas.map(({ url }) => url)).toEqual([federation.$id, project.$id]);
  for (const { name, description, url } of catalog.schemas) {
    expect(url).toMatch(/\/schemas\/1\//);
    expect(`${name}\n${description}`).not.toMatch(/[,. \t-]$|schema/im);
  }
  const [specs, projects] = catalog.schemas.map(({ fileMatch }) => fileMatch);
  expect(specs?.filter((name) => !name.includes('lync') || !isSpecName(name.replace('*', 'contoso')))).toEqual([]);
  expect(projects).toEqual(['.lync-federation.yaml', '.lync-federation.yml']);
});
