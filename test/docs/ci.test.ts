import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import manifest from '../../package.json' with { type: 'json' };
import { cli, FAULTY, workspace } from '../cli/cli.ts';

const page = readFileSync('docs/ci.md', 'utf8');

/** The fenced block of a language, or of a file. */
function block(what: string): string {
  const [, body] = new RegExp(`^\`\`\`(?:\\w+ file=)?${what}\\n([\\s\\S]*?)^\`\`\`$`, 'm').exec(page) ?? [];
  if (body === undefined) throw new Error(`the page has no ${what}`);
  return body;
}

describe('docs/ci.md', () => {
  it('uses the action as it is', () => {
    const { inputs, outputs } = parse(readFileSync('action.yml', 'utf8'));
    const { jobs } = parse(block('.github/workflows/federation.yml'));
    const [, federation, upload] = jobs.check.steps;
    expect(federation.uses).toBe('lync-federation/lync-federation@v0');
    expect(Object.keys(inputs)).toEqual(expect.arrayContaining(Object.keys(federation.with)));
    const used = [upload.if, upload.with.sarif_file].map((text) =>
      /steps\.(\w+)\.outputs\.([\w-]+)/.exec(text)?.slice(1),
    );
    expect(used).toEqual([
      [federation.id, 'sarif-file'],
      [federation.id, 'sarif-file'],
    ]);
    expect(Object.keys(outputs)).toContain('sarif-file');
  });

  it('uses the hooks as they are', async () => {
    const known: readonly { id: string }[] = parse(readFileSync('.pre-commit-hooks.yaml', 'utf8'));
    const [{ hooks }] = parse(block('.pre-commit-config.yaml')).repos;
    expect(hooks.map(({ id }: { id: string }) => id)).toEqual(known.map(({ id }) => id));
    const cwd = workspace({ 'a.ps1': 'Get-CsExternalAccessPolicy\n' });
    for (const { args = [] } of hooks) expect((await cli(['check', ...args, 'a.ps1'], { cwd })).code).toBe(0);
  });

  it('has commands that work, and jobs that keep what these write', async () => {
    const cwd = workspace({ 'contoso.lync.yaml': FAULTY });
    const typed = [...page.matchAll(/lync-federation(?:\.git)? (check(?: [\w-]+)*)( > \S+)?/g)];
    expect(typed.map(([, command]) => command)).toEqual([
      'check',
      'check',
      'check',
      'check --format gitlab',
      'check --format junit',
      'check --format rdjson',
    ]);
    for (const [, command = ''] of typed) expect((await cli(command.split(' '), { cwd })).code).toBe(1);
    const { federation } = parse(block('.gitlab-ci.yml'));
    expect(federation.script.at(-1)).toMatch(/ > gl-code-quality-report\.json$/);
    expect(federation.artifacts.reports.codequality).toBe('gl-code-quality-report.json');
    expect(block('Jenkinsfile')).toMatch(/ > (\S+)'[\s\S]*junit '\1'/);
  });

  it('has a task as VS Code takes it', async () => {
    const [{ properties } = { properties: {} }] = manifest.contributes.taskDefinitions;
    const [{ label, type, ...given }] = JSON.parse(block('json')).tasks;
    expect([label, type]).toEqual(['federation next July', 'lync-federation']);
    expect(Object.keys(given)).toEqual(Object.keys(properties));
    const cwd = workspace({ 'contoso.lync.yaml': FAULTY });
    expect((await cli(['check', ...given.args, '--', ...given.paths], { cwd })).code).toBe(1);
  });
});
