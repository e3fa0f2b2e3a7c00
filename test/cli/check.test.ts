import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { bundle, CLEAN, cli, FAULTY, workspace } from './cli.ts';

describe('the reports', () => {
  it.each(['text', 'json', 'sarif', 'github', 'junit', 'gitlab', 'rdjson', 'markdown'])('%s', async (format) => {
    const cwd = workspace({ 'contoso.lync.yaml': FAULTY, 'eu/fabrikam.lync.yaml': CLEAN });
    const run = await cli(['check', '--format', format, '--as-of', '2014-07-01'], { cwd });
    expect({ code: run.code, stderr: run.stderr }).toEqual({ code: 1, stderr: '' });
    const report = format === 'sarif' ? withoutOtherRules(run.stdout) : run.stdout;
    await expect(report).toMatchFileSnapshot(`golden/check.${format}.txt`);
  });

  it('show colours where they are asked for, and else none', async () => {
    const cwd = workspace({ 'contoso.lync.yaml': FAULTY });
    const forced = await cli(['check'], { cwd, env: { FORCE_COLOR: '1' } });
    await expect(forced.stdout).toMatchFileSnapshot('golden/check.colours.txt');
    for (const env of [{}, { FORCE_COLOR: '0' }, { NO_COLOR: '1', FORCE_COLOR: '1' }]) {
      expect((await cli(['check'], { cwd, env })).stdout).not.toContain('\u001b');
    }
  });

  it('align carets below Hangul', async () => {
    const input = 'lyncFederation: 1\norganization: { name: 콘토소, nam: 2 }\n';
    const { stdout } = await cli(['check', '--as-of', '2014-07-01', '-'], { input });
    expect(stdout.split('\n').slice(1, 5)).toEqual([
      ' --> <stdin>:2:28',
      '  |',
      '2 | organization: { name: 콘토소, nam: 2 }',
      '  |                               ^^^',
    ]);
  });

  it('never pass an escape sequence of a file on to the terminal', async () => {
    const input = 'lyncFederation: 1\n"a\u001b[31mb\u202e": 1\n';
    const { stdout } = await cli(['check', '-'], { input });
    for (const unsafe of ['\u001b', '\u202e']) expect(stdout).not.toContain(unsafe);
    expect(stdout).toContain('2 | "a␛[31mb�": 1\n');
  });

  it('say the day of a spec that has its own', async () => {
    const dated = (day: string) => `lyncFederation: 1\nasOf: ${day}\n`;
    const cwd = workspace({ 'a.lync.yaml': dated('2014-03-01'), 'b.lync.yaml': dated('2015-03-01') });
    const one = await cli(['check', 'a.lync.yaml'], { cwd });
    expect(one.stdout).toBe('No problems in 1 file, as of 2014-03-01\n');
    const asked = await cli(['check', '--as-of', '2015-03-01'], { cwd });
    expect(asked.stdout).toBe(
      'a.lync.yaml is judged as of 2014-03-01, its own `asOf`.\n\nNo problems in 2 files, as of the day of each spec (2014-03-01 … 2015-03-01)\n',
    );
  });
});

it.each(['cmdlets :', '"cmdlets" :', "{ 'cmdlets' :", '? cmdlets\n:'])(
  'a runbook is read by the grammar of PowerShell, however its key is written: %s',
  async (key) => {
    const closing = key.startsWith('{') ? ' }' : '';
    const start = closing ? key.replace('{', '{ lyncFederation: 1,') : `lyncFederation: 1\n${key}`;
    const { stdout } = await cli(['check', '-'], { input: `${start} [ "Write-Host 'a" ]${closing}\n` });
    expect(stdout).toContain('cmdlet-syntax');
  },
);

