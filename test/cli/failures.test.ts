import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commandLine } from '../../scripts/command-line.ts';
import { bundled } from '../bundles.ts';
import { broken, failing, type Part } from '../failing.ts';
import { program, workspace } from './cli.ts';

const AOL = 'lyncFederation: 1\nasOf: 2014-07-02\nproviders:\n  public:\n    - identity: AOL\n      enabled: true\n';
const BOOM = `${AOL}organization: { name: BOOM }\n`;
const said = (check: string) =>
  `The check \`${check}\` could not be made: boom. This is a mistake of Lync Federation, and the other checks were made; please report it.`;

const failed = join(await bundled({ ...commandLine, plugins: [failing()] }, { name: 'cli-failing' }), 'cli.js');

/** Runs a program in which a part throws over a folder with a file on which it does. */
async function run(part: Part, args: readonly string[], more: Readonly<Record<string, string>> = {}) {
  const cwd = workspace({ 'a.lync.yaml': AOL, 'b.lync.yaml': BOOM, 'c.lync.yaml': AOL, ...more });
  return program(args, { program: failed, cwd, env: broken(part) });
}

describe('a part that throws on one file of a folder', () => {
  it.each([
    ['rule', 'retired-provider'],
    ['yaml', 'yaml'],
  ] as const)('%s: check reports the others, names the file and the check, and ends with 2', async (part, check) => {
    const { code, stdout, stderr } = await run(part, ['check', '--as-of', '2014-07-02']);
    expect(code).toBe(2);
    expect(stderr).toBe(`error: b.lync.yaml: ${said(check)}\n`);
    expect(stdout.match(/error\[retired-provider\]/g)).toHaveLength(2);
    expect(stdout).toMatch(/ in 3 files, as of 2014-07-02; 1 check could not be made\n$/);
  });

  it('json has it with its file', async () => {
    const { code, stdout } = await run('rule', ['check', '--format', 'json']);
    expect(code).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({
      files: [
        { path: 'a.lync.yaml', failures: [] },
        { path: 'b.lync.yaml', failures: [{ check: 'retired-provider', message: said('retired-provider') }] },
        { path: 'c.lync.yaml', failures: [] },
      ],
    });
  });

  it('sarif has it as a notification', async () => {
    const { stdout } = await run('rule', ['check', '--format', 'sarif']);
    expect(JSON.parse(stdout).runs[0].invocations).toEqual([
      {
        executionSuccessful: false,
        toolExecutionNotifications: [
          {
            level: 'error',
            message: { text: said('retired-provider') },
            locations: [{ physicalLocation: { artifactLocation: { uri: 'b.lync.yaml' } } }],
            associatedRule: { id: 'retired-provider' },
          },
        ],
      },
    ]);
  });

  it.each([
    ['github', `::error file=b.lync.yaml,title=retired-provider::${said('retired-provider')}\n`],
    ['junit', '<testcase classname="b.lync.yaml" name="the check retired-provider" time="0">\n      <error message='],
    ['gitlab', '"severity": "blocker"'],
    ['rdjson', `"message": "${said('retired-provider')}"`],
  ])('%s has it in its way', async (format, expected) => {
    const { code, stdout } = await run('rule', ['check', '--format', format]);
    expect(code).toBe(2);
    expect(stdout).toContain(expected);
  });

  it('a repair that cannot be made leaves the finding', async () => {
    const { code, stdout, stderr } = await run('repair', ['check', '--format', 'json']);
    expect(code).toBe(2);
    expect(JSON.parse(stdout).files[1].problems.map(({ rule }: { rule: string }) => rule)).toContain(
      'retired-provider',
    );
    expect(stderr).toContain(`error: b.lync.yaml: ${said('retired-provider')}\n`);
  });

  it('a project file that cannot be used is named, and decides nothing', async () => {
    const project = { '.lync-federation.yaml': 'rules:\n  retired-provider: off\nexclude: [BOOM]\n' };
    const { code, stdout, stderr } = await run('project', ['check'], project);
    expect(code).toBe(2);
    expect(stderr).toContain(`error: .lync-federation.yaml: ${said('project file')}\n`);
    expect(stdout.match(/error\[retired-provider\]/g)).toHaveLength(3);
  });

  it('fix repairs the others where the work on one fails as a whole', async () => {
    const { code, stderr, stdout } = await run('repair', ['fix', '--dry-run', '--review', '.']);
    expect(code).toBe(2);
    expect(stderr).toContain(`error: b.lync.yaml: ${said('retired-provider')}\n`);
    expect(stdout).toContain('--- a/a.lync.yaml');
    expect(stdout).toContain('--- a/c.lync.yaml');
  });

  it('fix repairs the others', async () => {
    const { code, stderr, stdout } = await run('rule', ['fix', '--dry-run', '--review', '.']);
    expect(code).toBe(2);
    expect(stderr).toContain(`error: b.lync.yaml: ${said('retired-provider')}\n`);
    expect(stdout).toContain('--- a/a.lync.yaml');
    expect(stdout).toContain('--- a/c.lync.yaml');
  });
});

