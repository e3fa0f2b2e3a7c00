import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { PATIENCE } from '../runs.ts';

const ID = 'record-in-the-dark';
const copy = mkdtempSync(join(tmpdir(), 'lync-federation-tree-'));

/** The tree as it is, with what git does not keep but the checks would make. */
beforeAll(() => {
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { encoding: 'utf8' }).split('\n');
  for (const path of [...listed.filter(Boolean), ...globSync('server/src/**/*.generated.*'), '.derived.json']) {
    mkdirSync(dirname(join(copy, path)), { recursive: true });
    copyFileSync(path, join(copy, path));
  }
  symlinkSync(resolve('node_modules'), join(copy, 'node_modules'));
});
afterAll(() => rmSync(copy, { recursive: true }));

/** Runs a program there. */
function run(program: string, ...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: copy, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${status}:\n${stdout}${stderr}`);
  return stdout;
}

it(
  'a new rule is a draft with which everything passes, and one run has derived all that follows from it',
  () => {
    run(process.execPath, 'scripts/new-rule.ts', 'dns', ID, 'A record that nobody looks up.');
    expect(run(process.execPath, 'scripts/generate.ts', '--check')).toBe('');
    run('node_modules/.bin/biome', 'ci', 'server/src/rules/dns', 'server/src/project', 'package.json');
    const files = ['fixtures', 'docs', 'messages', 'coverage'].map((name) => `test/rules/${name}.test.ts`);
    const reporting = ['--reporter=json', '--outputFile=report.json'];
    run('node_modules/.bin/vitest', 'run', ...reporting, '-t', `${ID}|every|each|the voice`, ...files);
    const { numPassedTests } = JSON.parse(readFileSync(join(copy, 'report.json'), 'utf8'));
    expect(numPassedTests).toBeGreaterThan(20);
  },
  PATIENCE,
);
