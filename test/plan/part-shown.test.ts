import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalog } from '../../server/src/catalog/catalog.generated.ts';
import { render } from '../../server/src/cmdlets/command.ts';
import { readCapture } from '../../server/src/plan/capture-file.ts';
import { declared } from '../../server/src/plan/declared.ts';
import { drift } from '../../server/src/plan/drift.ts';
import { readAsked } from '../../server/src/plan/import/asked.ts';
import { plan } from '../../server/src/plan/plan.ts';
import { readSpec } from '../../server/src/spec/read.ts';
import { inEnglish } from '../../server/src/text/message.ts';

const CAPTURES = join(import.meta.dirname, 'formats', 'format-list');
const textIn = (name: string) => readFileSync(join(CAPTURES, name), 'utf8');
const PARTNERS = textIn('partners.lync.yaml');

/** What drift and plan say of a spec beside a capture. */
function compared(spec: string, text: string, source = 'live.txt') {
  const { state, notes } = readCapture([{ source, text }]);
  const wanted = declared(readSpec(spec).spec, catalog);
  const told = drift(wanted, state);
  return {
    notes: notes.map((note) => inEnglish(note)),
    drift: told.differences.map(({ is, identity, setting }) => [is, identity, setting].filter(Boolean).join(' ')),
    open: told.notes.map(({ message }) => inEnglish(message)),
    commands: plan(wanted, state).steps.flatMap(({ commands, only }) => [
      ...commands.map(render),
      ...(only ? [`where it is ${only.when}`] : []),
    ]),
  };
}

describe('a command tells how much it shows', () => {
  it.each([
    ['Get-CsAllowedDomain', []],
    ['Get-CsAllowedDomain | fl', []],
    ['Get-CsAllowedDomain | Format-List *', []],
    ['Get-CsAllowedDomain | Format-List -Property *', []],
    ['Get-CsAllowedDomain | Sort-Object Domain | Out-String -Width 200', []],
    ['Get-CsAllowedDomain | Where-Object { $_ }', []],
    ['Get-CsAllowedDomain -Identity *', []],
    ['Get-CsAllowedDomain | Where-Object {$_.ProxyFqdn}', ['objects']],
    ['Get-CsAllowedDomain | ? Domain -like "*.com"', ['objects']],
    ['Get-CsAllowedDomain fabrikam.com', ['objects']],
    ['Get-CsAllowedDomain -Identity fabrikam.com | fl', ['objects']],
    ['Get-CsExternalAccessPolicy -Filter site:*', ['objects']],
    ['Get-CsAllowedDomain | Select-Object -First 10', ['objects']],
    ['Get-CsAllowedDomain | select-string fabrikam', ['objects']],
    ['Get-CsAllowedDomain | fl Identity, ProxyFqdn', ['properties']],
    ['Get-CsAllowedDomain | select -Property Identity, Comment | fl', ['properties']],
    ['Get-CsAllowedDomain | select * -ExcludeProperty Comment', ['properties']],
    ['Get-CsAllowedDomain | where Comment | select Identity', ['objects', 'properties']],
  ] as const)('%s', (command, lacks) => {
    const noun = 'CsAllowedDomain'.replace('AllowedDomain', nounIn(command));
    expect(readAsked(command)).toMatchObject({ noun, lacks });
  });

  it.each([
    ['Get-CsAllowedDomain | fl; Get-CsBlockedDomain | fl', { noun: undefined, isMixed: true, isPlain: false }],
    ['Get-CsAllowedDomain | fl; Get-Service | fl', { noun: undefined, isMixed: true, isPlain: false }],
    ['Get-CsAllowedDomain a.example; Get-csalloweddomain', { noun: 'CsAllowedDomain', lacks: ['objects'] }],
    ['$n = -1; Get-CsAllowedDomain | fl', { noun: 'CsAllowedDomain', lacks: [], isPlain: false }],
    ['Get-CsAllowedDomain | fl; cls', { noun: 'CsAllowedDomain', lacks: [], isPlain: true }],
    [
      'Get-DnsServerResourceRecord -ZoneName a.example; Get-DnsServerResourceRecord -ZoneName b.example',
      { noun: undefined },
    ],
  ])('%s', (command, asked) => {
    const { zone, ...read } = readAsked(command);
    expect(read).toMatchObject(asked);
    expect('isMixed' in read).toBe('isMixed' in asked);
    expect(zone).toBeUndefined();
  });

  const nounIn = (command: string) => /Get-Cs(\w+)/.exec(command)?.[1] ?? '';
});

