import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cli, workspace } from './cli.ts';
import { readGithub } from './readers/github.ts';
import { readGitlab } from './readers/gitlab.ts';
import { readJson } from './readers/json.ts';
import { readJunit } from './readers/junit.ts';
import { readRdjson } from './readers/rdjson.ts';
import { readSarif } from './readers/sarif.ts';

const PLAN = join(import.meta.dirname, '../plan');
const read = (name: string) => readFileSync(join(PLAN, name), 'utf8');

const TOPOLOGY = read('formats/topology/two-edge-pools.tbxml');
const ZONE = `$ORIGIN contoso.com.
$TTL 1h
_sipfederationtls._tcp IN SRV (
    0 0
    5060 sip ) ; partners
sip   A 203.0.113.10
www   A 203.0.113.80
`;
const LIST =
  'PS C:\\> Get-CsPublicProvider | fl\r\n\r\nIdentity  : AOL\r\nName      : AOL\r\nProxyFqdn : sip.oscar.aol.com\r\nEnabled   : True\r\n';
const CSV =
  '#TYPE Microsoft.Rtc.Management.WritableConfig.Settings.Edge.DisplayPublicProvider\r\n"Identity","ProxyFqdn","Enabled"\r\n"AOL","sip.oscar.aol.com","True"\r\n';
const JSON_OF_ONE = `{
  "objects": {
    "CsPublicProvider": [
      {
        "Identity": "AOL",
        "ProxyFqdn": "sip.oscar.aol.com",
        "Enabled": true
      }
    ]
  }
}
`;
const CLIXML = `<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04">
  <Obj RefId="0">
    <TN RefId="0">
      <T>Microsoft.Rtc.Management.WritableConfig.Settings.Edge.DisplayPublicProvider</T>
    </TN>
    <Props>
      <S N="Identity">AOL</S>
      <B N="Enabled">true</B>
    </Props>
  </Obj>
</Objs>
`;
const PEM = read('formats/certificate/access-edge.pem');

const judged = (...files: string[]) =>
  `${files.map((file) => `\`${file}\``).join(', ')}: judged as it was read, and nothing is missed that it does not show; \`lync-federation import\` keeps it in a spec, which can be repaired.\n`;

interface Found {
  readonly code: number | null;
  readonly stderr: string;
  /** `rule path:line:column text`, those of related places behind an arrow. */
  readonly found: readonly string[];
}

/** What `check` finds in files, with the text at each place. */
async function check(
  files: Readonly<Record<string, string | Uint8Array>>,
  words: readonly string[] = Object.keys(files),
  ...more: string[]
): Promise<Found> {
  const args = ['check', '--as-of', '2014-08-01', '--format', 'json', ...more, ...words];
  const { code, stdout, stderr } = await cli(args, { cwd: workspace(files) });
  const report: Report = JSON.parse(stdout);
  readJson(stdout);
  const shown = (path: string, { start, end }: Span) => {
    const text = String(files[path]).split(/\r\n|\r|\n/)[start.line - 1] ?? '';
    const marked = text.slice(start.column - 1, end.line === start.line ? end.column - 1 : undefined);
    return `${path}:${start.line}:${start.column} ${marked}`.trimEnd();
  };
  const found = report.files.flatMap(({ path, problems }) =>
    problems.map(({ rule, range, related, fixes }) => {
      expect(fixes).toEqual([]);
      return [`${rule} ${shown(path, range)}`, ...related.map((other) => shown(other.path ?? path, other.range))].join(
        ' -> ',
      );
    }),
  );
  return { code, stderr, found };
}

interface Span {
  readonly start: { readonly line: number; readonly column: number };
  readonly end: { readonly line: number; readonly column: number };
}

interface Report {
  readonly files: readonly {
    readonly path: string;
    readonly problems: readonly {
      readonly rule: string;
      readonly range: Span;
      readonly related: readonly { readonly path?: string; readonly range: Span }[];
      readonly fixes: readonly unknown[];
    }[];
  }[];
}

