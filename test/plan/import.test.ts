import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readFound } from '../../server/src/plan/import/read.ts';
import { damagedJson } from '../../server/src/plan/import/readers/json-fault.ts';
import type { NamedText } from '../../server/src/plan/import/readers/reader.ts';
import { importSpec } from '../../server/src/plan/import.ts';
import { readSpec } from '../../server/src/spec/read.ts';
import { inEnglish } from '../../server/src/text/message.ts';

const CAPTURES = join(import.meta.dirname, 'captures');

/** What becomes of some files: the spec, and what is said about it. */
function imported(files: readonly NamedText[], format?: string): { spec: string; said: readonly string[] } {
  const { found, complaints } = readFound(files, format);
  const { text, notes } = importSpec(found);
  return { spec: text, said: [...complaints, ...notes].map((message) => inEnglish(message)) };
}

function file(source: string): NamedText {
  return { source, text: readFileSync(join(CAPTURES, source), 'utf8') };
}

const only = (text: string, source = 'a.txt') => imported([{ source, text }]);

describe('a file as it comes becomes a spec', () => {
  const scripts = readdirSync(join(CAPTURES, 'scripts')).map((name) => file(`scripts/${name}`));
  it.each([
    ['contoso.json', [file('contoso.json')]],
    ['console.txt', [file('console.txt')]],
    ['hosting.clixml', [file('hosting.clixml')]],
    ['scripts', scripts],
  ])('%s', async (name, files) => {
    const { spec, said } = imported(files);
    await expect(spec).toMatchFileSnapshot(join(CAPTURES, `${name}.lync.yaml`));
    await expect(`${said.join('\n')}\n`).toMatchFileSnapshot(join(CAPTURES, `${name}.notes.txt`));
    expect(readSpec(spec).faults).toEqual([]);
  });

  it('line ends do not matter', () => {
    for (const name of ['contoso.json', 'console.txt', 'hosting.clixml', 'scripts/1-partners.ps1']) {
      const { source, text } = file(name);
      expect(imported([{ source, text: text.replaceAll('\n', '\r\n') }])).toEqual(imported([{ source, text }]));
    }
  });
});