describe('a part that throws on the one spec that was named', () => {
  const live = { 'live.json': '{ "CsAllowedDomain": [] }' };

  it.each([
    ['yaml', 'yaml', ['drift', 'b.lync.yaml', '--live', 'live.json']],
    ['declared', 'drift', ['drift', 'b.lync.yaml', '--live', 'live.json']],
    ['yaml', 'yaml', ['explain', '--spec', 'b.lync.yaml', 'fabrikam.com']],
    ['chain', 'explain', ['explain', '--spec', 'b.lync.yaml', 'fabrikam.com']],
    ['yaml', 'yaml', ['plan', '--force', 'b.lync.yaml']],
    ['declared', 'plan', ['plan', '--force', 'b.lync.yaml']],
  ] as const)('%s: the complaint names the file and %s', async (part, check, args) => {
    const { code, stdout, stderr } = await run(part, args, live);
    expect([code, stdout, stderr]).toEqual([2, '', `error: b.lync.yaml: ${said(check)}\n`]);
  });
});

it('explain tells of a rule that throws, and shows the rest of the chain', async () => {
  const { code, stdout, stderr } = await run('rule', ['explain', '--spec', 'b.lync.yaml', 'AOL']);
  expect([code, stderr]).toEqual([2, `error: b.lync.yaml: ${said('retired-provider')}\n`]);
  expect(stdout).toContain('The chain, as of 2014-07-02:');
});

describe('a part that throws on one of several captures', () => {
  const captures = { 'good.json': '{ "CsBlockedDomain": [{ "Domain": "spam.example" }] }', 'bad.json': '["BOOM"]' };

  it('import writes what is in the others', async () => {
    const { code, stdout, stderr } = await run('capture', ['import', 'bad.json', 'good.json'], captures);
    expect([code, stderr]).toEqual([2, `error: \`bad.json\`: ${said('import')}\n`]);
    expect(stdout).toContain('- spam.example\n');
  });

  it('drift compares with none of them', async () => {
    const args = ['drift', 'a.lync.yaml', '--live', 'good.json', '--live', 'bad.json'];
    const { code, stdout, stderr } = await run('capture', args, captures);
    expect([code, stdout, stderr]).toEqual([2, '', `error: \`bad.json\`: ${said('import')}\n`]);
  });

  it('check says so of standard input, too, and takes nothing else for a capture', async () => {
    const check = (input: string) => program(['check', '-'], { program: failed, input, env: broken('capture') });
    const bad = await check(captures['bad.json']);
    expect([bad.stdout, bad.stderr]).toEqual(['', `error: \`<stdin>\`: ${said('import')}\n`]);
    const spec = await check('organization: { name: BOOM }');
    expect([spec.stdout.includes('missing-key'), spec.stderr]).toEqual([true, '']);
  });
});

describe('timeline', () => {
  it.each([
    ['yaml', 'yaml', 2],
    ['rule', 'retired-provider', 3],
  ] as const)('%s: tells the days of the others, and what failed', async (part, check, files) => {
    const { code, stdout, stderr } = await run(part, ['timeline', '.']);
    expect([code, stderr]).toEqual([2, `error: b.lync.yaml: ${said(check)}\n`]);
    expect(stdout.match(/^[abc]\.lync\.yaml$/gm)).toHaveLength(files);
    expect(stdout.match(/^ {4}\+ .*error\[retired-provider\]/gm)).toHaveLength(2);
  });
});

it('a grammar that is missing leaves the findings of other rules', async () => {
  const bare = join(await bundled(commandLine, { name: 'cli-bare', grammar: false }), 'cli.js');
  const cwd = workspace({
    'a.lync.yaml': `${AOL}cmdlets:\n  - Get-CsAllowedDomain -Identity 'a.com\n`,
    // Nothing looks wrong in it, so nobody asks the grammar.
    'b.lync.yaml': `${AOL}cmdlets:
  - Get-CsAllowedDomain -Identity a.com
`,
  });
  const { code, stdout, stderr } = await program(['check'], { program: bare, cwd });
  expect(code).toBe(2);
  expect(stderr).toMatch(
    /^error: a\.lync\.yaml: The check `cmdlets` could not be made: The grammar of PowerShell could not be loaded: ENOENT.*\n$/,
  );
  expect(stdout.match(/error\[retired-provider\]/g)).toHaveLength(2);
});
