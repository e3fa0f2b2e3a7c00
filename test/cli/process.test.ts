import { execFileSync } from 'node:child_process';
import { cpSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bundle, CLEAN, cli, FAULTY, program, workspace } from './cli.ts';

/** Commands as they are typed, and what stands on standard input. */
const RUNS: readonly (readonly [line: string, input?: string])[] = [
  ['--version'],
  ['--help'],
  ['check --format=json'],
  ['check -', FAULTY],
  ['check --as-of 2013-03-01 faulty.lync.yaml clean.lync.yaml'],
  ['fix --review --dry-run'],
  ['fix -', FAULTY],
  ['explain AOL'],
  ['timeline faulty.lync.yaml'],
  ['plan faulty.lync.yaml'],
  ['capture --help'],
  ['import script.ps1 --product lync-2013'],
  ['drift faulty.lync.yaml script.ps1'],
  ['rules --messages'],
  ['baseline update'],
  ['check none.lync.yaml'],
  ['chekc'],
];

// Most tests run the command line within their own process; it has to say there what it says in one of its own.
describe('a process of its own says the same:', () => {
  it.each(RUNS)('lync-federation %s', async (line = '', input = '') => {
    const files = {
      'faulty.lync.yaml': `${FAULTY}cmdlets:\n  - Set-CsPublicProvider -Identity AOL -Enabled $false\n`,
      'clean.lync.yaml': CLEAN,
      'script.ps1': "New-CsAllowedDomain -Identity 'fabrikam.com'\n",
    };
    const [within, apart] = [workspace(files), workspace(files)];
    const expected = await cli(line.split(' '), { cwd: within, input });
    const said = await program(line.split(' '), { cwd: apart, input });
    const elsewhere = (text: string) => text.replaceAll(apart, within);
    expect({ ...said, stdout: elsewhere(said.stdout), stderr: elsewhere(said.stderr) }).toEqual(expected);
  });
});

it('finds its own files wherever they lie, and by whichever link it is called', () => {
  const folder = workspace({ 'clean.lync.yaml': CLEAN });
  cpSync(dirname(bundle), join(folder, "연합 #1 100% 'a' [b]"), { recursive: true });
  const link = join(folder, 'lync-federation');
  symlinkSync(join("연합 #1 100% 'a' [b]", 'cli.js'), link);
  const said = execFileSync(process.execPath, [link, 'check', 'clean.lync.yaml'], { cwd: folder, encoding: 'utf8' });
  expect(said).toContain('1 file');
});