describe('the output of one cmdlet', () => {
  const provider = { Identity: 'Skype', ProxyFqdn: 'federation.messenger.msn.com', IconUrl: null, Enabled: true };
  const spec = [
    'providers:',
    '  public:',
    '    - identity: Skype',
    '      proxyFqdn: federation.messenger.msn.com',
    '      enabled: true',
  ].join('\n');

  it.each([
    ['an object', provider],
    ['a list', [provider]],
    ['a list as Windows PowerShell counts it', { value: [provider], Count: 1 }],
    ['by noun', { CsPublicProvider: [provider] }],
  ])('as JSON: %s', (_, data) => {
    const { spec: text, said } = only(JSON.stringify(data), 'CsPublicProvider.json');
    expect(text).toContain(`\n${spec}\n`);
    expect(said).toEqual([]);
  });

  it('the file or the properties say what it is', () => {
    const domain = '{"Identity": "a.example", "Domain": "a.example", "ProxyFqdn": ""}';
    expect(only(domain).spec).toContain('domains:\n  allowed:\n    - a.example\n');
    const bare = '{"Identity": "a.example", "Domain": "a.example"}';
    expect(only(bare, 'Get-CsBlockedDomain.json').spec).toContain('domains:\n  blocked:\n    - a.example\n');
    expect(only(bare, 'a.json')).toEqual({
      spec: '# Imported from a.json\nlyncFederation: 1\n\n# A spec has no place for these:\n#\n# a.example (a.json)\n#   Domain: a.example\n',
      said: [
        'a.json: It is not clear which cmdlet showed `a.example`: `Get-CsAllowedDomain`, `Get-CsBlockedDomain`, `Get-CsXmppAllowedPartner` show all of these properties. Give what the right one showed in a file that is named for it, such as `Get-CsAllowedDomain.json`. Kept as a comment.',
      ],
    });
  });

  it('a number that stands for a word nobody knows is kept as a comment', () => {
    const { spec: text, said } = only('[{"Identity":"Global","RoutingMethod":7,"AllowFederatedUsers":true}]');
    expect(text).toContain('# RoutingMethod: 7 – The format has no key for it.');
    expect(said).toEqual([
      'a.txt: `CsAccessEdgeConfiguration Global RoutingMethod` is kept as a comment. The format has no key for it.',
      'a.txt: `CsAccessEdgeConfiguration Global` does not show `EnablePartnerDiscovery`, `AllowOutsideUsers`, `AllowAnonymousUsers`: what that is set to is not known, and no default.',
    ]);
  });

  it('what is true of several objects or lines is said once', () => {
    const domain = (name: string, more = '') => `Identity : ${name}\nDomain   : ${name}\nProxyFqdn :\n${more}\n`;
    const { spec: text, said } = only(
      `PS C:\\> Get-CsAllowedDomain\n\n${domain('a.example', 'Odd      : 1\n')}${domain('b.example', 'Odd      : 2\n')}${domain('c.example', 'Even     : 1\n')}On and on\n\nOn and on\n\nOnce\n\n`,
    );
    expect(said).toEqual([
      'a.txt:3: `CsAllowedDomain a.example Odd`, `CsAllowedDomain b.example Odd` are kept as comments. The format has no key for it.',
      'a.txt:13: `CsAllowedDomain c.example Even` is kept as a comment. The format has no key for it.',
      'a.txt:18: `On and on`, which the file has 2 times, is kept as a comment. It is no line of a list of properties.',
      'a.txt:22: `Once` is kept as a comment. It is no line of a list of properties.',
    ]);
    expect(text).toContain(
      '# a.txt:18 (2 times): It is no line of a list of properties.\n#   On and on\n#\n# a.txt:22: It',
    );
  });

  it('of what there is one of, a table need not show the name', () => {
    const { spec: text } = only(
      'PS C:\\> Get-CsAccessEdgeConfiguration | ft AllowFederatedUsers\n\nAllowFederatedUsers\n-------------------\n               True\n\n',
    );
    expect(text).toContain('  configuration:\n    allowFederatedUsers: true\n');
    const domains = only('PS C:\\> Get-CsAllowedDomain | ft ProxyFqdn\n\nProxyFqdn\n---------\nsip.a.example\n\n');
    expect(domains.said).toEqual([
      'a.txt:5: `sip.a.example` is kept as a comment. The table does not show the names of objects; use Format-List and look again.',
    ]);
  });

  it('what two files tell of one thing is one, and not shown is only what neither shows', () => {
    const edge = (properties: object) =>
      JSON.stringify({ CsAccessEdgeConfiguration: [{ Identity: 'Global', ...properties }] });
    const files = [
      { source: 'a.json', text: edge({ AllowFederatedUsers: true, EnablePartnerDiscovery: true }) },
      { source: 'b.json', text: edge({ AllowFederatedUsers: true, AllowOutsideUsers: true }) },
    ];
    const { text, notes } = importSpec(readFound(files).found);
    expect(text).toContain(
      'edge:\n  # Not shown: AllowAnonymousUsers\n  configuration:\n    allowFederatedUsers: true\n    enablePartnerDiscovery: true\n    allowOutsideUsers: true\n',
    );
    expect(notes.map((note) => inEnglish(note))).toEqual([
      'b.json: `CsAccessEdgeConfiguration Global` does not show `AllowAnonymousUsers`: what that is set to is not known, and no default.',
    ]);
    const tenant = (properties: object) =>
      JSON.stringify({
        CsTenantFederationConfiguration: [{ Identity: 'Global', AllowFederatedUsers: true, ...properties }],
      });
    const listed = { source: 'a.json', text: tenant({ AllowedDomains: ['fabrikam.com'] }) };
    const unlisted = { source: 'b.json', text: tenant({}) };
    for (const both of [
      [listed, unlisted],
      [unlisted, listed],
    ])
      expect(importSpec(readFound(both).found).text).toContain('  allowedDomains: [fabrikam.com]\n');
  });
});

