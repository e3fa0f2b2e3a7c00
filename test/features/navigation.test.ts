import { describe, expect, it } from 'vitest';
import { definitions, definitionsAmong } from '../../server/src/features/definition.ts';
import { highlights } from '../../server/src/features/highlights.ts';
import { referencesAmong } from '../../server/src/features/references.ts';
import { mentionAt } from '../../server/src/features/runbook/objects.ts';
import type { Range } from '../../server/src/text/range.ts';
import { marked } from './document.ts';
import { SCRIPT, WITH_GRAMMAR } from './scripts.ts';
import { shelf, shown } from './shelf.ts';

const SPEC = `edge:
  pools: [{ fqdn: a.contoso.com, certificate: edge }]
certificates: [{ name: edge }]
domains:
  sip: [contoso.com]
  allowed:
    - fabrikam.com
    - domain: litwareinc.com
  blocked: [fabrikam.com]
provisioning: { sipDomains: [Contoso.com], providers: [AOL] }
providers:
  public:
    - identity: AOL
policies:
  externalAccess: [{ identity: Sales }]
cmdlets:
  - New-CsAllowedDomain -Identity FABRIKAM.com
  - Set-CsAllowedDomain fabrikam.com. -Comment x | Out-Null
  - New-CsBlockedDomain -Domain fabrikam.com
  - "Remove-CsPublicProvider -Id 'aol'; New-CsPublicProvider AOL"
  - New-CsExternalAccessPolicy -Identity Sales
  - Grant-CsExternalAccessPolicy -Identity ada -PolicyName Tag:Sales
  - Test-CsFederatedPartner -TargetFqdn sip.contoso.com -Domain litwareinc.com
  - Remove-CsPublicProvider Skype
  - New-CsPublicProvider Skype
`;

/** A spec with the cursor behind the nth time a text stands in it. */
function at(text: string, nth = 1): ReturnType<typeof marked> {
  const place = SPEC.split(text).slice(0, nth).join(text).length + text.length;
  return marked(`${SPEC.slice(0, place)}<|>${SPEC.slice(place)}`, WITH_GRAMMAR);
}

function lines({ text }: { text: string }, ranges: readonly Range[]): readonly string[] {
  return ranges.map(({ start, end }) => `${text.slice(0, start).split('\n').length}: ${text.slice(start, end)}`);
}

describe('the definition', () => {
  it.each([
    ['an allowed domain', 'FABRIKAM.com', 1, ['7: fabrikam.com']],
    ['one in another form', 'fabrikam.com.', 1, ['7: fabrikam.com']],
    ['a blocked domain', '-Domain fabrikam.com', 1, ['9: fabrikam.com']],
    ['a domain with keys', '-Domain litwareinc.com', 1, ['8: litwareinc.com']],
    ['a provider', "-Id 'aol", 1, ['13: AOL']],
    ['a provider of a request', 'providers: [AOL', 1, ['13: AOL']],
    ['a policy that is granted', 'Tag:Sales', 1, ['15: Sales']],
    ['a SIP domain of a request', 'Contoso.com', 1, ['5: contoso.com']],
    ['a certificate', 'certificate: edge', 1, ['3: edge']],
    ['an entry itself', 'identity: AOL', 1, ['13: AOL']],
    ['what only the runbook has', 'Remove-CsPublicProvider Skype', 1, ['25: Skype']],
  ])('of %s', (_, text, nth, expected) => {
    const place = at(text, nth);
    const object = mentionAt(place.analysis, place.offset);
    expect(object && lines(place, definitions(place.analysis, object))).toEqual(expected);
  });

  it.each(['-Comment x', '-PolicyName', 'fqdn', '-Identity ada'])('is none for %s', (text) => {
    const { analysis, offset } = at(text);
    expect(mentionAt(analysis, offset)).toBeUndefined();
  });

  it('is what makes it, in a script', () => {
    const place = marked('New-CsSipDomain a.com\nif ($x) { Remove-CsSipDomain -Identity "a<|>.com" }\n', SCRIPT);
    const object = mentionAt(place.analysis, place.offset);
    expect(object && lines(place, definitions(place.analysis, object))).toEqual(['1: a.com']);
  });
});