describe('a command that shows nothing', () => {
  /** The nouns of which there is nothing, and those of which one cannot tell. */
  const told = (command: string, below = '') => {
    const { state } = readCapture([{ source: 'live.txt', text: `PS C:\\> ${command}\n${below}${OTHER}` }]);
    return state.scopes.filter(({ noun }) => noun !== 'CsBlockedDomain');
  };
  const OTHER = 'PS C:\\> Get-CsBlockedDomain\n\nIdentity : spam.example\nDomain   : spam.example\n';

  it.each([
    'Get-CsAllowedDomain',
    'Get-CsAllowedDomain | fl Identity, Comment',
    'get-csalloweddomain|ft -AutoSize',
    'Get-CsAllowedDomain | Sort-Object Identity | Format-List',
  ])('says that there is none: %s', (command) => {
    expect(told(command)).toEqual([{ noun: 'CsAllowedDomain' }]);
  });

  it('says so without any other that shows something', () => {
    const { state, complaints } = readCapture([
      { source: 'live.txt', text: 'PS C:\\> Get-CsAllowedDomain\nPS C:\\>\n' },
    ]);
    expect([state.scopes, complaints]).toEqual([[{ noun: 'CsAllowedDomain' }], []]);
  });

  it.each([
    'Get-CsAllowedDomain | Where-Object { $_.ProxyFqdn }',
    'Get-CsAllowedDomain -Identity fabrikam.com',
    'Get-CsAllowedDomain > allowed.txt',
    'Get-CsAllowedDomain | fl > allowed.txt',
    'Get-CsAllowedDomain | Export-Csv allowed.csv',
    'Get-CsAllowedDomain | Remove-CsAllowedDomain',
    '$all = Get-CsAllowedDomain',
    '(Get-CsAllowedDomain).Count',
  ])('may hide some: %s', (command) => {
    expect(told(command)).toEqual([]);
  });

  it('is not known to be at its end where no prompt follows', () => {
    const { state } = readCapture([{ source: 'live.txt', text: `${OTHER}\nPS C:\\> Get-CsAllowedDomain\n` }]);
    expect(state.scopes).toEqual([{ noun: 'CsBlockedDomain' }]);
  });

  it('failed, where it says so, in any language', () => {
    const position = '+ Get-CsAllowedDomain\n    + CategoryInfo          : ObjectNotFound: (:) []\n';
    expect(told('Get-CsAllowedDomain', `Get-CsAllowedDomain : The term is not known.\n${position}\n`)).toEqual([]);
    expect(told('Get-CsAllowedDomain', `Die Benennung wurde nicht erkannt.\n${position}\n`)).toEqual([]);
    expect(told('Get-CsAllowedDomain', 'Get-CsAllowedDomain: Access is denied.\n')).toEqual([]);
  });
});

describe('what could not be read is not missing', () => {
  const spec = 'lyncFederation: 1\ndomains:\n  allowed: [fabrikam.com, adatum.com]\n';
  const open =
    'The capture shows only a part of `Get-CsAllowedDomain`, so nobody can tell whether these are there: `adatum.com`.';
  const listed = 'Identity : fabrikam.com\nDomain   : fabrikam.com\n\n';

  it.each([
    [
      'where the command failed midway',
      'live.txt',
      `PS C:\\> Get-CsAllowedDomain\n\n${listed}Get-CsAllowedDomain : Timed out.\n`,
    ],
    ['where a row of an export is torn', 'CsAllowedDomain.csv', 'Identity,Domain\nfabrikam.com,fabrikam.com\nadatum\n'],
    ['where an object has no name', 'live.txt', `PS C:\\> Get-CsAllowedDomain\n\n${listed}Comment : Payroll\n`],
    [
      'where a file is cut off',
      'CsAllowedDomain.xml',
      '<Objs Version="1.1.0.1"><Obj><Props><S N="Identity">fabrikam.com</S></Props></Obj><Obj><Props><S N="Iden',
    ],
  ])('%s', (_, source, text) => {
    const { drift: differences, open: told, commands } = compared(spec, text, source);
    expect(differences).toEqual([]);
    expect(told).toEqual([open]);
    expect(commands).toEqual(['New-CsAllowedDomain -Identity adatum.com', 'where it is absent']);
  });
});

