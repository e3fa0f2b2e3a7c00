// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the snippets of editors are written so
import { describe, expect, it } from 'vitest';
import { completion } from '../../server/src/features/completion.ts';
import { ENGLISH, labels, marked, offered, taken } from './document.ts';

const HEAD = 'lyncFederation: 1\nasOf: 2014-07-02\n';
const SECTIONS = [
  'extends',
  'server',
  'organization',
  'edge',
  'domains',
  'providers',
  'policies',
  'tenant',
  'dns',
  'certificates',
  'firewall',
  'licensing',
  'provisioning',
  'cmdlets',
];
const PROVIDER_KEYS = [
  'identity',
  'proxyFqdn',
  'enabled',
  'capabilities',
  'region',
  'verificationLevel',
  'iconUrl',
  'nameDecorationDomain',
  'nameDecorationRoutingDomain',
  'nameDecorationExcludedDomainList',
  'enableSkypeIdRouting',
  'enableSkypeDirectorySearch',
];
const PROVIDERS = ['Skype', 'Windows Live Messenger', 'AOL Instant Messenger', 'Yahoo! Messenger', 'Public provider'];

function without(keys: readonly string[], ...taken: string[]): readonly string[] {
  return keys.filter((key) => !taken.includes(key));
}

describe('keys', () => {
  it.each([
    ['in an empty document', '<|>', ['lyncFederation']],
    ['in one that holds a comment', '# Contoso\n<|>', ['lyncFederation']],
    ['in one that does not begin with it', '<|>\ndns:\n', ['lyncFederation', 'asOf', ...without(SECTIONS, 'dns')]],
    ['on an empty line at the left', `${HEAD}<|>\ndns:\n`, without(SECTIONS, 'dns')],
    ['on a half-typed key', `${HEAD}pro<|>\n`, SECTIONS],
    ['below a key', `${HEAD}providers:\n  <|>\n`, ['public', 'hosting']],
    ['below a key, beside others', `${HEAD}providers:\n  <|>\n  hosting:\n    - x\n`, ['public']],
    ['below an item, left of it', `${HEAD}edge:\n  pools:\n    - fqdn: x\n  <|>`, ['configuration']],
    [
      'in an item, between its keys',
      `${HEAD}providers:\n  public:\n    - identity: Skype\n      <|>\n      enabled: true\n    - identity: AOL\n`,
      without(PROVIDER_KEYS, 'identity', 'enabled'),
    ],
    [
      'in the first line of an item that has keys',
      `${HEAD}providers:\n  public:\n    - iden<|>tity: Skype\n      enabled: true\n`,
      without(PROVIDER_KEYS, 'enabled'),
    ],
    [
      'in a list that is not indented',
      'certificates:\n- name: a\n  <|>\n',
      [
        'subject',
        'subjectAlternativeNames',
        'enhancedKeyUsage',
        'privateKeyExportable',
        'issuer',
        'requestedWith',
        'signatureAlgorithm',
        'notBefore',
        'notAfter',
        'file',
      ],
    ],
    [
      'between braces',
      `${HEAD}providers:\n  public:\n    - { identity: Skype, <|> , enabled: true }\n`,
      without(PROVIDER_KEYS, 'identity', 'enabled'),
    ],
    [
      'between braces that are still open',
      `${HEAD}providers:\n  public:\n    - { identity: Skype, en<|>\n    - { enabled: true }\n`,
      without(PROVIDER_KEYS, 'identity'),
    ],
    [
      'between braces over several lines',
      `${HEAD}providers:\n  public: [\n    { identity: Skype,\n      <|>\n      enabled: true }\n  ]\n`,
      without(PROVIDER_KEYS, 'identity', 'enabled'),
    ],
    ['behind a comment line', `${HEAD}providers:\n# about\n  # them\n  <|>\n`, ['public', 'hosting']],
    ['below a block scalar', `${HEAD}organization:\n  notes: |\n    server:\n      product: no\n  <|>\n`, ['name']],
    ['where the YAML above is broken', `${HEAD}server: { product: "lync\nproviders:\n  <|>\n`, ['public', 'hosting']],
    ['behind a byte order mark', '\ufeffser<|>', ['lyncFederation', 'asOf', ...SECTIONS]],
  ])('%s', (_, source, expected) => {
    expect(labels(source)).toEqual(expected);
  });

  it.each([
    ['a scalar', `${HEAD}pro<|>`, 'asOf', undefined],
    ['the version', '<|>', 'lyncFederation', 'lyncFederation: 1'],
    ['a date', 'lyncFederation: 1\nas<|>', 'asOf', 'lyncFederation: 1\nasOf: $1'],
    ['a section', `${HEAD}pro<|>\ndns:\n`, 'providers', `${HEAD}providers:\n  $1\ndns:\n`],
    [
      'a section in a document indented by four',
      'edge:\n    configuration:\n        allowFederatedUsers: true\n<|>',
      'providers',
      'edge:\n    configuration:\n        allowFederatedUsers: true\nproviders:\n    $1',
    ],
    ['a list', `${HEAD}providers:\n  pub<|>`, 'public', `${HEAD}providers:\n  public:\n    - $1`],
    [
      'a list where lists are not indented',
      'certificates:\n- name: a\n  <|>',
      'subjectAlternativeNames',
      'certificates:\n- name: a\n  subjectAlternativeNames:\n  - $1',
    ],
    [
      'a choice',
      `${HEAD}edge:\n  pools:\n    - <|>`,
      'loadBalancing',
      `${HEAD}edge:\n  pools:\n    - loadBalancing: \${1|none,dns,hardware|}`,
    ],
    [
      'a boolean',
      `${HEAD}edge:\n  pools:\n    - fqdn: x\n      n<|>`,
      'nat',
      `${HEAD}edge:\n  pools:\n    - fqdn: x\n      nat: \${1|true,false|}`,
    ],
    ['a section between braces', 'licensing: { <|> }', 'picUsl', 'licensing: { picUsl: { $1 } }'],
    [
      'a list between braces',
      'certificates: [{ <|> }]',
      'subjectAlternativeNames',
      'certificates: [{ subjectAlternativeNames: [$1] }]',
    ],
    ['a list of few values', 'certificates:\n  - <|>', 'enhancedKeyUsage', 'certificates:\n  - enhancedKeyUsage: [$1]'],
    [
      'only the name where the colon stands',
      `${HEAD}pro<|>v:\n  public:\n`,
      'provisioning',
      `${HEAD}provisioning:\n  public:\n`,
    ],
    ['only the name between braces', 'server: { pr<|>: lync-2013 }', 'product', 'server: { product: lync-2013 }'],
    ['with CRLF', 'lyncFederation: 1\r\npro<|>\r\n', 'providers', 'lyncFederation: 1\r\nproviders:\r\n  $1\r\n'],
  ])('insert %s', (_, source, label, expected) => {
    if (expected === undefined) expect(labels(source)).not.toContain(label);
    else expect(taken(source, label)).toBe(expected);
  });

  it('carry title and prose of the format, with cmdlet and default', () => {
    const found = offered('edge:\n  configuration:\n    allowFed<|>').find(
      ({ label }) => label === 'allowFederatedUsers',
    );
    expect(found?.detail).toBe('Federation');
    expect(found?.docs).toMatch(/^\*\*Federation\*\* `allowFederatedUsers`\n\n/);
    expect(found?.docs).toMatch(
      /\n\n- Cmdlet: `Set-CsAccessEdgeConfiguration -AllowFederatedUsers`\n- Default: `false`$/,
    );
  });
});