describe('what was copied from a console', () => {
  it('a value that the console broke is put together', () => {
    const text = [
      'Identity : litwareinc.com',
      'Domain   : litwareinc.com',
      'ProxyFqdn: access-edge-with-a-l',
      '           ong-name.litwareinc.',
      '           com',
      'Comment  : the contract',
      '           ends soon',
    ].join('\n');
    const width = Math.max(...text.split('\n').map((line) => line.length));
    expect(width).toBe(31);
    const { spec } = only(text);
    expect(spec).toContain('      proxyFqdn: access-edge-with-a-long-name.litwareinc.com\n');
    expect(spec).toContain('      comment: the contract ends soon\n');
  });

  it('objects follow each other with or without a blank line', () => {
    const { spec } = only('Identity : a.example\nIsDefault : True\nIdentity : b.example\nIsDefault : False\n');
    expect(spec).toContain('    - { identity: a.example, isDefault: true }\n    - b.example\n');
  });
});

describe('the topology and the certificates', () => {
  it('are read from a console as well', () => {
    const { spec, said } = only(`PS C:\\> get-csservice -EdgeServer | fl Identity, PoolFqdn, AccessEdge*

Identity                  : EdgeServer:edge.corp.contoso.com
PoolFqdn                  : edge.corp.contoso.com
AccessEdgeExternalFqdn    : sip.contoso.com
AccessEdgeExternalSipPort : 5062
AccessEdgeClientSipPort   : 443
DataPsomServerPort        : 8057

PS C:\\> get-cssite | fl Identity, *Route

Identity            : Site:Seoul
FederationRoute     : EdgeServer:edge.corp.contoso.com
XmppFederationRoute :

PS C:\\> Get-CsServerVersion | fl
PS C:\\> get-cscertificate | fl

Issuer           : CN=Public CA
NotAfter         : 3/1/2016 12:00:00 AM
Subject          : CN=sip.contoso.com, OU=IT
AlternativeNames : {sip.contoso.com, webcon.contoso.com}
Thumbprint       : 00AA
Use              : DataEdgeExternal

Issuer           : CN=Public CA
NotAfter         : 3/1/2016 12:00:00 AM
Subject          : CN=sip.contoso.com, OU=IT
AlternativeNames : {sip.contoso.com, webcon.contoso.com}
Thumbprint       : 00AA
Use              : AccessEdgeExternal
`);
    expect(spec).toBe(`# Imported from a.txt
lyncFederation: 1

edge:
  pools:
    - fqdn: edge.corp.contoso.com
      accessEdgeFqdn: sip.contoso.com
      federation: true
      accessEdgeExternalSipPort: 5062
      accessEdgeClientSipPort: 443
      certificate: access-edge

certificates:
  # Issuer: CN=Public CA
  # NotAfter: 3/1/2016 12:00:00 AM – which day that is depends on the language of the computer
  - name: access-edge
    subject: sip.contoso.com
    subjectAlternativeNames: [sip.contoso.com, webcon.contoso.com]

# A spec has no place for these:
#
# CsService EdgeServer:edge.corp.contoso.com (a.txt:3)
#   DataPsomServerPort: 8057
`);
    expect(said).toEqual([
      'a.txt:3: A spec has no place for `CsService EdgeServer:edge.corp.contoso.com`; kept as a comment.',
    ]);
  });

  it('two servers of one pool that hold different certificates are told apart', () => {
    const certificate = (Thumbprint: string, Use = 'AccessEdgeExternal') => ({
      Thumbprint,
      Use,
      Subject: 'CN=sip.contoso.com',
      NotAfter: `20${Thumbprint}-05-01T00:00:00Z`,
    });
    const service = { Identity: 'EdgeServer:edge.corp.contoso.com', AccessEdgeExternalFqdn: 'sip.contoso.com' };
    const capture = (...certificates: readonly object[]) =>
      JSON.stringify({ objects: { CsService: [service], CsSite: [], CsCertificate: certificates } });
    const { spec, said } = imported([
      { source: 'edge01.json', text: capture(certificate('26'), certificate('26', 'DataEdgeExternal')) },
      { source: 'edge02.json', text: capture(certificate('27'), certificate('27', 'DataEdgeExternal')) },
    ]);
    expect(spec).toContain(`      certificate: access-edge
`);
    expect(spec).toContain(`certificates:
  - name: access-edge
    subject: sip.contoso.com
    notAfter: 2026-05-01
  # In use in edge02.json, thumbprint 27
  - name: access-edge-2
    subject: sip.contoso.com
    notAfter: 2027-05-01
`);
    expect(said.filter((one) => one.includes('another certificate'))).toEqual([
      'edge02.json: `AccessEdgeExternal` has another certificate here than in edge01.json, so the servers differ; it is called `access-edge-2`. All servers of one pool hold the same certificate.',
    ]);
    const alike = imported(['a.json', 'b.json'].map((source) => ({ source, text: capture(certificate('26')) })));
    expect(alike.said.filter((one) => one.includes('certificate'))).toEqual([]);
    expect(alike.spec.match(/name: access-edge/g)).toHaveLength(1);
  });

  it('days come as Windows PowerShell writes them', () => {
    const { spec } = only(
      '{"Thumbprint":"00","Use":"AccessEdgeExternal","Subject":"CN=a.example","NotBefore":"\\/Date(1430481600000)\\/","NotAfter":"\\/Date(1462104000000)\\/","AlternativeNames":[]}',
    );
    expect(spec).toContain('    notBefore: 2015-05-01\n    notAfter: 2016-05-01\n');
  });
});