describe('what is not shown is neither missing nor otherwise', () => {
  it('where the command filters', () => {
    expect(compared(PARTNERS, textIn('filtered.txt'))).toEqual({
      notes: ['`live.txt:1`: The command shows only a part of what is there.'],
      drift: [],
      open: [
        'The capture shows only a part of `Get-CsAllowedDomain`, so nobody can tell whether these are there: `fabrikam.com`.',
      ],
      commands: ['New-CsAllowedDomain -Identity fabrikam.com', 'where it is absent'],
    });
    // The same without a filter: it is not there, and is made.
    const whole = textIn('filtered.txt').replace(' | Where-Object {$_.ProxyFqdn}', '');
    expect(compared(PARTNERS, whole)).toEqual({
      notes: [],
      drift: ['missing fabrikam.com'],
      open: [],
      commands: ['New-CsAllowedDomain -Identity fabrikam.com'],
    });
  });

  it('where another command shows the rest', () => {
    const both = `${textIn('filtered.txt')}\nPS C:\\> Get-CsAllowedDomain\n\nIdentity  : adatum.com\nDomain    : adatum.com\nProxyFqdn : sip.adatum.com\n`;
    expect(compared(PARTNERS, both).drift).toEqual(['missing fabrikam.com']);
  });

  it('where a table cuts a name off', () => {
    const { notes, drift: differences, open } = compared(PARTNERS, textIn('tables.txt'));
    expect(notes).toEqual([
      '`live.txt:7`: The table does not show the whole name of an object; use Format-List and look again.',
      '`live.txt:10`: The command shows only a part of what is there.',
    ]);
    expect(differences).toEqual(['surplus litwareinc.com']);
    expect(open).toHaveLength(1);
    const whole = textIn('tables.txt').replace(/^a-partner.*\n/m, '');
    expect(compared(PARTNERS, whole).drift).toEqual(['missing adatum.com', 'surplus litwareinc.com']);
  });

  it('where properties were picked', () => {
    const spec = 'lyncFederation: 1\ndomains:\n  allowed: [{ domain: fabrikam.com, comment: Payroll }]\n';
    const shown = 'Identity : fabrikam.com\nDomain   : fabrikam.com\n';
    expect(compared(spec, `PS C:\\> Get-CsAllowedDomain | fl Identity,Domain\n\n${shown}`)).toEqual({
      notes: [],
      drift: [],
      open: ['The capture does not tell what `Comment` of `fabrikam.com` is, so it is not compared.'],
      commands: [],
    });
    expect(compared(spec, `PS C:\\> Get-CsAllowedDomain\n\n${shown}Comment  :\n`).drift).toEqual([
      'changed fabrikam.com Comment',
    ]);
  });

  it('where all that is declared is shown, and others may be hidden', () => {
    const spec = 'lyncFederation: 1\ndomains:\n  allowed: [fabrikam.com]\n';
    const shown = 'Identity : fabrikam.com\nDomain   : fabrikam.com\n';
    expect(compared(spec, `PS C:\\> Get-CsAllowedDomain fabrikam.com\n\n${shown}`)).toMatchObject({
      drift: [],
      open: [
        'The capture shows only a part of `Get-CsAllowedDomain`, so nobody can tell whether there are others than the spec names.',
      ],
      commands: [],
    });
    expect(compared(spec, `PS C:\\> Get-CsAllowedDomain\n\n${shown}`).open).toEqual([]);
  });

  describe('where users are shown', () => {
    const spec =
      'lyncFederation: 1\npolicies:\n  externalAccess: [{ identity: Sales, grantedTo: [kim@contoso.com, lee@contoso.com] }]\n';
    const policy =
      'PS C:\\> Get-CsExternalAccessPolicy\n\nIdentity               : Tag:Sales\nEnableFederationAccess : True\n\n';
    const kim = 'SipAddress           : sip:kim@contoso.com\nExternalAccessPolicy : Sales\n';
    const unknown = 'The capture does not say to whom `Sales` is granted, so its grants are not compared.';
    const users = (command: string, shown: string) => {
      const { drift: differences, open, commands } = compared(spec, `${policy}PS C:\\> ${command}\n\n${shown}`);
      return { differences, open: open.filter((one) => one.includes('granted')), commands };
    };

    it('all of them', () => {
      expect(users('Get-CsUser', kim)).toEqual({
        differences: ['granted Sales'],
        open: [],
        commands: ["Grant-CsExternalAccessPolicy -Identity 'lee@contoso.com' -PolicyName Sales"],
      });
    });

    it.each([
      ['one of them', 'Get-CsUser kim@contoso.com', kim],
      ['without their policies', 'Get-CsUser | fl SipAddress', 'SipAddress : sip:kim@contoso.com\n'],
    ])('%s', (_, command, shown) => {
      expect(users(command, shown)).toEqual({ differences: [], open: [unknown], commands: [] });
    });
  });

  it('where a tenant does not show which domains it allows', () => {
    const spec = 'lyncFederation: 1\ntenant: { allowFederatedUsers: true, allowedDomains: [fabrikam.com] }\n';
    const shown = { Identity: 'Global', AllowFederatedUsers: true };
    const live = (tenant: object) => JSON.stringify({ CsTenantFederationConfiguration: [tenant] });
    expect(compared(spec, live(shown), 'live.json')).toEqual({
      notes: [],
      drift: [],
      open: ['The capture does not tell what `AllowedDomains` of `global` is, so it is not compared.'],
      commands: [],
    });
    expect(compared(spec, live({ ...shown, AllowedDomains: 'AllowAllKnownDomains' }), 'live.json').drift).toEqual([
      'changed global AllowedDomains',
    ]);
  });
});

