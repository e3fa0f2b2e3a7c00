import { expect, it } from 'vitest';
import { cli, workspace } from './cli.ts';

const SPEC = `lyncFederation: 1
domains:
  allowed:
    - fabrikam.com
    - domain: litwareinc.com
      proxyFqdn: sip.litwareinc.com
`;
const LIVE = (...domains: readonly unknown[]) => JSON.stringify({ version: 1, objects: { CsAllowedDomain: domains } });
const files = {
  'a.lync.yaml': SPEC,
  'b.lync.yaml': 'lyncFederation: 1\n',
  'same.json': LIVE(
    { Identity: 'Litwareinc.com.', ProxyFqdn: 'SIP.litwareinc.com', MarkForMonitoring: false },
    { Identity: 'fabrikam.com', Comment: '' },
  ),
  'moved.json': LIVE({ Identity: 'litwareinc.com', ProxyFqdn: 'edge.litwareinc.com' }, { Identity: 'new.example' }),
  'other.json': JSON.stringify({ CsBlockedDomain: [{ Identity: 'spam.example' }] }),
  'nothing.json': '[]',
  'words.txt': 'words',
};
const drift = (...words: readonly string[]) => cli(['drift', ...words], { cwd: workspace(files) });

it('is silent where nothing has moved', async () => {
  expect(await drift('a.lync.yaml', '--live', 'same.json')).toEqual({
    code: 0,
    stdout: 'No drift: everything is as `a.lync.yaml` declares it.\n',
    stderr: '',
  });
});

it('shows a table of what has moved', async () => {
  const { code, stdout, stderr } = await drift('a.lync.yaml', '--live', 'moved.json');
  expect(stdout).toBe(
    [
      'object           identity        setting    declared            live                 place',
      'CsAllowedDomain  fabrikam.com               there               not there            a.lync.yaml:4',
      'CsAllowedDomain  litwareinc.com  ProxyFqdn  sip.litwareinc.com  edge.litwareinc.com  a.lync.yaml:6',
      'CsAllowedDomain  new.example                not there           there                a.lync.yaml:3',
      '',
      '3 differences',
      '',
    ].join('\n'),
  );
  expect([code, stderr]).toEqual([1, '']);
});

it('aligns wide letters', async () => {
  const spec =
    'lyncFederation: 1\nproviders:\n  hosting:\n    - { identity: Busan, proxyFqdn: sip.busan.example, enabled: true }\n';
  const provider = { Identity: '서울', ProxyFqdn: 'sip.seoul.example', Enabled: true };
  const live = JSON.stringify({ version: 1, objects: { CsHostingProvider: [provider] } });
  const cwd = workspace({ 'c.lync.yaml': spec, 'live.json': live });
  const { stdout } = await cli(['drift', 'c.lync.yaml', '--live', 'live.json'], { cwd });
  expect(stdout.split('\n').slice(0, 3)).toEqual([
    'object             identity  setting  declared   live       place',
    'CsHostingProvider  Busan              there      not there  c.lync.yaml:4',
    'CsHostingProvider  서울               not there  there      c.lync.yaml:3',
  ]);
});

it('tells programs the same', async () => {
  const { code, stdout } = await drift('a.lync.yaml', '--live', 'moved.json', '--format', 'json');
  expect(JSON.parse(stdout)).toEqual({
    version: 1,
    differences: [
      { is: 'missing', object: 'CsAllowedDomain', identity: 'fabrikam.com', line: 4 },
      {
        is: 'changed',
        object: 'CsAllowedDomain',
        identity: 'litwareinc.com',
        setting: 'ProxyFqdn',
        declared: 'sip.litwareinc.com',
        live: 'edge.litwareinc.com',
        line: 6,
      },
      { is: 'surplus', object: 'CsAllowedDomain', identity: 'new.example', line: 3 },
    ],
    notCaptured: [],
    notes: [],
  });
  expect(code).toBe(1);
});

it('says what the capture leaves open', async () => {
  expect(await drift('a.lync.yaml', '--live', 'other.json')).toEqual({
    code: 0,
    stdout: 'No drift in what the capture tells: that is as `a.lync.yaml` declares it.\n',
    stderr: 'The capture says nothing of `CsAllowedDomain`.\n',
  });
});

it.each([
  [
    ['a.lync.yaml'],
    'Name a capture of what is there: `--live contoso.json`; `lync-federation capture` prints the script that makes one.',
  ],
  [['--live', 'same.json'], 'Name one spec, such as `lync-federation drift contoso.lync.yaml --live contoso.json`.'],
  [
    ['a.lync.yaml', 'b.lync.yaml', '--live', 'same.json'],
    'Name one spec, such as `lync-federation drift contoso.lync.yaml --live contoso.json`.',
  ],
  [['a.lync.yaml', '--live', 'none.json'], 'There is no file or folder `none.json`.'],
  [['a.lync.yaml', '--live', 'nothing.json'], 'There is nothing about federation in `nothing.json`.'],
  [
    ['a.lync.yaml', '--live', 'words.txt'],
    '`words.txt` is no capture. It looks like text for people. Take what `lync-federation capture` collects, the output of `Format-List`, `ConvertTo-Json` or `Export-Clixml`, or a script.',
  ],
  [['a.lync.yaml', '--live', 'same.json', '--format', 'jsom'], '`--format` does not take `jsom`. Did you mean `json`?'],
])('%j is wrong use', async (words, stderr) => {
  expect(await drift(...words)).toEqual({ code: 2, stdout: '', stderr: `error: ${stderr}\n` });
});
