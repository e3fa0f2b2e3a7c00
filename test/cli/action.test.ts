import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { bundle, CLEAN, FAULTY, workspace } from './cli.ts';

interface Step {
  readonly name: string;
  readonly id?: string;
  readonly shell: string;
  readonly run: string;
  readonly env?: Readonly<Record<string, string>>;
}
interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
  readonly outputs: Readonly<Record<string, { readonly description: string; readonly value: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

const { inputs, outputs, runs }: Action = parse(readFileSync('action.yml', 'utf8'));

describe('the GitHub Action', () => {
  it('is made of scripts in bash, into which no input is written as text', () => {
    expect(runs.using).toBe('composite');
    for (const { shell, run } of runs.steps) {
      expect(shell).toBe('bash');
      expect(run).not.toContain('${{');
    }
  });

  it('describes its inputs, uses each, and takes its outputs from a step', () => {
    const used = runs.steps.flatMap(({ env = {} }) => Object.values(env));
    expect(used.toSorted()).toEqual(
      Object.keys(inputs)
        .map((name) => `\${{ inputs.${name} }}`)
        .toSorted(),
    );
    for (const { description, default: value } of Object.values(inputs)) {
      expect(description).not.toBe('');
      expect(value).toBeTypeOf('string');
    }
    for (const [name, { value }] of Object.entries(outputs)) expect(value).toBe(`\${{ steps.check.outputs.${name} }}`);
    expect(runs.steps.filter(({ id }) => id === 'check').length).toBe(1);
  });

  it('annotates, and fails by the exit code of the command line', async () => {
    const cwd = workspace({ 'contoso.lync.yaml': FAULTY, 'fabrikam.lync.yaml': CLEAN });
    const run = await action({}, cwd);
    expect(run.code).toBe(1);
    expect(run.output).toBe('exit-code=1\n');
    expect(run.stdout.split('\n')[0]).toMatch(/^::error file=contoso\.lync\.yaml,line=7,col=3,/);
    expect(await action({ paths: 'fabrikam.lync.yaml' }, cwd)).toEqual({
      code: 0,
      stdout: '',
      stderr: '',
      output: 'exit-code=0\n',
    });
    const wrong = await action({ paths: 'nothing.yaml' }, cwd);
    expect([wrong.code, wrong.output]).toEqual([2, 'exit-code=2\n']);
    expect(wrong.stderr).toBe('error: There is no file or folder `nothing.yaml`.\n');
  });

  it('hands every input on', async () => {
    const cwd = workspace({
      'a b.lync.yaml': 'lyncFederation: 1\n# lync-federation: ignore[srv-port] why\nserver:\n  product: lync-2013\n',
      'c.ps1': 'Set-CsAccessEdgeConfiguration -AllowFederatedUsers $true\n',
      'none.lync.yaml': 'a: b: c',
    });
    const given = { paths: 'a b.lync.yaml\n\nc.ps1\n', format: 'json', 'as-of': '2014-07-01' };
    const json = await action({ ...given, persona: 'auditor', product: 'lync-2010' }, cwd);
    expect(json.code).toBe(0);
    const { asOf, files } = JSON.parse(json.stdout);
    expect([asOf, files.map(({ path }: { path: string }) => path)]).toEqual(['2014-07-01', ['a b.lync.yaml', 'c.ps1']]);
    expect((await action({ ...given, 'max-warnings': '0' }, cwd)).code).toBe(1);
    for (const wrong of ['as-of', 'persona', 'product', 'baseline', 'format', 'max-warnings']) {
      const { code, stderr } = await action({ ...given, [wrong]: 'x y' }, cwd);
      expect([code, stderr.includes('`x y`')]).toEqual([2, true]);
    }
  });

  it('writes a report for code scanning as well', async () => {
    const cwd = workspace({ 'contoso.lync.yaml': FAULTY });
    const run = await action({ 'sarif-file': 'the report.sarif' }, cwd);
    expect(run.output).toBe('sarif-file=the report.sarif\nexit-code=1\n');
    const log = JSON.parse(readFileSync(join(cwd, 'the report.sarif'), 'utf8'));
    expect(log.runs[0].results.length).toBeGreaterThan(0);
  });

  it('runs nothing that an input says', async () => {
    const cwd = workspace({ 'a.lync.yaml': CLEAN });
    const evil = '"; touch pwned; $(touch pwned) `touch pwned` \' | touch pwned #';
    for (const name of Object.keys(inputs)) await action({ [name]: evil }, cwd);
    expect(existsSync(join(cwd, 'pwned'))).toBe(false);
    expect((await action({ paths: '--help' }, cwd)).code).toBe(2);
  });

  it('builds the command line where it is not there yet', async () => {
    const cwd = workspace({ 'a.lync.yaml': CLEAN });
    const build =
      "import { writeFileSync, mkdirSync } from 'node:fs';\nconst dist = new URL('../dist/', import.meta.url);\n";
    const fresh = workspace({
      'scripts/prepare.mjs': `${build}mkdirSync(dist);\nwriteFileSync(new URL('cli.js', dist), 'console.log("built")');\n`,
    });
    expect(await action({}, cwd, fresh)).toEqual({ code: 0, stdout: 'built\n', stderr: '', output: 'exit-code=0\n' });
    writeFileSync(join(fresh, 'dist', 'cli.js'), 'console.log("kept")');
    expect((await action({}, cwd, fresh)).stdout).toBe('kept\n');
  });
});

interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** What the steps wrote as outputs. */
  readonly output: string;
}

/** The checkout of the action, as it is once it was built. */
function built(): string {
  const checkout = workspace({});
  mkdirSync(join(checkout, 'dist'));
  symlinkSync(bundle, join(checkout, 'dist', 'cli.js'));
  return checkout;
}

/** Runs the steps as GitHub does, until one fails. */
async function action(given: Readonly<Record<string, string>>, cwd: string, checkout = built()): Promise<Run> {
  const output = join(workspace({ output: '' }), 'output');
  let run = { code: 0, stdout: '', stderr: '' };
  for (const step of runs.steps) {
    const asked = Object.entries(step.env ?? {}).map(([name, value]) => [name, filledIn(value, given)]);
    const env = {
      PATH: process.env.PATH,
      GITHUB_ACTION_PATH: checkout,
      GITHUB_OUTPUT: output,
      ...Object.fromEntries(asked),
    };
    const script = join(workspace({ 'step.sh': step.run }), 'step.sh');
    const { code, stdout, stderr } = await bash(['--noprofile', '--norc', '-eo', 'pipefail', script], { cwd, env });
    run = { code, stdout: run.stdout + stdout, stderr: run.stderr + stderr };
    if (code !== 0) break;
  }
  return { ...run, output: readFileSync(output, 'utf8') };
}

function filledIn(value: string, given: Readonly<Record<string, string>>): string {
  return value.replace(/\$\{\{ inputs\.([\w-]+) \}\}/g, (_, name) => given[name] ?? inputs[name]?.default ?? '');
}

function bash(
  args: readonly string[],
  options: { readonly cwd: string; readonly env: NodeJS.ProcessEnv },
): Promise<Omit<Run, 'output'>> {
  return new Promise((resolve) => {
    execFile('bash', args, options, (error, stdout, stderr) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr }),
    );
  });
}