it('a provider that has no Autodiscover address is told from one of which nobody knows', () => {
  const provider = { Identity: 'Office365', ProxyFqdn: 'sipfed.online.lync.com', Enabled: true };
  const from = (more: object) => only(JSON.stringify({ CsHostingProvider: [{ ...provider, ...more }] })).spec;
  expect(from({ AutodiscoverUrl: null })).toContain('      autodiscoverUrl: ""\n');
  expect(from({ AutodiscoverUrl: '' })).toContain('      autodiscoverUrl: ""\n');
  expect(from({})).not.toContain('autodiscoverUrl');
  const empty = readSpec(from({ AutodiscoverUrl: '' }));
  expect(empty.faults).toEqual([]);
});

describe('scripts run in their order', () => {
  const after = (text: string) => only(text, 'a.ps1');

  it('what is removed is gone, and what is made anew has only the new values', () => {
    const { spec } = after(
      [
        'New-CsAllowedDomain a.example -Comment old',
        'Remove-CsAllowedDomain -Identity A.example',
        'New-CsAllowedDomain b.example -Comment old',
        'Remove-CsAllowedDomain b.example',
        'New-CsAllowedDomain b.example',
      ].join('\n'),
    );
    expect(spec).toContain('domains:\n  allowed:\n    - b.example\n');
    expect(spec).not.toContain('old');
  });

  it('parameters count however they are written', () => {
    const { spec, said } = after(
      [
        'New-CsHostingProvider LyncOnline -Proxy sipfed.online.lync.com -Enabled $true',
        'Set-CsHostingProvider -Force LyncOnline -Enabled:$false',
        'New-CsAllowedDomain -Confirm:$false -WhatIf:$false a.example 2>$null',
        'New-CsAllowedDomain b.example -wi',
        'New-CsAllowedDomain c.example; Remove-CsAllowedDomain -Force C.example',
      ].join('\n'),
    );
    expect(spec).toContain('  allowed:\n    - a.example\n');
    expect(spec).toContain('proxyFqdn: sipfed.online.lync.com\n');
    expect(spec).toContain('enabled: false\n');
    expect(spec).not.toContain('- b.example');
    expect(spec).not.toContain('- c.example');
    expect(said).toEqual([
      'a.ps1:4: `New-CsAllowedDomain b.example -wi` is kept as a comment. With `-WhatIf` it changes nothing.',
    ]);
  });

  it('a pipeline or a loop acts on what was made before', () => {
    const made = ['a.example', 'b.example', 'c.test'].map((domain) => `New-CsAllowedDomain ${domain}`);
    const left = (line: string) => after([...made, line].join('\n'));
    expect(left('Get-CsAllowedDomain | Remove-CsAllowedDomain').spec).not.toContain('- a.example');
    expect(left("Get-CsAllowedDomain -Filter '*.example' | Remove-CsAllowedDomain").spec).toContain('- c.test');
    const marked = left('foreach ($d in Get-CsAllowedDomain a.example) { Set-CsAllowedDomain $d.Identity -Comment x }');
    expect(marked.spec).toContain('  allowed:\n    - domain: a.example\n      comment: x\n    - b.example\n');
    expect(left('Get-CsAccessEdgeConfiguration | Set-CsAccessEdgeConfiguration -AllowFed 1').spec).toContain(
      'allowFederatedUsers: true',
    );
    const { spec, said } = left('Get-CsAllowedDomain | ? { $_.Comment } | Remove-CsAllowedDomain');
    expect(spec).toContain('- a.example');
    expect(said).toEqual([
      'a.ps1:4: `Get-CsAllowedDomain | ? { $_.Comment } | Remove-CsAllowedDomain` is kept as a comment. Its input comes from another command.',
    ]);
  });

  it('what only a running shell knows is kept as it stands', () => {
    const { spec, said } = after('New-CsAllowedDomain -Identity $domain -Comment "a"\n');
    expect(spec).toContain('#   New-CsAllowedDomain -Identity $domain -Comment "a"');
    expect(said).toEqual([
      'a.ps1:1: `New-CsAllowedDomain -Identity $domain -Comment "a"` is kept as a comment. What `-Identity` is cannot be told without running it.',
    ]);
  });

  it('what only runs sometimes is taken to run, and that is told', () => {
    const { spec, said } = after(
      'if (-not (Get-CsAllowedDomain a.example)) { New-CsAllowedDomain a.example }\nif ($x) { New-CsAllowedDomain b.example } # why\n',
    );
    expect(spec).toContain('  allowed:\n    - a.example\n    # why\n    - b.example\n');
    expect(said).toEqual([
      'a.ps1:2: `if ($x) { New-CsAllowedDomain b.example } # why` is kept as a comment. It is taken to run, which depends on what stands around it.',
    ]);
  });

  it('comments stay with what they stand above', () => {
    const { spec } = after('# top\n\n# owner: Kim\nNew-CsAllowedDomain a.example # until 2015\n');
    expect(spec).toBe(
      '# Imported from a.ps1\n# top\nlyncFederation: 1\n\ndomains:\n  allowed:\n    # owner: Kim\n    # until 2015\n    - a.example\n',
    );
  });
});