describe('values', () => {
  it.each([
    [
      'of an enum',
      'server:\n  product: <|>',
      ['lcs-2005-sp1', 'ocs-2007', 'ocs-2007-r2', 'lync-2010', 'lync-2013', 'sfb-2015', 'sfb-2019', 'sfb-se'],
    ],
    ['of an enum between braces', 'edge: { pools: [{ loadBalancing: <|> }] }', ['none', 'dns', 'hardware']],
    ['of a boolean', 'edge:\n  configuration:\n    allowFederatedUsers: <|>', ['true', 'false']],
    ['of a list in brackets', 'certificates:\n  - enhancedKeyUsage: [server, <|>]', ['server', 'client']],
    ['of a list', 'certificates:\n  - enhancedKeyUsage:\n      - <|>', ['server', 'client']],
    ['of a list not begun', 'certificates:\n  - enhancedKeyUsage: <|>', ['[server]', '[client]']],
    ['of a list on the next line', 'certificates:\n  - enhancedKeyUsage:\n      <|>', ['server', 'client']],
    [
      'on the next line',
      'server:\n  product:\n    <|>',
      ['lcs-2005-sp1', 'ocs-2007', 'ocs-2007-r2', 'lync-2010', 'lync-2013', 'sfb-2015', 'sfb-2019', 'sfb-se'],
    ],
    ['by example', 'organization:\n  name: <|>', ['Contoso Ltd.']],
    ['by default', 'policies:\n  xmppGateway:\n    keepAliveInterval: <|>', ['300']],
    ['of the day', `${HEAD.replace('2014-07-02', '<|>')}`, ['2014-05-01']],
  ])('%s', (_, source, expected) => {
    expect(labels(source)).toEqual(expected);
  });

  it.each([
    [
      'in place of another one',
      'server:\n  product: lync-<|>2010 # soon',
      'lync-2013',
      'server:\n  product: lync-2013 # soon',
    ],
    ['in the quotes that stand there', 'server: { product: "ly<|>" }', 'lync-2013', 'server: { product: "lync-2013" }'],
    ['behind a colon without a blank', 'server:\n  product:<|>', 'lync-2013', 'server:\n  product: lync-2013'],
    ['behind a colon between braces', 'server: { product:<|>}', 'lync-2013', 'server: { product: lync-2013}'],
    [
      'with a dash where a list is wanted',
      'certificates:\n  - enhancedKeyUsage:\n      <|>',
      'client',
      'certificates:\n  - enhancedKeyUsage:\n      - client',
    ],
    [
      'in brackets where a list is wanted',
      'certificates:\n  - enhancedKeyUsage:<|>',
      '[client]',
      'certificates:\n  - enhancedKeyUsage: [client]',
    ],
    ['a key below where a section is wanted', 'server: <|>', 'cumulativeUpdate', 'server: \n  cumulativeUpdate: $1'],
    ['a text that is not plain YAML', 'firewall:\n  - ports: <|>', '50000-59999', 'firewall:\n  - ports: 50000-59999'],
  ])('go in %s', (_, source, label, expected) => {
    expect(taken(source, label)).toBe(expected);
  });

  it('explain themselves', () => {
    expect(offered('edge: { pools: [{ loadBalancing: <|> }] }')[1]?.docs).toMatch(
      /^\*\*`dns`\*\*\n\nDNS load balancing/,
    );
    expect(offered('edge:\n  configuration:\n    allowFederatedUsers: <|>').map(({ detail }) => detail)).toEqual([
      undefined,
      'default',
    ]);
  });

  it.each([
    ['in a comment', '# ser<|>'],
    ['in a comment behind a value', 'server: # pro<|>'],
    ['in a block scalar', 'organization:\n  notes: |\n    ser<|>'],
    ['on an empty line of a block scalar', 'organization:\n  notes: |\n    a\n    <|>\n    b'],
    ['below a key that the format does not know', 'nothing:\n  <|>'],
    ['right behind a dash', 'certificates:\n  -<|>'],
    ['before the text of a line', 'server:\n <|> product: lync-2013'],
    ['between colon and value', 'server:\n  product: <|>   lync-2013'],
    ['behind a closed brace', 'server: { product: lync-2013 }<|>'],
  ])('are not offered %s', (_, source) => {
    expect(labels(source)).toEqual([]);
  });
});