describe('references', () => {
  it('are the entry and every place of that name', () => {
    const place = at('- identity: AOL');
    const object = mentionAt(place.analysis, place.offset);
    if (object === undefined) throw new Error('nothing is named there');
    const own = { path: 'a.lync.yaml', analysis: place.analysis };
    const found = (declaration: boolean) => shown(referencesAmong(own, [], object, { declaration }));
    const uses = ["a.lync.yaml 20: 'aol'", 'a.lync.yaml 20: AOL'];
    expect(found(true)).toEqual(['a.lync.yaml 10: AOL', 'a.lync.yaml 13: AOL', ...uses]);
    expect(found(false)).toEqual(['a.lync.yaml 10: AOL', ...uses]);
  });

  it.each([
    ['in capitals, with a dot at the end', '  sip: [FABRIKAM.com.]', 'FABRIKAM.com.'],
    ['with an escape of YAML', String.raw`  sip: ["fabri\x6bam.com"]`, String.raw`"fabri\x6bam.com"`],
    ['with escapes of the shell', '', 'fabri`kam.com'],
    ['in quotes within', '', `fabri"kam".com`],
  ])('are there however a name is written: %s', (_, spec, written) => {
    const files: Record<string, string> = {
      'a.lync.yaml': 'domains:\n  allowed:\n    - fabrikam.com\n',
      ...(spec === ''
        ? { 'b.ps1': `New-CsAllowedDomain -Identity ${written}\n` }
        : { 'b.lync.yaml': `domains:\n${spec}\n` }),
    };
    const { own, others, object } = shelf(files, 'a.lync.yaml', 'fabri<|>kam.com');
    if (object === undefined) throw new Error('nothing is named there');
    const [, found] = shown(referencesAmong(own, others, object, { declaration: true }));
    expect(found?.replace(/^\S+ \d+: /, '')).toBe(written);
  });
});

describe('highlights', () => {
  it('mark the entry and its uses', () => {
    const place = at('identity: AOL');
    const found = highlights(place.analysis, place.offset);
    expect(found.map(({ kind }) => kind)).toEqual(['use', 'entry', 'use', 'use']);
    expect(
      lines(
        place,
        found.map((one) => one.at),
      ),
    ).toEqual(['10: AOL', '13: AOL', "20: 'aol'", '20: AOL']);
  });

  it('are none where nothing is named', () => {
    const { analysis, offset } = at('provisioning');
    expect(highlights(analysis, offset)).toEqual([]);
  });
});

const CONTOSO = `edge:
  configuration: { defaultRouteFqdn: sip.contoso.com }
  pools:
    - fqdn: edge.corp.contoso.com
      accessEdgeFqdn: sip.contoso.com
      certificate: edge
      computers: [e1, e2.corp.contoso.com]
domains:
  sip: [contoso.com]
  allowed:
    - { domain: fabrikam.com, proxyFqdn: sip.fabrikam.com, partner: { srv: none } }
  xmpp: [fabrikam.com]
  discovered: [adatum.com]
tenant: { sipDomains: [CONTOSO.COM], allowedDomains: [fabrikam.com], blockedDomains: [contoso.com] }
dns:
  srv:
    - { name: _sipfederationtls._tcp.contoso.com, port: 5061, target: sip.contoso.com }
    - { name: "_xmpp-server._tcp.Contoso.com.", port: 5269, target: . }
    - { name: "_sip._tls.\\x63ontoso.com", port: 443, target: web.contoso.com }
    - { name: contoso.com, port: 443, target: none }
  hosts:
    - { name: sip.contoso.com, addresses: [203.0.113.10] }
    - { name: web.contoso.com, addresses: [203.0.113.10] }
certificates:
  - { name: edge, subject: sip.contoso.com, subjectAlternativeNames: ["*.contoso.com", SIP.contoso.com] }
provisioning: { accessEdgeFqdns: [sip.contoso.com], sipDomains: [contoso.com] }
cmdlets:
  - Test-CsFederatedPartner -TargetFqdn sip.contoso.com -Domain fabrikam.com
  - New-CsSipDomain -Identity $domain
`;