describe('several files', () => {
  it('describe one deployment; where they differ the later one stands, and that is told', () => {
    const { spec, said } = imported([
      { source: 'a.json', text: '{"CsAllowedDomain": [{"Identity": "a.example", "Comment": "one"}]}' },
      {
        source: 'b.json',
        text: '{"CsAllowedDomain": [{"Identity": "A.example", "Comment": "two"}], "CsBlockedDomain": []}',
      },
    ]);
    expect(spec).toBe(
      '# Imported from a.json, b.json\nlyncFederation: 1\n\ndomains:\n  allowed:\n    - domain: A.example\n      comment: two\n  blocked: []\n',
    );
    expect(said).toEqual([
      'b.json: `CsAllowedDomain A.example` was found before in a.json with other values; the later ones stand.',
    ]);
  });
});

it('no text breaks out of a comment or of its value', () => {
  const nasty = 'a\r\ncmdlets: ["Remove-CsAllowedDomain x"]\u2028\u0000 # "\' : - {';
  const { spec } = only(
    JSON.stringify({
      CsAllowedDomain: [{ Identity: 'a.example', Comment: nasty, Owner: nasty }],
      CsOther: [{ Identity: nasty }],
    }),
  );
  const { faults, spec: read } = readSpec(spec);
  expect(faults).toEqual([]);
  expect(read.cmdlets).toBeUndefined();
  expect(read.domains?.allowed?.items[0]?.comment?.value).toBe(nasty);
});