describe('names', () => {
  const spec = [
    'domains:',
    '  sip: [contoso.com, fabrikam.com]',
    'edge:',
    '  pools:',
    '    - { fqdn: e, accessEdgeFqdn: sip.contoso.com, certificate: edge-2013 }',
    'certificates:',
    '  - name: access-edge',
    'dns:',
    '  hosts:',
    '    - { name: sip.contoso.com, addresses: [203.0.113.1] }',
    '  srv:',
    '    - { name: _sipfederationtls._tcp.contoso.com, port: 5061, target: sip.contoso.com }',
    '',
  ].join('\n');

  it.each([
    ['the certificate of a pool', spec.replace('certificate: edge-2013', 'certificate: <|>'), ['access-edge']],
    ['a certificate that a pool names', spec.replace('name: access-edge', 'name: <|>'), ['edge-2013']],
    [
      'the target of a record',
      spec.replace('target: sip.contoso.com', 'target: <|>'),
      ['sip.contoso.com', 'sip.fabrikam.com', 'sipfed.online.lync.com'],
    ],
    [
      'a record that is missing',
      spec.replace('name: _sipfederationtls._tcp.contoso.com', 'name: <|>'),
      ['_sipfederationtls._tcp.contoso.com', '_sip._tls.contoso.com'],
    ],
    [
      'a host that is missing',
      spec.replace('{ name: sip.contoso.com', '{ name: <|>'),
      ['sip.contoso.com', 'sip.fabrikam.com'],
    ],
    [
      'the subject of a certificate',
      spec.replace('name: access-edge', 'subject: <|>'),
      ['sip.contoso.com', 'sip.fabrikam.com'],
    ],
    ['the domains of a request', `${spec}provisioning:\n  sipDomains: [<|>]\n`, ['contoso.com', 'fabrikam.com']],
  ])('%s', (_, source, expected) => {
    expect(labels(source).slice(0, expected.length)).toEqual(expected);
  });
});