describe('the exit code', () => {
  it('is 0 for clean specs', async () => {
    const cwd = workspace({ 'a.lync.yaml': CLEAN });
    const run = await cli(['check', '--as-of', '2014-07-01'], { cwd });
    expect(run).toEqual({ code: 0, stdout: 'No problems in 1 file, as of 2014-07-01\n', stderr: '' });
  });

  it('is 1 from the first error on', async () => {
    const cwd = workspace({ 'a.lync.yaml': CLEAN, 'b.lync.yaml': FAULTY });
    expect((await cli(['check'], { cwd })).code).toBe(1);
  });

  it('is 0 with warnings alone, and 1 with more of them than allowed', async () => {
    const input = 'lyncFederation: 1\n# lync-federation: ignore[srv-port] why\nserver:\n  product: lync-2013\n';
    const codes = [];
    for (const more of [[], ['--max-warnings', '1'], ['--max-warnings=0']]) {
      codes.push((await cli(['check', '-', ...more], { input })).code);
    }
    expect(codes).toEqual([0, 0, 1]);
  });

  it('follows the severities that are asked for', async () => {
    const input = 'lyncFederation: 1\nnothing: 1\n';
    const levels = ['off', 'info', 'warning', 'error'];
    const outcomes = [];
    for (const level of levels) {
      const { code, stdout } = await cli(['check', '-', '--as-of=2014-07-01', '--rule', `unknown-key=${level}`], {
        input,
      });
      outcomes.push([code, stdout.split('\n').at(-2)]);
    }
    expect(outcomes).toEqual([
      [0, 'No problems in 1 file, as of 2014-07-01'],
      [0, '1 hint in 1 file, as of 2014-07-01'],
      [0, '1 warning in 1 file, as of 2014-07-01'],
      [1, '1 error in 1 file, as of 2014-07-01'],
    ]);
  });
});

describe('what is checked', () => {
  const names = [
    'a.lync.yaml',
    'b.lync.yml',
    'c.federation.yaml',
    'deep/er/d.federation.yml',
    'deep/lync-federation.yaml',
    'federation.yaml',
    'lync-federation.yml',
  ];
  const others = ['other.yaml', '.git/x.lync.yaml', 'node_modules/y/z.lync.yaml', '.hidden.lync.yaml'];
  const files = Object.fromEntries([...names, ...others].map((name) => [name, CLEAN]));
  const paths = ({ stdout }: { stdout: string }): unknown =>
    JSON.parse(stdout).files.map(({ path }: { path: string }) => path);

  it('in a folder: the files named as specs, and none in hidden folders or packages', async () => {
    const cwd = workspace(files);
    expect(paths(await cli(['check', '--format=json'], { cwd }))).toEqual(names);
    expect(paths(await cli(['check', '--format=json', 'deep'], { cwd }))).toEqual(names.slice(3, 5));
  });

  it('a file named, whatever its name, and each once', async () => {
    const cwd = workspace(files);
    const run = await cli(['check', '--format=json', './other.yaml', 'a.lync.yaml', '*.lync.yaml'], { cwd });
    expect(paths(run)).toEqual(['other.yaml', 'a.lync.yaml']);
  });

  it('a file outside the working directory by its whole path, and standard input', async () => {
    const outside = workspace(files);
    const run = await cli(['check', '--format=json', `${outside}/a.lync.yaml`, '-'], {
      cwd: workspace({}),
      input: CLEAN,
    });
    expect(paths(run)).toEqual([`${outside.replaceAll('\\', '/')}/a.lync.yaml`, '<stdin>']);
  });
});

it('ends quietly when the reader of its output leaves', async () => {
  const many = `lyncFederation: 1\n${Array.from({ length: 3000 }, (_, i) => `unknown${i}: 1\n`).join('')}`;
  const cwd = workspace({ 'many.lync.yaml': many });
  const line = `"${process.execPath}" "${bundle}" check many.lync.yaml | head -1; echo "\${PIPESTATUS[0]}"`;
  const { stdout, stderr } = await promisify(execFile)('bash', ['-c', line], { cwd });
  expect(stderr).toBe('');
  expect(stdout.split('\n').slice(1)).toEqual(['1', '']);
});

/** A SARIF report with the rules that have results alone, so that a new rule does not change it. */
function withoutOtherRules(report: string): string {
  const log = JSON.parse(report);
  const [{ tool, results }] = log.runs;
  const found = results.map(({ ruleId }: { ruleId: string }) => ruleId);
  tool.driver.rules = tool.driver.rules.filter(({ id }: { id: string }) => found.includes(id));
  const ids = tool.driver.rules.map(({ id }: { id: string }) => id);
  for (const result of results) result.ruleIndex = ids.indexOf(result.ruleId);
  return `${JSON.stringify(log, null, 2)}\n`;
}