describe('check points into', () => {
  it.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    ['a topology', { 'contoso.tbxml': TOPOLOGY }, ['access-edge-port-moved contoso.tbxml:69:121 5062']],
    ['a zone', { 'contoso.zone': ZONE }, ['srv-port contoso.zone:5:5 5060']],
    ['a list', { 'fed.txt': LIST }, ['retired-provider fed.txt:3:13 AOL']],
    ['a table', { 'fed.csv': CSV }, ['retired-provider fed.csv:3:2 AOL']],
    ['a capture', { 'fed.json': JSON_OF_ONE }, ['retired-provider fed.json:5:22 AOL']],
    ['CLIXML', { 'fed.clixml': CLIXML }, ['retired-provider fed.clixml:7:23 AOL']],
    [
      'commands in a text',
      { 'fed.txt': '# partners\nNew-CsPublicProvider `\n  -Identity AOL -Enabled $true\n' },
      ['retired-provider fed.txt:3:13 AOL'],
    ],
    [
      'an answer of DNS',
      { 'srv.txt': '_sipfederationtls._tcp.contoso.com\tservice = 0 0 5060 sip.contoso.com.\n' },
      ['srv-port srv.txt:1:50 5060'],
    ],
  ])('%s', async (_, files, expected) => {
    const { code, stderr, found } = await check(files, undefined, '--product', 'lync-2013');
    expect(found).toEqual(expected);
    expect([code, stderr.split('\n').at(-2)]).toEqual([1, judged(...Object.keys(files)).trimEnd()]);
  });
});

describe('lines that end', () => {
  const files = { 'a.zone': ZONE, 'fed.txt': LIST.replaceAll('\r\n', '\n'), 'fed.csv': CSV, 'fed.json': JSON_OF_ONE };
  const alike = (name: keyof typeof files, end: string) => files[name].replaceAll(/\r?\n/g, end);

  it.each([
    ['a.zone', 'srv-port a.zone:5:5'],
    ['fed.txt', 'retired-provider fed.txt:3:13'],
    ['fed.csv', 'retired-provider fed.csv:3:2'],
    ['fed.json', 'retired-provider fed.json:5:22'],
  ] as const)('once more than they should are counted once: %s', async (name, place) => {
    for (const end of ['\n', '\r\n', '\r\r\n', '\r\r\r\n']) {
      const text = alike(name, end);
      for (const [words, input] of [[name], ['-', text]]) {
        const { stdout } = await cli(['check', '--as-of', '2014-08-01', words ?? ''], {
          cwd: workspace({ [name]: text }),
          ...(input !== undefined && { input }),
        });
        const [rule = '', at = ''] = place.split(' ');
        expect(stdout).toContain(`error[${rule}]`);
        expect(placesIn(stdout)).toEqual([input === undefined ? at : at.replace(name, '<stdin>')]);
      }
    }
  });

  it('in returns alone are lines as well', async () => {
    const { found } = await check({ 'fed.csv': `${CSV}\r\n"sip\r.a",x,y\r\n"MSN","a.example","True"\r\n` });
    expect(found.at(-1)).toBe('retired-provider fed.csv:7:2 MSN');
  });
});