describe('providers', () => {
  it('come with where they stand, those that have ended last and struck out', () => {
    const found = offered(`${HEAD}providers:\n  public:\n    - identity: <|>`);
    expect(found.map(({ label, deprecated }) => [label, deprecated])).toEqual([
      ['Skype', false],
      ['Messenger', true],
      ['MSN', true],
      ['AOL', true],
      ['AIM', true],
      ['Yahoo!', true],
    ]);
    expect(found[3]?.detail).toBe('On 2014-07-02: ended; 2014-06-30 was the last day.');
    expect(found[3]?.docs).toMatch(/^### AOL Instant Messenger\n/);
  });

  it.each([
    ['behind a dash', `${HEAD}providers:\n  public:\n    - <|>`, [...PROVIDERS, ...PROVIDER_KEYS]],
    ['on a line of the list', `${HEAD}providers:\n  public:\n    - identity: x\n    <|>`, PROVIDERS],
    ['behind the key', `${HEAD}providers:\n  public: <|>`, PROVIDERS],
  ])('are offered whole %s', (_, source, expected) => {
    expect(labels(source)).toEqual(expected);
  });

  const skype = (indent: string) =>
    [
      'identity: Skype',
      'proxyFqdn: federation.messenger.msn.com',
      'enabled: ${1|true,false|}',
      'nameDecorationRoutingDomain: msn.com',
      'nameDecorationExcludedDomainList: [msn.com, outlook.com, live.com, hotmail.com]',
    ].join(`\n${indent}`);

  it.each([
    ['behind a dash', 'providers:\n  public:\n    - Sk<|>', `providers:\n  public:\n    - ${skype('      ')}`],
    ['on a line of the list', 'providers:\n  public:\n    <|>', `providers:\n  public:\n    - ${skype('      ')}`],
    [
      'in a list that is not indented',
      'providers:\n  public:\n  - identity: AOL\n  <|>',
      `providers:\n  public:\n  - identity: AOL\n  - ${skype('    ')}`,
    ],
    ['behind the key', 'providers:\n  public: <|>', `providers:\n  public: \n    - ${skype('      ')}`],
  ])('go in whole %s', (_, source, expected) => {
    expect(taken(source, 'Skype')).toBe(expected);
  });

  it('are written without what the server does not know', () => {
    expect(taken('server: { product: lync-2010 }\nproviders:\n  public:\n    - <|>', 'Skype')).toBe(
      'server: { product: lync-2010 }\nproviders:\n  public:\n    - identity: Skype\n      proxyFqdn: federation.messenger.msn.com\n      enabled: ${1|true,false|}',
    );
  });
});

describe('whole entries', () => {
  it.each([
    [
      'Microsoft 365',
      'providers:\n  hosting:\n    - <|>',
      'providers:\n  hosting:\n    - identity: LyncOnline\n      proxyFqdn: sipfed.online.lync.com\n      enabled: ${1|true,false|}\n      enabledSharedAddressSpace: false\n      hostsOCSUsers: false\n      isLocal: false\n      verificationLevel: UseSourceVerification',
    ],
    [
      'Allowed partner server',
      'domains:\n  allowed:\n    - <|>',
      'domains:\n  allowed:\n    - domain: ${1:fabrikam.com}\n      proxyFqdn: ${2:sip.fabrikam.com}',
    ],
    [
      '_sipfederationtls._tcp.contoso.com',
      'domains: { sip: [contoso.com] }\ndns:\n  srv:\n    <|>',
      'domains: { sip: [contoso.com] }\ndns:\n  srv:\n    - name: _sipfederationtls._tcp.contoso.com\n      port: 5061\n      target: ${1:sip.contoso.com}',
    ],
    ['Edge pool', 'edge:\n  pools:\n    - <|>', 'edge:\n  pools:\n    - fqdn: $1'],
    ['SRV record', 'dns:\n  srv:\n    - <|>', 'dns:\n  srv:\n    - name: $1\n      port: $2\n      target: $3'],
  ])('%s', (label, source, expected) => {
    expect(taken(source, label)).toBe(expected);
  });
});

describe('the runbook', () => {
  const line = (text: string) => `server: { product: lync-2010 }\ncmdlets:\n  - ${text}`;

  it.each([
    ['cmdlets', 'cmdlets:\n  - New-Cs<|>', 'New-CsAllowedDomain'],
    ['parameters', 'cmdlets:\n  - New-CsAllowedDomain -<|>', '-Domain'],
    ['values', 'cmdlets:\n  - Set-CsPublicProvider -Enabled <|>', '$true'],
  ])('offers no %s to servers without a shell', (_, source, name) => {
    expect(labels(`server: { product: lync-2010 }\n${source}`)).toContain(name);
    expect(labels(`server: { product: ocs-2007-r2, edgeProduct: lync-2010 }\n${source}`)).toContain(name);
    expect(labels(`server: { product: ocs-2007-r2 }\n${source}`)).not.toContain(name);
  });

  it('offers those of the tenant all the same', () => {
    const source = 'server: { product: ocs-2007-r2 }\ncmdlets:\n  - ';
    expect(labels(`${source}Set-CsTenantFed<|>`)).toContain('Set-CsTenantFederationConfiguration');
    expect(labels(`${source}Set-CsTenantFederationConfiguration -<|>`)).toContain('-AllowedDomains');
  });

  it.each([
    ['cmdlets', line('New-CsPub<|>'), 'New-CsPublicProvider', line('New-CsPublicProvider')],
    ['cmdlets with a dash', 'cmdlets:\n  <|>', 'New-CsPublicProvider', 'cmdlets:\n  - New-CsPublicProvider'],
    [
      'cmdlets behind a pipe',
      line('Get-CsPublicProvider | Rem<|>'),
      'Remove-CsPublicProvider',
      line('Get-CsPublicProvider | Remove-CsPublicProvider'),
    ],
    ['parameters', line('New-CsPublicProvider -Id<|>'), '-Identity', line('New-CsPublicProvider -Identity')],
    [
      'parameters without a dash',
      line('New-CsPublicProvider <|>'),
      '-Identity',
      line('New-CsPublicProvider -Identity'),
    ],
    [
      'parameters in the middle',
      line('New-CsPublicProvider -Pro<|>xyFqdn x -Enabled $true'),
      '-ProxyFqdn',
      line('New-CsPublicProvider -ProxyFqdn x -Enabled $true'),
    ],
    [
      'booleans',
      line('Set-CsPublicProvider -Identity AOL -Enabled <|>'),
      '$true',
      line('Set-CsPublicProvider -Identity AOL -Enabled \\$true'),
    ],
    [
      'listed values',
      line('Set-CsPublicProvider -VerificationLevel Al<|>'),
      'AlwaysVerifiable',
      line('Set-CsPublicProvider -VerificationLevel AlwaysVerifiable'),
    ],
    [
      'providers, quoted',
      line('Remove-CsPublicProvider -Identity <|>'),
      "'Yahoo!'",
      line("Remove-CsPublicProvider -Identity 'Yahoo!'"),
    ],
  ])('takes %s', (_, source, label, expected) => {
    expect(taken(source, label)).toBe(expected);
  });

  const script = { asOf: '2014-05-01', script: {} };

  it.each([
    ['behind a switch', 'Set-CsPublicProvider -Force AOL -<|>', ['-Identity', '-Force']],
    ['behind a list', "Set-CsPublicProvider 'a', 'b' -<|>", ['-Identity']],
    ['behind a file', 'Set-CsPublicProvider 2>$null -<|>', []],
    ['behind a switch that is turned off', 'Set-CsPublicProvider AOL -WhatIf $false -<|>', ['-Identity', '-WhatIf']],
    ['behind a splat', 'Set-CsPublicProvider @all -<|>', []],
    ['on a name before values', 'Set-CsPublicProvider -Iden<|>tity AOL x', []],
  ])('leaves out the parameters that are there %s', (_, text, there) => {
    const found = offered(text, script).map(({ label }) => label);
    expect(['-Identity', '-Force', '-WhatIf', '-Enabled'].filter((name) => !found.includes(name))).toEqual(there);
  });

  it.each([
    ['by the start of a name', 'Set-CsPublicProvider -Ident <|>', "'Yahoo!'"],
    ['by place', 'Set-CsPublicProvider <|>', "'Yahoo!'"],
    ['by place, further on in a list', "Set-CsPublicProvider 'x', <|>", "'Yahoo!'"],
    ['by place behind a switch', 'Set-CsPublicProvider -Force <|>', "'Yahoo!'"],
    ['by place behind a file', 'Set-CsPublicProvider 2>$null <|>', "'Yahoo!'"],
    ['behind a colon', 'Set-CsPublicProvider -VerificationLevel:<|>', 'UseSourceVerification'],
    ['behind the module', 'SkypeForBusiness\\Set-CsPublicProvider -Enabled <|>', '$true'],
  ])('offers the values of a parameter given %s', (_, text, value) => {
    expect(offered(text, script).map(({ label }) => label)).toContain(value);
  });

  it('offers the parameters that are not there yet, those the server lacks last', () => {
    const found = offered(line('New-CsPublicProvider -Identity Skype -Enabled $true -<|>'));
    expect(found.slice(0, 8).map(({ label, detail, deprecated }) => [label, detail, deprecated])).toEqual([
      ['-ProxyFqdn', 'String', false],
      ['-VerificationLevel', 'VerificationLevelType', false],
      ['-EnableSkypeDirectorySearch', 'Boolean, not in Lync Server 2010', true],
      ['-EnableSkypeIdRouting', 'Boolean, not in Lync Server 2010', true],
      ['-IconUrl', 'String, not in Lync Server 2010', true],
      ['-NameDecorationDomain', 'String, not in Lync Server 2010', true],
      ['-NameDecorationExcludedDomainList', 'String, not in Lync Server 2010', true],
      ['-NameDecorationRoutingDomain', 'String, not in Lync Server 2010', true],
    ]);
    expect(found.slice(8, 13).map(({ label }) => label)).toEqual([
      '-Confirm',
      '-Force',
      '-InMemory',
      '-WhatIf',
      '-Debug',
    ]);
  });
});

describe('suppressions', () => {
  it('are completed by rule id', () => {
    const source = 'dns: # lync-federation: ignore[srv-port, ret<|>';
    expect(labels(source)).toContain('retired-provider');
    expect(taken(source, 'retired-provider')).toBe('dns: # lync-federation: ignore[srv-port, retired-provider');
    expect(taken('# lync-federation: ignore-file[<|>', 'srv-port')).toBe('# lync-federation: ignore-file[srv-port');
    const script = { asOf: '2014-05-01', script: {} };
    expect(taken('Get-CsPool # lync-federation: ignore[unk<|>', 'unknown-cmdlet', script)).toBe(
      'Get-CsPool # lync-federation: ignore[unknown-cmdlet',
    );
  });

  it('are given an end, counted from the day of the verdict', () => {
    const source = 'lyncFederation: 1\nasOf: 2014-05-01\ndns: # lync-federation: ignore[srv-port] unt<|>';
    expect(labels(source)).toEqual(['until=2014-05-31', 'until=2014-07-30', 'until=2015-05-01']);
    expect(taken(source, 'until=2014-05-31')).toMatch(/ignore\[srv-port\] until=2014-05-31$/);
    expect(labels('dns: # lync-federation: ignore[srv-port] until=2014-05-31 for<|>')).toEqual([]);
  });
});

describe('everything offered', () => {
  const source = `${HEAD}server: { product: lync-2013 }\nproviders:\n  public:\n    - identity: Skype\n      enabled: true\n    - { identity: AOL, enabled: "false" }\ncmdlets:\n  - New-CsPublicProvider -Identity Skype | x # no\nsecond: |\n  text\n`;

  it('replaces a stretch around the cursor on one line, wherever that stands', () => {
    const { analysis } = marked(`${source}<|>`);
    for (let offset = 0; offset <= source.length; offset++) {
      for (const { label, at } of completion(analysis, offset, ENGLISH)) {
        expect(label).not.toBe('');
        expect(at.start <= offset && offset <= at.end, `${label} at ${offset}`).toBe(true);
        expect(source.slice(at.start, at.end)).not.toContain('\n');
      }
    }
  });
});