describe('a table', () => {
  it('may hold numbers, which stand right', () => {
    const text = [
      'PS C:\\> Get-CsXmppAllowedPartner | ft Identity,ConnectionLimit,PartnerType -AutoSize',
      '',
      'Identity        ConnectionLimit PartnerType',
      '--------        --------------- -----------',
      'partner.example              10 Federated',
      'another.example            1000 PublicVerified',
      '',
    ].join('\n');
    const { state } = readCapture([{ source: 'live.txt', text }]);
    expect(state.objects.map(({ identity, values }) => [identity, values])).toEqual([
      ['partner.example', { ConnectionLimit: 10, PartnerType: 'Federated' }],
      ['another.example', { ConnectionLimit: 1000, PartnerType: 'PublicVerified' }],
    ]);
  });

  it('is none where the line below is no underline', () => {
    const { state, complaints } = readCapture([{ source: 'a.txt', text: 'Identity Domain\n-- ------\na b\n' }]);
    expect(state.objects).toEqual([]);
    expect(complaints).toHaveLength(1);
  });
});

it('what is null in JSON was empty or failed, and nobody can tell', () => {
  const text = '{ "CsBlockedDomain": null, "CsAllowedDomain": { "Identity": "a.example", "Domain": "a.example" } }';
  const { state, complaints } = readCapture([{ source: 'live.json', text }]);
  expect([state.scopes, complaints]).toEqual([[{ noun: 'CsAllowedDomain' }], []]);
});