describe('several files', () => {
  it('are one deployment, and a place may lead from one of them into another', async () => {
    const edge =
      'PS C:\\> Get-CsAccessEdgeConfiguration | fl\n\nAllowFederatedUsers    : True\nEnablePartnerDiscovery : True\n\nPS C:\\> ';
    const files = { 'edge.tbxml': TOPOLOGY, 'fed/edge.txt': edge };
    const moved = 'access-edge-port-moved edge.tbxml:69:121 5062';
    const { code, stderr, found } = await check(files);
    // Nobody has looked at DNS and at the policies.
    expect(found).toEqual([moved]);
    expect([code, stderr.endsWith(judged('edge.tbxml', 'fed/edge.txt'))]).toEqual([1, true]);
    const policies = `${edge}Get-CsExternalAccessPolicy | ft Identity,EnableFederationAccess\n\nIdentity EnableFederationAccess\n-------- ----------------------\nGlobal                    False\n\n\n`;
    const zone = '$ORIGIN contoso.com.\n@ 1h IN SOA ns hostmaster 1 1h 1h 1h 1h\nsip A 203.0.113.10\n';
    expect((await check({ ...files, 'fed/edge.txt': policies, 'contoso.zone': zone })).found).toEqual([
      'missing-federation-srv edge.tbxml:6:31 contoso.com -> fed/edge.txt:4:26 True',
      moved,
      'policy-missing-for-federation fed/edge.txt:10:27 False',
    ]);
  });

  it('say nothing of what only a spec could say', async () => {
    const { found } = await check({ 'fed.txt': LIST }, undefined, '--persona', 'auditor');
    expect(found).toEqual(['retired-provider fed.txt:3:13 AOL']);
  });

  it('stand beside specs and scripts, which are judged by themselves', async () => {
    const files = {
      'fed.txt': LIST,
      'a.lync.yaml': 'lyncFederation: 1\nnothing: 1\n',
      'a.ps1': 'Get-CsPool -Colour 1\n',
    };
    const { stdout } = await cli(['check', '--as-of', '2014-08-01', ...Object.keys(files)], { cwd: workspace(files) });
    expect(placesIn(stdout)).toEqual(['a.lync.yaml:2:1', 'a.ps1:1:12', 'fed.txt:3:13']);
    expect(stdout.split('\n').at(-2)).toBe('3 errors in 3 files, as of 2014-08-01');
  });

  it('one that cannot be read hides none of the others', async () => {
    const { code, stderr, found } = await check({ 'edge.tbxml': TOPOLOGY.slice(0, 2000), 'fed.txt': LIST });
    expect(found).toEqual(['retired-provider fed.txt:3:13 AOL']);
    expect(code).toBe(2);
    expect(stderr).toContain(judged('fed.txt'));
    expect(stderr).toMatch(/error: `edge\.tbxml` is a topology document that is damaged: .* Save it anew\.\n$/);
  });
});

/** Where a report for people points to. */
function placesIn(report: string): readonly string[] {
  return [...report.matchAll(/^ *--> (.*)$/gm)].map(([, place = '']) => place);
}

describe('what has no lines of its own', () => {
  const notYet = async (format: string) => {
    const cwd = workspace({ 'access-edge.pem': PEM });
    return (await cli(['check', '--as-of', '2014-08-01', '--format', format, 'access-edge.pem'], { cwd })).stdout;
  };

  it('is the file as a whole, of which no line is shown', async () => {
    expect(await notYet('text')).toBe(
      [
        'warning[certificate-not-yet-valid]: The certificate `access-edge` is not valid before `2026-11-30`, and partners end the TLS handshake until then. Keep the one before it on the servers up to that day.',
        ' --> access-edge.pem:1:1',
        '  |',
        '  = docs: https://github.com/lync-federation/lync-federation/blob/main/docs/rules/certificate-not-yet-valid.md',
        '',
        '1 warning in 1 file, as of 2014-08-01',
        '',
      ].join('\n'),
    );
  });

  it('has no region where a report can do without', async () => {
    const [run] = readSarif(await notYet('sarif')).runs;
    expect(run?.results?.map(({ locations }) => locations)).toEqual([
      [{ physicalLocation: { artifactLocation: { uri: 'access-edge.pem' } } }],
    ]);
    const [annotation] = readGithub(await notYet('github'));
    expect(annotation?.properties).toEqual({ file: 'access-edge.pem', title: 'certificate-not-yet-valid' });
    const [diagnostic] = readRdjson(await notYet('rdjson')).diagnostics;
    expect(diagnostic?.location).toEqual({ path: 'access-edge.pem' });
  });
});

