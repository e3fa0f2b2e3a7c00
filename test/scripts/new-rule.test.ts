import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { PATIENCE } from '../runs.ts';
import { copiedTree } from './tree.ts';

const ID = 'record-in-the-dark';
const copy = copiedTree();

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
    run('node_modules/.bin/vitest', 'run', ...reporting, '-t', `${ID}|every rule|the voice`, ...files);
    const { numPassedTests } = JSON.parse(readFileSync(join(copy, 'report.json'), 'utf8'));
    expect(numPassedTests).toBeGreaterThan(20);
  },
  PATIENCE,
);