/** The same domain from its partner's side, and a script of each. */
const FILES = {
  'contoso/a.lync.yaml': CONTOSO,
  'contoso/a.ps1': 'New-CsSipDomain contoso.com\nNew-CsAllowedDomain fabrikam.com -ProxyFqdn sip.fabrikam.com\n',
  'fabrikam/b.lync.yaml':
    'domains:\n  sip: [fabrikam.com]\n  allowed: [contoso.com]\nedge: { pools: [{ fqdn: sip.fabrikam.com, certificate: edge }] }\n',
  'fabrikam/b.ps1': 'New-CsAllowedDomain contoso.com\nNew-CsSipDomain adatum.com\nSet-CsPublicProvider AOL\n',
};

function defined(uri: keyof typeof FILES, text: string): readonly string[] {
  const { own, others, object } = shelf(FILES, uri, text);
  return object === undefined ? ['nothing'] : shown(definitionsAmong(own, others, object));
}

function referred(uri: keyof typeof FILES, text: string, declaration = true): readonly string[] {
  const { own, others, object } = shelf(FILES, uri, text);
  return object === undefined ? ['nothing'] : shown(referencesAmong(own, others, object, { declaration }));
}

describe('over several documents, the definition', () => {
  it.each([
    [
      'a host, at its pool',
      'contoso/a.lync.yaml',
      'target: sip.con<|>toso.com',
      ['contoso/a.lync.yaml 5: sip.contoso.com'],
    ],
    [
      'a host that has a record alone',
      'contoso/a.lync.yaml',
      'target: web.con<|>toso.com',
      ['contoso/a.lync.yaml 23: web.contoso.com'],
    ],
    [
      'a host of a partner',
      'contoso/a.lync.yaml',
      'proxyFqdn: sip.fab<|>rikam.com',
      ['fabrikam/b.lync.yaml 4: sip.fabrikam.com'],
    ],
    [
      'a host in a command',
      'contoso/a.lync.yaml',
      '-TargetFqdn sip.con<|>toso.com',
      ['contoso/a.lync.yaml 5: sip.contoso.com'],
    ],
    [
      'the domain of a record',
      'contoso/a.lync.yaml',
      '_sipfederationtls._tcp.con<|>toso.com',
      ['contoso/a.lync.yaml 9: contoso.com'],
    ],
    ['a SIP domain of the tenant', 'contoso/a.lync.yaml', 'CONTO<|>SO.COM', ['contoso/a.lync.yaml 9: contoso.com']],
    ['a certificate, in its own spec', 'fabrikam/b.lync.yaml', 'certificate: ed<|>ge', []],
    [
      'an allowed domain, in its own spec',
      'fabrikam/b.lync.yaml',
      'allowed: [con<|>toso.com',
      ['fabrikam/b.lync.yaml 3: contoso.com'],
    ],
    [
      'a script, at the entry of the spec',
      'contoso/a.ps1',
      'SipDomain con<|>toso.com',
      ['contoso/a.lync.yaml 9: contoso.com'],
    ],
    [
      'a script, at the entry of the partner',
      'fabrikam/b.ps1',
      'AllowedDomain con<|>toso.com',
      ['fabrikam/b.lync.yaml 3: contoso.com'],
    ],
    ['what no spec has, at its command', 'fabrikam/b.ps1', 'SipDomain ada<|>tum.com', ['fabrikam/b.ps1 2: adatum.com']],
    ['what nothing makes', 'fabrikam/b.ps1', 'AO<|>L', []],
    ['the service of a record', 'contoso/a.lync.yaml', '_sipfed<|>erationtls', ['nothing']],
    ['a name with escapes', 'contoso/a.lync.yaml', '\\x63on<|>toso.com', ['nothing']],
    ['a record name without a service', 'contoso/a.lync.yaml', 'name: con<|>toso.com, port', ['nothing']],
    ['no host', 'contoso/a.lync.yaml', 'srv: no<|>ne', ['nothing']],
    ['a name without a domain', 'contoso/a.lync.yaml', '[e<|>1', ['nothing']],
    ['a wildcard', 'contoso/a.lync.yaml', '*.cont<|>oso.com', ['nothing']],
    ['what a shell would compute', 'contoso/a.lync.yaml', '$dom<|>ain', ['nothing']],
  ] as const)('of %s', (_, uri, text, expected) => {
    expect(defined(uri, text)).toEqual(expected);
  });

  it('is the entry of the spec above a script where several have one', () => {
    const files = {
      'a/a.lync.yaml': 'domains: { sip: [x.com] }',
      'b/b.lync.yaml': 'domains: { sip: [x.com] }',
      'b/scripts/b.ps1': 'Set-CsSipDomain x.com',
      'c.ps1': 'Set-CsSipDomain x.com',
    };
    const found = (uri: keyof typeof files) => {
      const { own, others, object } = shelf(files, uri, 'x.<|>com');
      return object && shown(definitionsAmong(own, others, object));
    };
    expect(found('b/scripts/b.ps1')).toEqual(['b/b.lync.yaml 1: x.com']);
    expect(found('c.ps1')).toEqual(['a/a.lync.yaml 1: x.com', 'b/b.lync.yaml 1: x.com']);
  });
});