it('every report tells of all files, with places its readers know', async () => {
  const files = { 'edge.tbxml': TOPOLOGY, 'dns zone/한국.zone': ZONE, 'fed.txt': LIST, 'access-edge.pem': PEM };
  const cwd = workspace(files);
  const report = async (format: string) =>
    (await cli(['check', '--as-of', '2014-08-01', '--format', format, ...Object.keys(files)], { cwd })).stdout;
  const expected = placesIn(await report('text')).map((place) => place.replace(/:\d+$/, ''));
  expect(new Set(expected.map((place) => place.replace(/:\d+$/, ''))).size).toBe(4);

  const [run] = readSarif(await report('sarif')).runs;
  const inSarif = (run?.results ?? []).map(({ locations: [first] = [] }) => {
    const { artifactLocation, region } = first?.physicalLocation ?? {};
    return `${decodeURIComponent(artifactLocation?.uri ?? '')}:${region?.startLine ?? 1}`;
  });
  expect(inSarif).toEqual(expected);
  expect(readGithub(await report('github')).map(({ properties: { file, line = 1 } }) => `${file}:${line}`)).toEqual(
    expected,
  );
  expect(readGitlab(await report('gitlab')).map(({ location: { path, lines } }) => `${path}:${lines.begin}`)).toEqual(
    expected,
  );
  expect(
    readRdjson(await report('rdjson')).diagnostics.map(
      ({ location: { path, range } }) => `${path}:${range?.start.line ?? 1}`,
    ),
  ).toEqual(expected);
  const junit = await report('junit');
  await expect(readJunit(junit)).resolves.toBeDefined();
  for (const place of expected) expect(junit).toContain(place);
});