it('answers of `dig +short` by themselves are no zone, as nobody knows what was asked', () => {
  for (const text of [
    '203.0.113.10\n'.repeat(2000),
    '203.0.113.10\n',
    '0 0 5061 sip.contoso.com.\n203.0.113.10\n',
    'webdir.online.lync.com.\n2001:db8::1',
  ])
    expect(only(text).said).toEqual([
      '`a.txt` is no capture. It looks like the answer of `dig +short`. An answer of `dig +short` does not say what was asked: copy the command with it, or ask without `+short`.',
    ]);
  expect(only('203.0.113.10 is the Edge\n').said).toEqual([
    expect.stringMatching(/^`a\.txt` is no capture\. It looks like text for people\. Take/),
  ]);
});

describe('damaged JSON', () => {
  const whole = '{ "CsAllowedDomain": [\n  { "Identity": "a.example", "Comment": "\\"{" }, {}, [], -1.5e3, null\n] }\n';
  const cut = 'it ends before all is closed that is open: it was cut off. Export it anew.';
  it.each([
    ['cut off', whole.slice(0, -5), '2:70', cut],
    ['cut off in a text', whole.slice(0, 40), '2:18', cut],
    ['cut off at once', '[', '1:2', cut],
    ['a comma too much', whole.replace('null', 'null,'), '3:1', '`]` comes after a comma. Remove the comma.'],
    ['a comma too much in an object', '{"a": {"b": 1,}}', '1:15', '`}` comes after a comma. Remove the comma.'],
    [
      'single quotes',
      whole.replaceAll('"', "'"),
      '1:3',
      'a text stands in single quotes. JSON has double quotes alone.',
    ],
    [
      'a mark inside',
      whole.replace('\n  {', '\n  \ufeff{'),
      '2:3',
      'a byte order mark stands within the text, as where files were joined. Remove it.',
    ],
    ['a remark', `// by hand\n${whole}`, '1:1', 'there is a comment, which JSON has not. Remove it.'],
    ['two exports', whole + whole, '4:1', 'something comes after its end. Give each export a file of its own.'],
    ['a line end in a text', '["a\nb"]', '1:4', 'a text has a line end or a control character in it.'],
    ['a word', '[{ "a": True }]', '1:9', '`True` is not expected.'],
    ['no comma', '[{ "a": 1 "b": 2 }]', '1:11', '`"` is not expected.'],
    ['brackets that do not fit', '[{ "a": 1 ]', '1:11', '`]` is not expected.'],
  ])('is told with the place: %s', (_, text, place, is) => {
    expect(only(text).said).toEqual([`\`a.txt\` is damaged JSON, so it is not read. At ${place} ${is}`]);
  });

  it('is what was meant as JSON, and is none', () => {
    expect(damagedJson(whole, 'a.json')).toBeUndefined();
    for (const text of ['[Mon] words', '{ words }', '[section]\na=1'])
      expect(only(text).said).toEqual([expect.stringMatching(/^`a\.txt` is no capture\. /)]);
  });

  it.each([1, 2, 3])('is told where JSON is none, whatever is lost of it', (seed) => {
    const text = JSON.stringify({
      CsAllowedDomain: [{ Identity: 'a.example', MarkForMonitoring: false, Odd: [1, {}] }],
    });
    const isJson = (part: string) => {
      try {
        return JSON.parse(part) !== undefined;
      } catch {
        return false;
      }
    };
    for (let at = 1 + seed; at < text.length; at += 3) {
      const part = text.slice(0, at) + text.slice(at + 1);
      expect([part, damagedJson(part, 'a.json') === undefined]).toEqual([part, isJson(part)]);
    }
  });
});

it('a file that is nothing of this is named', () => {
  expect(only('just words').said).toEqual([
    '`a.txt` is no capture. It looks like text for people. Take what `lync-federation capture` collects, the output of `Format-List`, `ConvertTo-Json` or `Export-Clixml`, or a script.',
  ]);
  expect(imported([{ source: 'a.txt', text: 'x' }], 'json').said).toEqual(['`a.txt` cannot be read as `json`.']);
  expect(only('<Objs><Obj><Props><S N="Identity">x</S>').said[1]).toMatch(
    /^a\.txt: `<Objs>` is kept as a comment\. Unclosed/,
  );
});