describe('over several documents, references', () => {
  it('of a domain are all parts that it plays', () => {
    const expected = [
      'contoso/a.lync.yaml 9: contoso.com',
      'contoso/a.lync.yaml 14: CONTOSO.COM',
      'contoso/a.lync.yaml 14: contoso.com',
      'contoso/a.lync.yaml 17: contoso.com',
      'contoso/a.lync.yaml 18: Contoso.com.',
      'contoso/a.lync.yaml 26: contoso.com',
      'contoso/a.ps1 1: contoso.com',
      'fabrikam/b.lync.yaml 3: contoso.com',
      'fabrikam/b.ps1 1: contoso.com',
    ];
    expect(referred('contoso/a.lync.yaml', 'sip: [con<|>toso.com')).toEqual(expected);
    expect(referred('contoso/a.lync.yaml', 'sip: [con<|>toso.com', false)).toEqual(expected.slice(1));
    expect(new Set(referred('fabrikam/b.lync.yaml', 'con<|>toso.com'))).toEqual(new Set(expected));
  });

  it('of a host are all places of that name', () => {
    expect(referred('contoso/a.lync.yaml', 'sip.con<|>toso.com')).toEqual(
      [2, 5, 17, 22, 25, 25, 26, 28].map(
        (line, i) => `contoso/a.lync.yaml ${line}: ${i === 5 ? 'SIP' : 'sip'}.contoso.com`,
      ),
    );
  });

  it('of a certificate are those of its spec', () => {
    expect(referred('contoso/a.lync.yaml', 'certificate: ed<|>ge')).toEqual([
      'contoso/a.lync.yaml 6: edge',
      'contoso/a.lync.yaml 25: edge',
    ]);
  });
});

describe('highlights of a domain', () => {
  it('are those of the same object', () => {
    const { own, offset } = shelf(FILES, 'contoso/a.lync.yaml', 'xmpp: [fab<|>rikam.com');
    expect(
      lines(
        own.analysis,
        highlights(own.analysis, offset).map(({ at }) => at),
      ),
    ).toEqual(['12: fabrikam.com']);
  });
});