describe('what is judged', () => {
  it('has what people said of it in comments of their own', async () => {
    const zone = (comment: string) => ZONE.replace('; partners', `; ${comment}`);
    const silent = zone('lync-federation: ignore[srv-port] the carrier wants it');
    expect((await check({ 'a.zone': silent })).found).toEqual([]);
    const { stdout } = await cli(['check', '--format', 'json', 'a.zone'], { cwd: workspace({ 'a.zone': silent }) });
    expect(JSON.parse(stdout).files[0].suppressed).toMatchObject([
      {
        rule: 'srv-port',
        range: { start: { line: 5 } },
        by: { range: { start: { line: 3 } }, reason: 'the carrier wants it' },
      },
    ]);
    expect((await check({ 'a.zone': silent }, undefined, '--no-ignores')).found).toEqual(['srv-port a.zone:5:5 5060']);
    const unneeded = zone('lync-federation: ignore[retired-provider] it was one');
    expect((await check({ 'a.zone': unneeded })).found).toEqual([
      'srv-port a.zone:5:5 5060',
      'unused-suppression a.zone:5:42 retired-provider',
    ]);
  });

  it('is what `import` writes, judged as `check` does', async () => {
    const files = { 'edge.tbxml': TOPOLOGY, 'a.zone': ZONE, 'fed.txt': LIST, 'certificates/access-edge.pem': PEM };
    const rules = async (cwd: string, ...words: string[]) => {
      const { stdout } = await cli(['check', '--persona', 'auditor', ...words], { cwd });
      return [...stdout.matchAll(/^\w+\[[\w-]+\].*$/gm)].map(([line]) => line).toSorted();
    };
    const cwd = workspace(files);
    const direct = await rules(cwd, ...Object.keys(files));
    const { code, stdout, stderr } = await cli(
      ['import', ...Object.keys(files), '--output', 'a.lync.yaml', '--check'],
      { cwd },
    );
    // Only a spec can say for which day it is.
    const written = await rules(cwd, 'a.lync.yaml');
    expect(written.filter((one) => !one.includes('[as-of-missing]'))).toEqual(direct);
    expect(direct.length).toBeGreaterThan(3);
    const check = await cli(['check', 'a.lync.yaml'], { cwd });
    expect([code, stdout]).toEqual([check.code, check.stdout]);
    expect(code).toBe(1);
    expect(stderr).not.toContain('judges it');
  });

  it('is told of where it becomes no part of a spec, as `import` tells it', async () => {
    const files = { 'fed.txt': LIST.replace('Enabled ', 'Colour  ') };
    const [checked, imported] = [await check(files), await cli(['import', 'fed.txt'], { cwd: workspace(files) })];
    const [note] = imported.stderr.split('\n');
    expect(note).toBe('fed.txt:3: `CsPublicProvider AOL Colour` is kept as a comment. The format has no key for it.');
    expect(checked.stderr).toBe(`${note}\n${judged('fed.txt')}`);
  });

  it('is the inner zone where `--internal` says so, named once or twice', async () => {
    const files = { 'in.dns': '$ORIGIN contoso.com.\nsip A 10.0.0.5\n_sip._tls SRV 0 0 443 sip\n' };
    const open = 'private-address-in-public-zone in.dns:2:7 10.0.0.5 -> in.dns:3:1 _sip._tls SRV 0 0 443 sip';
    expect((await check(files)).found).toEqual([open]);
    for (const words of [[], ['in.dns']]) expect((await check(files, words, '--internal', 'in.dns')).found).toEqual([]);
  });

  it('is what a pattern names, as where a shell puts the files in its place', async () => {
    const files = { 'gl/a.json': JSON_OF_ONE, 'gl/b.csv': CSV, 'gl/c.lync.yaml': 'lyncFederation: 1\n' };
    expect(await check(files, ['gl/*'])).toEqual(await check(files));
    expect((await check(files, ['gl/*.json'])).found).toEqual(['retired-provider gl/a.json:5:22 AOL']);
    // A folder is searched for specs.
    expect(await check(files, ['gl'])).toEqual({ code: 0, stderr: '', found: [] });
  });

  it.each([
    ['a pattern', 'corp/*.dns', ''],
    [
      'a folder',
      'corp',
      'These files of the folder hold no form that is known, and were passed over: `corp/notes.md`.\n',
    ],
  ])('is the inner zone by %s, which `import` reads as well', async (_, inner, told) => {
    const files = {
      'a.txt': LIST,
      'corp/in.dns': '$ORIGIN contoso.com.\nsip A 10.0.0.5\n_sip._tls SRV 0 0 443 sip\n',
      'corp/notes.md': '# Notes\n',
      'corp/old.lync.yaml': 'lyncFederation: 1\nnothing: 1\n',
    };
    const named = await check(files, ['a.txt'], '--internal', 'corp/in.dns');
    expect(named.found).toEqual(['retired-provider a.txt:3:13 AOL']);
    // The words may name it, too.
    for (const words of [['a.txt'], ['a.txt', 'corp/in.dns']])
      expect(await check(files, words, '--internal', inner)).toEqual({ ...named, stderr: told + named.stderr });
    const { code, stdout } = await cli(['import', 'a.txt', '--internal', inner], { cwd: workspace(files) });
    expect([code, stdout]).toEqual([
      0,
      (await cli(['import', 'a.txt', '--internal', 'corp/in.dns'], { cwd: workspace(files) })).stdout,
    ]);
    expect(stdout).toContain('10.0.0.5');
  });

  it('needs something that a pattern or a folder of `--internal` names', async () => {
    const files = { 'a.txt': LIST, 'corp/notes.md': '# Notes\n' };
    const cwd = workspace(files);
    for (const command of ['check', 'import']) {
      const { code, stderr } = await cli([command, 'a.txt', '--internal', 'corp/*.dns'], { cwd });
      expect([code, stderr.match(/^error: .*$/gm)]).toEqual([2, ['error: No file matches `corp/*.dns`.']]);
    }
    const { code, stdout, stderr } = await cli(['check', '--internal', 'corp'], { cwd });
    expect([code, stdout, stderr]).toEqual([
      1,
      '',
      'error: These files of the folder hold no form that is known, and were passed over: `corp/notes.md`.\n',
    ]);
  });

  it('has no places to fill in: what a capture does not tell is told beside the report', async () => {
    const text =
      'PS C:\\> Get-CsTenantFederationConfiguration | fl\n\nIdentity            : Global\nAllowFederatedUsers : True\nAllowedDomains      : {Domain=fabrikam.com...}\n';
    const { code, stderr, found } = await check({ 'tenant.txt': text });
    expect([code, found]).toEqual([0, []]);
    expect(stderr).toContain(
      'tenant.txt:3: `CsTenantFederationConfiguration Global AllowedDomains` is kept as a comment. ',
    );
    const asked = await check({ 'tenant.txt': text }, undefined, '--rule', 'placeholder-left=error');
    expect(asked.found).toEqual(['placeholder-left tenant.txt:5:1 AllowedDomains      : {Domain=fabrikam.com...}']);
  });

  it('comes through standard input as well', async () => {
    const args = ['check', '--as-of', '2014-08-01', '-'];
    const { code, stdout, stderr } = await cli(args, { input: LIST });
    expect([code, placesIn(stdout), stderr]).toEqual([1, ['<stdin>:3:13'], judged('<stdin>')]);
    const flow = await cli(args, { input: '{ "lyncFederation": 1, "nothing": 2 }' });
    expect([placesIn(flow.stdout), flow.stderr]).toEqual([['<stdin>:1:24'], '']);
    const begun = await cli(args, { input: 'server: { product: sfb-se }\n' });
    expect([begun.stdout.includes('missing-key'), begun.stderr]).toEqual([true, '']);
  });

  it('is not what a search finds', async () => {
    const cwd = workspace({
      'fed/a.lync.yaml': 'lyncFederation: 1\n',
      'fed/fed.json': JSON_OF_ONE,
      'fed/fed.csv': CSV,
    });
    for (const word of ['fed', 'fed/*.lync.yaml', '.']) {
      const { code, stderr } = await cli(['check', '--as-of', '2014-08-01', word], { cwd });
      expect([code, stderr]).toEqual([0, '']);
    }
  });

  it('a script is judged as one, and a configuration of Microsoft365DSC is none', async () => {
    const script = 'New-CsPublicProvider -Identity AOL -Enabled $true\n';
    const run = await cli(['check', '--as-of', '2014-08-01', 'a.ps1'], { cwd: workspace({ 'a.ps1': script }) });
    expect([placesIn(run.stdout), run.stderr]).toEqual([['a.ps1:1:1', 'a.ps1:1:32'], '']);
    const tenant = read('formats/dsc/by-hand.ps1');
    expect((await check({ 'tenant.ps1': tenant })).stderr).toBe(judged('tenant.ps1'));
    expect((await check({ 'plain.ps1': 'Get-Date\n' })).stderr).toBe('');
  });

  it('a configuration has the letters that `import` reads, and a script those of Windows PowerShell', async () => {
    const korean = (text: string) => Buffer.from(text.replace('partner', '\xc6\xc4\xc6\xae\xb3\xca'), 'latin1');
    const configuration = korean(read('formats/dsc/by-hand.ps1'));
    const wide = Buffer.from(read('formats/dsc/by-hand.ps1'), 'utf16le');
    const files = { 'tenant.ps1': configuration, 'wide.ps1': wide };
    const guess =
      '`tenant.ps1` is no UTF-8, and is read as code page 949: look at letters with accents and those that are not Latin.\n';
    expect((await check(files, ['tenant.ps1'])).stderr).toBe(guess + judged('tenant.ps1'));
    expect((await cli(['import', 'tenant.ps1'], { cwd: workspace(files) })).stderr).toContain(guess);
    expect((await check(files, ['wide.ps1'])).stderr).toBe(judged('wide.ps1'));
    const script = await check({ 'a.ps1': korean('# partner\nGet-CsPool\n') });
    expect(script.stderr).toMatch(/^a\.ps1:1: This script is not UTF-8 .* read as Windows-1252,/);
    const plain = await check({ 'wide.ps1': Buffer.from('Get-Date\n', 'utf16le') });
    expect(plain.stderr).toBe('error: `wide.ps1` is UTF-16 without a byte order mark; save it as UTF-8.\n');
  });
});

