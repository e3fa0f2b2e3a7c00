import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CLEAN, cli, workspace } from './cli.ts';

const files = {
  'good.lync.yaml': CLEAN,
  'binary.yaml': 'a\0b: 1\n',
  'broken-utf16.yaml': Buffer.from('\ufefflyncFederation: 1\n\ud800\n', 'utf16le'),
  'partners.PSD1': "@{ RootModule = 'partners.psm1' }\n",
  'notes.txt': CLEAN,
  'console.ps1': Buffer.from('Get-CsAllowedDomain\n', 'utf16le'),
  'utf16-without-mark.yaml': Buffer.from('lyncFederation: 1\n', 'utf16le'),
  'latin1.yaml': Buffer.from('lyncFederation: 1\nname: M\xfcller\n', 'latin1'),
  'empty/readme.txt': '',
};

const NO_SPEC =
  'There is no federation spec in `empty`; their names are `*.lync.yaml`, `*.lync.yml`, `*.federation.yaml`, `*.federation.yml`, `federation.yaml`, `federation.yml` or `lync-federation.yaml`.';

describe('wrong use and unreadable input are one line and exit code 2', () => {
  it.each([
    [
      [],
      'No command was given: take one of `new`, `check`, `fix`, `baseline`, `explain`, `diagnose`, `timeline`, `upcoming`, `map`, `report`, `plan`, `capture`, `import`, `drift`, `verify`, `rules`, `completion`, `lsp`, `mcp`.',
    ],
    [['chek'], 'Unknown command `chek`. Did you mean `check`?'],
    [['a.lync.yaml'], 'Unknown command `a.lync.yaml`. Did you mean `lync-federation check a.lync.yaml`?'],
    [
      ['frobnicate'],
      'Unknown command `frobnicate`: take one of `new`, `check`, `fix`, `baseline`, `explain`, `diagnose`, `timeline`, `upcoming`, `map`, `report`, `plan`, `capture`, `import`, `drift`, `verify`, `rules`, `completion`, `lsp`, `mcp`.',
    ],
    [['check', '--asof', '2014-01-01'], 'Unknown option `--asof`. Did you mean `--as-of`?'],
    [['check', '--frobnicate'], 'Unknown option `--frobnicate`; `lync-federation check --help` shows what there is.'],
    [['check', '--as-of'], 'The option `--as-of` needs a value: `--as-of DATE`.'],
    [['check', '--as-of', '--format'], 'The option `--as-of` needs a value: `--as-of DATE`.'],
    [['fix', '--review=yes', 'good.lync.yaml'], 'The option `--review` takes no value: write `--review` alone.'],
    [
      ['check', '--as-of', '2014-02-30'],
      '`2014-02-30` is not a day of the calendar; `--as-of` takes one such as `2014-07-01`.',
    ],
    [['check', '--format', 'jsom'], '`--format` does not take `jsom`. Did you mean `json`?'],
    [
      ['check', '--format', 'xml'],
      '`--format` does not take `xml`: take one of `text`, `json`, `sarif`, `github`, `junit`, `gitlab`, `rdjson`, `markdown`.',
    ],
    [['check', '--max-warnings', 'few'], '`--max-warnings` takes a whole number, not `few`.'],
    [
      ['check', '--rule', 'retired-providers=off'],
      'No rule is called `retired-providers`. Did you mean `retired-provider`?',
    ],
    [['check', '--rule', 'xyzzy=off'], 'No rule is called `xyzzy`; `lync-federation rules` lists them.'],
    [
      ['check', '--rule', 'srv-port=fatal'],
      '`--rule srv-port` does not take `fatal`: take one of `off`, `info`, `warning`, `error`.',
    ],
    [
      ['check', '--rule', 'srv-port'],
      '`--rule` takes a rule and a level, such as `retired-provider=warning`, not `srv-port`.',
    ],
    [['check', 'none.lync.yaml'], 'There is no file or folder `none.lync.yaml`.'],
    [['check', 'good.lync.yaml/x'], 'There is no file or folder `good.lync.yaml/x`.'],
    [['check', ''], 'An empty path was given.'],
    [['check', '*.json'], 'No file matches `*.json`.'],
    [['check', 'empty'], NO_SPEC],
    [['check', 'binary.yaml'], '`binary.yaml` is a binary file, not a federation spec.'],
    [['check', 'broken-utf16.yaml'], '`broken-utf16.yaml` is not UTF-16 (see line 2); save it as UTF-8.'],
    [
      ['check', 'utf16-without-mark.yaml'],
      '`utf16-without-mark.yaml` is UTF-16 without a byte order mark; save it as UTF-8.',
    ],
    [['check', 'console.ps1'], '`console.ps1` is UTF-16 without a byte order mark; save it as UTF-8.'],
    [
      ['check', 'partners.PSD1'],
      '`partners.PSD1` holds data of PowerShell and no commands. Name the script or the module that has them: `*.ps1`, `*.psm1`.',
    ],
    [
      ['check', 'notes.txt'],
      '`notes.txt` is neither a spec nor a script by its name. Call a spec `*.lync.yaml` and a script `*.ps1`; what a console printed is for `lync-federation import`.',
    ],
    [
      ['fix', '*.TXT'],
      '`notes.txt` is neither a spec nor a script by its name. Call a spec `*.lync.yaml` and a script `*.ps1`; what a console printed is for `lync-federation import`.',
    ],
    [['check', 'latin1.yaml'], '`latin1.yaml` is not UTF-8 (see line 2); save it as UTF-8.'],
    [['fix'], 'Name a file to repair, such as `lync-federation fix contoso.lync.yaml`.'],
    [['fix', 'binary.yaml'], '`binary.yaml` is a binary file, not a federation spec.'],
    [['explain'], 'Name what to explain, such as `lync-federation explain retired-provider`.'],
    [['explain', 'skipe'], 'Nothing is known of `skipe`. Did you mean `skype`?'],
    [['explain', 'xyzzyxyzzy'], 'Nothing is known of `xyzzyxyzzy`; `lync-federation rules` lists the rules.'],
    [['rules', 'srv-port'], '`rules` takes no words; `lync-federation explain RULE` explains one.'],
    [['check', '--persona', 'boss'], '`--persona` does not take `boss`: take one of `regular`, `pedantic`, `auditor`.'],
    [['check', '--product', 'lync-2014'], '`--product` does not take `lync-2014`. Did you mean `lync-2010`?'],
    [['baseline'], 'Say what is to be done: `lync-federation baseline update`.'],
    [['baseline', 'show'], 'Say what is to be done: `lync-federation baseline update`.'],
    [['baseline', 'update', '-'], 'Standard input has no name by which a baseline could know it.'],
    [['timeline'], 'Name a file, such as `lync-federation timeline contoso.lync.yaml`.'],
    [['upcoming', '--within', 'soon'], '`--within` takes a number of days, such as `30`, `90`, `365`, not `soon`.'],
    [['plan'], 'Name one spec, such as `lync-federation plan contoso.lync.yaml`.'],
    [['plan', 'a', 'b'], 'Name one spec, such as `lync-federation plan contoso.lync.yaml`.'],
    [
      ['plan', '.', '--format', 'bind'],
      '`--format` does not take `bind`: take one of `text`, `ps1`, `json`, `dns`, `dsc`, `graph`.',
    ],
    [['plan', 'good.lync.yaml', '--live', 'none.json'], 'There is no file or folder `none.json`.'],
    [['capture', 'x'], '`capture` takes no words; `lync-federation import` reads what its script collects.'],
    [['import'], 'Name a capture, such as `lync-federation import contoso.json`.'],
    [['import', 'x', '--format-of', 'scripts'], '`--format-of` does not take `scripts`. Did you mean `script`?'],
    [['drift'], 'Name one spec, such as `lync-federation drift contoso.lync.yaml --live contoso.json`.'],
    [
      ['drift', 'good.lync.yaml'],
      'Name a capture of what is there: `--live contoso.json`; `lync-federation capture` prints the script that makes one.',
    ],
    [['explain', '--spec'], 'The option `--spec` needs a value: `--spec FILE`.'],
    [['explain', '--spec', 'none.yaml', 'a.com'], 'There is no file or folder `none.yaml`.'],
    [
      ['lsp', 'x', '--stdio'],
      'The language server speaks over standard input and output: `lync-federation lsp --stdio`.',
    ],
    [['lsp'], 'The language server speaks over standard input and output: `lync-federation lsp --stdio`.'],
  ])('%j', async (args, complaint) => {
    const run = await cli(args, { cwd: workspace(files) });
    expect(run).toEqual({ code: 2, stdout: '', stderr: `error: ${complaint}\n` });
  });

  it.each([
    [8, 'large.lync.yaml', 'a federation spec', ['check']],
    [8, 'large.ps1', 'a script', ['check', 'large.ps1']],
    [8, 'large.ps1', 'a script', ['import', 'large.ps1']],
    [32, 'large.json', 'a capture', ['import', 'large.json']],
    [32, 'large.json', 'a capture', ['import', '.']],
    [32, 'large.json', 'a capture', ['drift', 'good.lync.yaml', '--live', 'large.json']],
    [32, 'large.json', 'a baseline', ['check', 'good.lync.yaml', '--baseline', 'large.json']],
  ])('a file of more than %i MB: %s is too large for %s', async (size, name, what, args) => {
    const good = args.includes('good.lync.yaml') ? { 'good.lync.yaml': CLEAN } : {};
    const cwd = workspace({ ...good, [name]: Buffer.alloc(size * 1024 * 1024 + 1, ' ') });
    const run = await cli(args, { cwd });
    const stderr = `error: \`${name}\` is larger than ${size} MB, too large for ${what}.\n`;
    expect(run).toEqual({ code: 2, stdout: '', stderr });
  });

  it.each(['lyncFederation: 1\n', 'organization: {}\n'])(
    'standard input of more than 8 MB is too large for a spec: %j',
    async (begin) => {
      const most = 8 * 1024 * 1024 - begin.length;
      const large = await cli(['check', '-'], { input: begin + '#'.repeat(most + 1) });
      const stderr = 'error: `<stdin>` is larger than 8 MB, too large for a federation spec.\n';
      expect(large).toEqual({ code: 2, stdout: '', stderr });
      const read = await cli(['check', '-'], { input: begin + '#'.repeat(most) });
      expect([read.stdout.endsWith('\n'), read.stderr]).toEqual([true, '']);
    },
  );

  it('a file that is just not too large is read', async () => {
    const cwd = workspace({ 'large.lync.yaml': CLEAN + '#'.repeat(8 * 1024 * 1024 - CLEAN.length) });
    expect((await cli(['check', '--as-of', '2014-07-01'], { cwd })).code).toBe(0);
  });

  it.skipIf(process.platform === 'win32')('a pipe, a device and a socket are read where they are named', async () => {
    const cwd = workspace({ 'good.lync.yaml': CLEAN });
    execFileSync(
      'mkfifo',
      ['pipe.lync.yaml', 'pipe.json'].map((name) => join(cwd, name)),
    );
    const server = createServer().listen(join(cwd, 'socket.lync.yaml'));
    await once(server, 'listening');
    symlinkSync('/dev/zero', join(cwd, 'endless.lync.yaml'));
    const ofAll = { code: 0, stdout: 'No problems in 1 file, as of 2014-07-01\n', stderr: '' };
    expect(await cli(['check', '--as-of', '2014-07-01', '.'], { cwd })).toEqual(ofAll);
    expect(await cli(['check', '--as-of', '2014-07-01', '*.yaml'], { cwd })).toEqual(ofAll);
    expect((await cli(['import', '.'], { cwd })).stderr).toContain('There is no capture in `.`');
    const [piped] = await Promise.all([
      cli(['check', '--as-of', '2014-07-01', 'pipe.lync.yaml'], { cwd }),
      writeFile(join(cwd, 'pipe.lync.yaml'), CLEAN),
    ]);
    expect(piped).toEqual(ofAll);
    const stderr = async (name: string) => (await cli(['check', name], { cwd })).stderr;
    const large = 'error: `endless.lync.yaml` is larger than 8 MB, too large for a federation spec.\n';
    expect(await stderr('endless.lync.yaml')).toBe(large);
    const neither = 'error: `socket.lync.yaml` is neither a file nor a pipe, so it is not read.\n';
    expect(await stderr('socket.lync.yaml')).toBe(neither);
    server.close();
  });

  // Only root can become somebody else, and only somebody else can be refused.
  it.runIf(process.getuid?.() === 0)('a folder and a file without permission', async () => {
    const cwd = workspace({ 'good.lync.yaml': CLEAN, 'shut.lync.yaml': CLEAN });
    mkdirSync(join(cwd, 'private'), { mode: 0o700 });
    chmodSync(join(cwd, 'shut.lync.yaml'), 0o600);
    const uid = 65534;
    const folder = await cli(['check', 'private'], { cwd, uid });
    expect(folder).toEqual({ code: 2, stdout: '', stderr: 'error: Permission denied: `private`.\n' });
    const all = await cli(['check', '--as-of', '2014-07-01'], { cwd, uid });
    expect(all).toEqual({
      code: 2,
      stdout: 'No problems in 1 file, as of 2014-07-01\n',
      stderr: 'error: Permission denied: `private`.\nerror: Permission denied: `shut.lync.yaml`.\n',
    });
  });
});

it('a bad file among good ones does not hide them', async () => {
  const args = ['check', '--as-of', '2014-07-01', 'none.lync.yaml', 'good.lync.yaml', 'binary.yaml'];
  const run = await cli(args, { cwd: workspace(files) });
  expect(run).toEqual({
    code: 2,
    stdout: 'No problems in 1 file, as of 2014-07-01\n',
    stderr:
      'error: There is no file or folder `none.lync.yaml`.\nerror: `binary.yaml` is a binary file, not a federation spec.\n',
  });
});
