import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { workspace } from '../cli/cli.ts';

const name = '.github/workflows/publish.yml';
const content = readFileSync(name, 'utf8');

it('the workflow is one to the parser of GitHub', async () => {
  const { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } = await parserOfGitHub();
  const { context, value } = parseWorkflow({ name, content }, new NoOperationTraceWriter());
  if (value === undefined) throw new Error('no workflow');
  const { errors, jobs } = await convertWorkflowTemplate(context, value);
  expect([errors ?? [], jobs.map(({ id }) => String(id))]).toEqual([[], ['package', 'npm', 'action']]);
});

const { permissions, jobs } = parse(content);

it('what holds a right runs nothing but what publishes, and no job keeps a token', () => {
  const steps = (job: string): readonly string[] =>
    jobs[job].steps.flatMap(({ run }: { readonly run?: string }) => run ?? []);
  expect([permissions, jobs.package.permissions]).toEqual([{}, { contents: 'read' }]);
  expect([jobs.npm.permissions, jobs.action.permissions]).toEqual([{ 'id-token': 'write' }, { contents: 'write' }]);
  expect(steps('package')).toContain('npm run package');
  expect(steps('npm')).toEqual(['npm publish ./lync-federation-[0-9]*.tgz --provenance --access public']);
  expect(steps('action')[0]).toBe('gh release upload "$GITHUB_REF_NAME" packed/*');
  expect(content).not.toContain('secrets.');
});

it('a release moves the tag of its major version to what its release file holds; one before it does not', () => {
  const cwd = workspace({ '.gitignore': 'dist/\n', 'README.md': '', 'made/action.yml': '', 'made/dist/action.js': '' });
  const git = (...args: readonly string[]) => execFileSync('git', args, { cwd, encoding: 'utf8' });
  git('init', '--quiet', '--bare', 'origin.git');
  git('init', '--quiet');
  git('remote', 'add', 'origin', 'origin.git');
  const { run: script } = jobs.action.steps.at(-1);
  const release = (version: string, IS_PRERELEASE: boolean) => {
    writeFileSync(join(cwd, 'made/dist/action.js'), version);
    mkdirSync(join(cwd, 'packed'), { recursive: true });
    execFileSync('tar', ['-czf', 'packed/lync-federation-action.tgz', '-C', 'made', '.'], { cwd });
    const env = { ...process.env, GITHUB_REF_NAME: version, IS_PRERELEASE: String(IS_PRERELEASE) };
    execFileSync('bash', ['-e', '-c', `rm -rf action action.index; ${script}`], { cwd, env, stdio: 'pipe' });
  };
  const held = (tag: string) => git('--git-dir=origin.git', 'show', `${tag}:dist/action.js`);
  release('v0.1.0', false);
  release('v0.2.0-rc.1', true);
  expect([held('v0'), held('action-v0.2.0-rc.1')]).toEqual(['v0.1.0', 'v0.2.0-rc.1']);
  release('v0.2.0', false);
  expect([held('v0'), held('action-v0.1.0')]).toEqual(['v0.2.0', 'v0.1.0']);
  expect(git('--git-dir=origin.git', 'ls-tree', '-r', '--name-only', 'v0')).toBe('action.yml\ndist/action.js\n');
  expect([git('status', '--porcelain', 'README.md'), existsSync(join(cwd, 'README.md'))]).toEqual([
    '?? README.md\n',
    true,
  ]);
});

/** The parser imports JSON as only bundlers do. */
async function parserOfGitHub(): Promise<typeof import('@actions/workflow-parser')> {
  const stdin = { contents: "export * from '@actions/workflow-parser'", resolveDir: '.' };
  const { outputFiles } = await build({ stdin, bundle: true, format: 'esm', platform: 'browser', write: false });
  const code = Buffer.from(outputFiles[0]?.contents ?? []).toString('base64');
  return import(`data:text/javascript;base64,${code}`);
}