it('what is no value of a setting is not read, and not compared', () => {
  const text =
    'Identity,Domain,PartnerType,AdditionalDomains,SupportDialbackNegotiation\npartner.example,partner.example,Federated,System.Collections.Generic.List`1[System.Object],WAHR\n';
  const { state, notes } = readCapture([{ source: 'live.csv', text }]);
  expect(state.objects).toMatchObject([
    {
      noun: 'CsXmppAllowedPartner',
      values: { PartnerType: 'Federated' },
      unread: expect.arrayContaining(['AdditionalDomains', 'SupportDialbackNegotiation']),
    },
  ]);
  expect(Object.keys(state.objects[0]?.values ?? {})).toEqual(['PartnerType']);
  expect(notes.map((note) => inEnglish(note))).toEqual([
    '`live.csv`: `SupportDialbackNegotiation` is `WAHR`, which is none that the format takes, so it is not compared.',
  ]);
  const spec =
    'lyncFederation: 1\ndomains:\n  xmpp:\n    - { domain: partner.example, partnerType: Federated, supportDialbackNegotiation: true }\n';
  expect(compared(spec, text, 'live.csv')).toMatchObject({ drift: [], commands: [] });
  expect(compared(spec, text.replace('WAHR', 'FALSE'), 'live.csv').drift).toEqual([
    'changed partner.example SupportDialbackNegotiation',
  ]);
});

describe('what an object does not show is not known, and no default', () => {
  const spec =
    'lyncFederation: 1\nserver: { product: lync-2013 }\ndomains:\n  allowed:\n    - { domain: fabrikam.com, comment: Payroll }\nproviders:\n  hosting:\n    - { identity: Exchange Online, proxyFqdn: exap.um.outlook.com, enabled: true, enabledSharedAddressSpace: true }\n';
  const shown = 'Identity,Domain,ProxyFqdn,Comment\nfabrikam.com,fabrikam.com,,\n';
  const providers = 'Identity,ProxyFqdn,Enabled\nExchange Online,exap.um.outlook.com,True\n';
  const asList = (text: string) => {
    const [names = '', values = ''] = text.split('\n');
    return names.split(',').map((name, i) => [name, values.split(',')[i] ?? ''] as const);
  };

  it.each([
    ['CSV', 'csv', (text: string) => text],
    ['JSON', 'json', (text: string) => JSON.stringify(Object.fromEntries(asList(text)))],
    [
      'a list on the console',
      'txt',
      (text: string) =>
        `${asList(text)
          .map(([name, value]) => `${name} : ${value}`)
          .join('\n')}\n\n`,
    ],
  ])('%s', (_, end, form) => {
    const told = (noun: string, text: string) => {
      const { drift, open, commands } = compared(spec, form(text), `${noun}.${end}`);
      return { drift, open, commands };
    };
    const isUntold = (parameter: string, identity: string) =>
      `The capture does not tell what \`${parameter}\` of \`${identity}\` is, so it is not compared.`;
    expect(told('CsAllowedDomain', shown)).toMatchObject({ drift: ['changed fabrikam.com Comment'], open: [] });
    expect(told('CsAllowedDomain', shown.replace(',Comment', '').replace(',,', ','))).toMatchObject({
      drift: [],
      open: [isUntold('Comment', 'fabrikam.com')],
    });
    expect(told('CsHostingProvider', providers)).toMatchObject({
      drift: [],
      open: [isUntold('EnabledSharedAddressSpace', 'Exchange Online')],
    });
  });
});

it('what two captures tell of one object is put together, and the later one stands', () => {
  const live = (properties: object) =>
    JSON.stringify({ CsAllowedDomain: [{ Identity: 'fabrikam.com', ...properties }] });
  const read = (...texts: readonly string[]) =>
    readCapture(texts.map((text, i) => ({ source: `${i}.json`, text }))).state.objects.map(
      ({ identity, values, unread = [] }) => [identity, values.Comment, values.ProxyFqdn, unread.includes('ProxyFqdn')],
    );
  const [first, second] = [live({ Comment: 'a' }), live({ ProxyFqdn: 'sip.fabrikam.com' })];
  expect(read(first)).toEqual([['fabrikam.com', 'a', undefined, true]]);
  expect(read(first, second)).toEqual([['fabrikam.com', 'a', 'sip.fabrikam.com', false]]);
  expect(read(first, second, live({ Comment: 'b' }))).toEqual([['fabrikam.com', 'b', 'sip.fabrikam.com', false]]);
});