describe('what cannot be judged', () => {
  it.each([
    ['edge.tbxml', TOPOLOGY.slice(0, 2000), /^error: `edge\.tbxml` is a topology document that is damaged: /],
    ['words.json', 'words', /^error: `words\.json` is no capture\. It looks like text for people\. Take what /],
    ['key.pem', '-----BEGIN PRIVATE KEY-----\n', /^error: `key\.pem` is no capture\. It looks like a private key\. /],
    [
      'site.txt',
      read('formats/format-list/topology-on-the-console.txt'),
      /\nerror: Nothing of `site\.txt` is part of a spec, so nothing is judged\.\n$/,
    ],
  ])('%s is told', async (name, text, told) => {
    const { code, stdout, stderr } = await cli(['check', name], { cwd: workspace({ [name]: text }) });
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(told);
  });

  it('differs from what is not there, or no text', async () => {
    const cwd = workspace({ 'bytes.csv': 'a\0b', 'fed.txt': LIST });
    for (const name of ['bytes.csv', 'none.csv']) {
      expect((await cli(['check', name], { cwd })).code).toBe(2);
      expect((await cli(['check', name, 'fed.txt'], { cwd })).code).toBe(2);
    }
  });
});

describe('a baseline', () => {
  const known = async (files: Readonly<Record<string, string>>, ...words: string[]) => {
    const cwd = workspace(files);
    const { code, stdout } = await cli(['baseline', 'update', '--as-of', '2014-08-01', ...words], { cwd });
    expect(code).toBe(0);
    return { cwd, stdout };
  };
  const sum = async (cwd: string, ...words: string[]) => {
    const args = ['check', '--as-of', '2014-08-01', '--baseline', '.lync-federation.baseline.json', ...words];
    const { code, stdout, stderr } = await cli(args, { cwd });
    return [code, stdout.split('\n').at(-2), ...stderr.split('\n').filter((line) => /baseline/.test(line))];
  };

  it('knows the problems of each file, wherever its lines move', async () => {
    const { cwd, stdout } = await known({ 'a.zone': ZONE, 'fed.txt': LIST }, 'a.zone', 'fed.txt');
    expect(stdout).toMatch(/: 2 known problems, 2 of them new; 0 no longer there\n$/);
    const { problems } = JSON.parse(readFileSync(join(cwd, '.lync-federation.baseline.json'), 'utf8'));
    expect(problems).toMatchObject([
      { file: 'a.zone', rule: 'srv-port', path: 'dns.srv[_sipfederationtls._tcp.contoso.com].port', text: '5060' },
      { file: 'fed.txt', rule: 'retired-provider', path: 'providers.public[AOL].identity', text: 'AOL' },
    ]);
    writeFileSync(join(cwd, 'fed.txt'), `\n\n${LIST}`);
    expect(await sum(cwd, 'a.zone', 'fed.txt')).toEqual([
      0,
      'No problems in 2 files, as of 2014-08-01; 2 in the baseline',
    ]);
    writeFileSync(join(cwd, 'a.zone'), ZONE.replace('5060', '5062'));
    expect(await sum(cwd, 'a.zone', 'fed.txt')).toEqual([
      1,
      '1 error in 2 files, as of 2014-08-01; 1 in the baseline',
      '1 entry of the baseline no longer occurs; `lync-federation baseline update a.zone fed.txt --as-of 2014-08-01` removes it.',
    ]);
  });
});

it('`import --check` asks for the file that it is to judge', async () => {
  expect(await cli(['import', 'fed.txt', '--check'], { cwd: workspace({ 'fed.txt': LIST }) })).toEqual({
    code: 2,
    stdout: '',
    stderr: 'error: `--check` judges the file that is written: name it with `--output`.\n',
  });
});
