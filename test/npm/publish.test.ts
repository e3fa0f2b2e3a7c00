import { readFileSync } from 'node:fs';
import { build } from 'esbuild';
import { expect, it } from 'vitest';
import { parse } from 'yaml';

const name = '.github/workflows/publish.yml';
const content = readFileSync(name, 'utf8');

it('the workflow is one to the parser of GitHub', async () => {
  const { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } = await parserOfGitHub();
  const { context, value } = parseWorkflow({ name, content }, new NoOperationTraceWriter());
  if (value === undefined) throw new Error('no workflow');
  const { errors, jobs } = await convertWorkflowTemplate(context, value);
  expect([errors ?? [], jobs.map(({ id }) => String(id))]).toEqual([[], ['npm']]);
});

it('the workflow publishes what `npm run package` makes, with its provenance and no token', () => {
  const { permissions, jobs } = parse(content);
  expect([permissions, jobs.npm.permissions]).toEqual([{}, { contents: 'read', 'id-token': 'write' }]);
  const commands = jobs.npm.steps.flatMap(({ run }: { readonly run?: string }) => run ?? []);
  expect(commands.at(-1)).toBe('npm publish ./out/npm --provenance --access public');
  expect(commands).toContain('npm run package');
  expect(content).not.toContain('secrets.');
});

/** The parser imports JSON as only bundlers do. */
async function parserOfGitHub(): Promise<typeof import('@actions/workflow-parser')> {
  const stdin = { contents: "export * from '@actions/workflow-parser'", resolveDir: '.' };
  const { outputFiles } = await build({ stdin, bundle: true, format: 'esm', platform: 'browser', write: false });
  const code = Buffer.from(outputFiles[0]?.contents ?? []).toString('base64');
  return import(`data:text/javascript;base64,${code}`);
}