describe('what Export-Csv wrote', () => {
  const csv = (text: string, source = 'live.csv') => readCapture([{ source, text }]);

  it('keeps separators, quotes and line ends within quotes', () => {
    const text =
      '#TYPE Microsoft.Rtc.Management.WritableConfig.Settings.Edge.AllowedDomain\r\n"Identity";"Domain";"Comment"\r\n"fabrikam.com";"fabrikam.com";"first; then ""second""\r\nthen third"\r\nlitwareinc.com;litwareinc.com;\r\n';
    expect(csv(text).state.objects.map(({ identity, values }) => [identity, values.Comment])).toEqual([
      ['fabrikam.com', 'first; then "second"\r\nthen third'],
      ['litwareinc.com', null],
    ]);
  });

  it.each([
    ['a separator that it names itself', 'sep=|\r\nIdentity|Domain\r\na.example|a.example\r\nb.example|b.example\r\n'],
    ['lines that end as on an old Mac', 'Identity,Domain\ra.example,a.example\rb.example,b.example\r'],
    [
      'quotes within a field that has none around',
      'Identity,Domain,Comment\na.example,a.example,5" disk\nb.example,b.example,"x"y\n',
    ],
  ])('is read to its end with %s', (_, text) => {
    const { state, notes } = csv(text, 'CsAllowedDomain.csv');
    expect(state.objects.map(({ identity }) => identity)).toEqual(['a.example', 'b.example']);
    expect(notes).toEqual([]);
  });

  it('says which lists it lost, and which rows are torn', () => {
    const text =
      '#TYPE Microsoft.Rtc.Management.WritableConfig.Settings.XmppFederation.XmppAllowedPartner\n"Identity","AdditionalDomains"\n"partner.example","Microsoft.Rtc.Management.WritableConfig.ListModifier`1[System.String]"\n"torn"\n';
    const { state, notes } = csv(text);
    expect(state.objects.map(({ identity, unread }) => [identity, unread?.[0]])).toEqual([
      ['partner.example', 'AdditionalDomains'],
    ]);
    expect(notes.map((note) => inEnglish(note))).toEqual([
      '`live.csv:4`: It has not as many values as there are names above.',
    ]);
  });

  it('is known by its type, its name or its columns, and no other table is', () => {
    expect(csv('"Identity","Domain"\n"a.example","a.example"\n', 'CsBlockedDomain.csv').state.scopes).toEqual([
      { noun: 'CsBlockedDomain' },
    ]);
    expect(
      csv('#TYPE Selected.Microsoft.Rtc.Management.WritableConfig.Settings.Edge.AllowedDomain\n').state.scopes,
    ).toEqual([{ noun: 'CsAllowedDomain' }]);
    expect(csv('Name,Colour\nfabrikam.com,blue\n').complaints).toHaveLength(1);
  });
});

describe('a transcript', () => {
  it('adds heads, feet and the times of commands, in any language', () => {
    const stars = '*'.repeat(22);
    const text = [
      stars,
      'Start der Windows PowerShell-Aufzeichnung',
      'Startzeit: 20180412093011',
      'Username: CONTOSO\\admin',
      stars,
      'Die Aufzeichnung wurde gestartet. Die Ausgabedatei ist C:\\Temp\\fed.txt',
      stars,
      'Startzeit des Befehls: 20180412093012',
      stars,
      'PS C:\\Temp> Get-CsBlockedDomain',
      '',
      'Identity : spam.example',
      'Domain   : spam.example',
      'Comment  : ',
      '',
      stars,
      'Ende der Windows PowerShell-Aufzeichnung',
      'Endzeit: 20180412093152',
      stars,
    ].join('\r\n');
    const { state, notes } = readCapture([{ source: 'live.txt', text }]);
    expect(notes).toEqual([]);
    expect(state.objects.map(({ noun, identity }) => [noun, identity])).toEqual([['CsBlockedDomain', 'spam.example']]);
  });

  it('hides nothing where a line of asterisks stands alone', () => {
    const text = `PS C:\\> Get-CsBlockedDomain\n\n${'*'.repeat(22)}\nIdentity : spam.example\nDomain   : spam.example\n\n`;
    expect(readCapture([{ source: 'live.txt', text }]).state.objects).toHaveLength(1);
  });
});
