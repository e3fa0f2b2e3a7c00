import { describe, expect, it } from 'vitest';
import { catalog } from '../../server/src/catalog/catalog.generated.ts';
import { readCapture } from '../../server/src/plan/capture-file.ts';
import { declared } from '../../server/src/plan/declared.ts';
import { drift, driftFindings } from '../../server/src/plan/drift.ts';
import { readFound } from '../../server/src/plan/import/read.ts';
import { importSpec } from '../../server/src/plan/import.ts';
import { readSpec } from '../../server/src/spec/read.ts';
import { inEnglish } from '../../server/src/text/message.ts';

const SPEC = `lyncFederation: 1
edge:
  configuration:
    allowFederatedUsers: true
    useDnsSrvRouting: true
domains:
  allowed:
    - fabrikam.com
    - domain: litwareinc.com
      proxyFqdn: sip.litwareinc.com
  xmpp:
    - domain: partner.example
      additionalDomains: [b.partner.example, a.partner.example]
providers:
  public:
    - identity: Skype
      proxyFqdn: federation.messenger.msn.com
      enabled: true
policies:
  externalAccess:
    - { identity: Sales, enableFederationAccess: true, grantedTo: [kim@contoso.com, lee@contoso.com] }
`;

/** What is found in the spec: the text at the place, and what is said about it. */
function findings(objects: Readonly<Record<string, unknown>>): readonly (readonly [string, string])[] {
  const { state } = readCapture([{ source: 'live.json', text: JSON.stringify({ version: 1, objects }) }]);
  const { spec } = readSpec(SPEC);
  return driftFindings(spec, state).map(({ at, message }) => [SPEC.slice(at.start, at.end), inEnglish(message)]);
}

const AS_DECLARED = {
  CsAccessEdgeConfiguration: [{ Identity: 'Global', AllowFederatedUsers: 1, RoutingMethod: 'UseDnsSrvRouting' }],
  CsAllowedDomain: [
    { Identity: 'FABRIKAM.com.', VerificationLevel: 'UseSourceVerification', MarkForMonitoring: false, Comment: '' },
    { Identity: 'litwareinc.com', ProxyFqdn: 'SIP.litwareinc.com.' },
  ],
  CsXmppAllowedPartner: [
    { Identity: 'partner.example', AdditionalDomains: ['Domain=a.partner.example', 'Domain=B.partner.example'] },
  ],
  CsPublicProvider: [
    { Identity: 'skype', ProxyFqdn: 'federation.messenger.msn.com', Enabled: 'True' },
    { Identity: 'Yahoo!', ProxyFqdn: 'lcsap.msg.yahoo.com', Enabled: false },
  ],
  CsExternalAccessPolicy: [
    { Identity: 'Global', EnableFederationAccess: false },
    { Identity: 'Tag:Sales', EnableFederationAccess: '$true' },
  ],
  CsUser: [
    { SipAddress: 'sip:Lee@contoso.com', ExternalAccessPolicy: 'Tag:Sales' },
    { SipAddress: 'sip:kim@contoso.com', ExternalAccessPolicy: 'Sales' },
  ],
};

it('another way to write the same is no drift', () => {
  expect(findings(AS_DECLARED)).toEqual([]);
});

it('what is otherwise is found where the spec says it', () => {
  const found = findings({
    CsAccessEdgeConfiguration: [{ Identity: 'Global', AllowFederatedUsers: false, RoutingMethod: 'UseDnsSrvRouting' }],
    CsAllowedDomain: [{ Identity: 'litwareinc.com', ProxyFqdn: 'edge.litwareinc.com' }, { Identity: 'new.example' }],
    CsXmppAllowedPartner: [
      { Identity: 'partner.example', AdditionalDomains: ['a.partner.example'], TlsNegotiation: 'Optional' },
    ],
    CsPublicProvider: [
      { Identity: 'Skype', ProxyFqdn: 'federation.messenger.msn.com', Enabled: true },
      { Identity: 'AOL', ProxyFqdn: 'sip.oscar.aol.com', Enabled: true },
    ],
    CsExternalAccessPolicy: AS_DECLARED.CsExternalAccessPolicy,
    CsUser: [{ SipAddress: 'sip:kim@contoso.com', ExternalAccessPolicy: 'Sales' }],
  });
  expect(found).toMatchInlineSnapshot(`
    [
      [
        "true",
        "The capture shows \`false\` for \`AllowFederatedUsers\` of \`global\`, not \`true\`.",
      ],
      [
        "fabrikam.com",
        "\`fabrikam.com\` is not on the servers: \`Get-CsAllowedDomain\` of the capture does not show it.",
      ],
      [
        "sip.litwareinc.com",
        "The capture shows \`edge.litwareinc.com\` for \`ProxyFqdn\` of \`litwareinc.com\`, not \`sip.litwareinc.com\`.",
      ],
      [
        "allowed",
        "The servers also have \`new.example\`, which the spec does not name: \`Get-CsAllowedDomain\` of the capture shows it.",
      ],
      [
        "[b.partner.example, a.partner.example]",
        "The capture shows \`a.partner.example\` for \`AdditionalDomains\` of \`partner.example\`, not \`b.partner.example\`, \`a.partner.example\`.",
      ],
      [
        "partner.example",
        "The capture shows \`Optional\` for \`TlsNegotiation\` of \`partner.example\`, not \`Required\`.",
      ],
      [
        "public",
        "The servers also have \`AOL\`, which the spec does not name: \`Get-CsPublicProvider\` of the capture shows it.",
      ],
      [
        "[kim@contoso.com, lee@contoso.com]",
        "The capture shows \`Sales\` granted to \`kim@contoso.com\`, not to \`kim@contoso.com\`, \`lee@contoso.com\`.",
      ],
    ]
  `);
});

it('a server that has not got what was published is named, and only that', () => {
  const replicas = [
    { ReplicaFqdn: 'fe01.corp.contoso.com', UpToDate: true, LastStatusReport: '2021-03-01T08:00:00Z' },
    { ReplicaFqdn: 'edge01.corp.contoso.com', UpToDate: false, LastStatusReport: '2021-02-27T22:10:00Z' },
    { ReplicaFqdn: 'edge02.corp.contoso.com', UpToDate: 'False', LastStatusReport: null },
  ];
  const text = JSON.stringify({
    version: 1,
    objects: { ...AS_DECLARED, CsManagementStoreReplicationStatus: replicas },
  });
  const { state } = readCapture([{ source: 'live.json', text }]);
  const { differences, notes } = drift(declared(readSpec(SPEC).spec, catalog), state);
  expect(differences).toEqual([]);
  expect(notes.map(({ message }) => inEnglish(message))).toEqual([
    '`edge01.corp.contoso.com` has not got the settings that were published last, so it may not do yet what the capture shows. It last reported at `2021-02-27T22:10:00Z`. `Invoke-CsManagementStoreReplication` sends them again; look at the event log of the server where that does not help.',
    '`edge02.corp.contoso.com` has not got the settings that were published last, so it may not do yet what the capture shows. `Invoke-CsManagementStoreReplication` sends them again; look at the event log of the server where that does not help.',
  ]);
  const { text: spec } = importSpec(readFound([{ source: 'live.json', text }], undefined).found);
  expect(spec).not.toContain('Replication');
});

describe('what ails the servers is told, and is no difference', () => {
  const told = (objects: object) => {
    const text = JSON.stringify({ version: 1, objects: { ...AS_DECLARED, ...objects } });
    const { state } = readCapture([{ source: 'live.json', text }]);
    const { differences, notes } = drift(declared(readSpec(SPEC).spec, catalog), state);
    expect(differences).toEqual([]);
    expect(importSpec(readFound([{ source: 'live.json', text }], undefined).found).leftovers).toBe(0);
    return notes.map(({ message }) => inEnglish(message));
  };
  const edge = { Identity: 'EdgeServer:edge01.corp.contoso.com', AccessEdgeExternalFqdn: 'sip.contoso.com' };
  const roots = { Computer: 'EDGE01', Count: 100, Twice: [], Misplaced: [] };

  it('an Edge without a next hop', () => {
    expect(told({ CsService: [{ ...edge, Registrar: null }] })).toEqual([expect.stringContaining('has no next hop')]);
    expect(told({ CsService: [{ ...edge, Registrar: 'Registrar:pool01.corp.contoso.com' }] })).toEqual([]);
    expect(told({ CsService: [edge] })).toEqual([]);
  });

  it('proxies that nobody finds, and questions that nobody answers', () => {
    const asked = { Name: 'sipfed.online.lync.com', Type: 'A_AAAA', Answers: [], Failure: null };
    expect(told({ DnsAnswer: [asked] })).toEqual([expect.stringContaining('has no address in the DNS')]);
    expect(told({ DnsAnswer: [{ ...asked, Answers: ['203.0.113.10'] }] })).toEqual([]);
    expect(told({ DnsAnswer: [{ ...asked, Failure: 'timeout' }] })).toEqual([expect.stringContaining('`timeout`')]);
    const partner = { Name: '_sipfederationtls._tcp.fabrikam.com', Type: 'SRV', Answers: [], Failure: null };
    expect(told({ DnsAnswer: [partner] })).toEqual([]);
  });

  it('trusted roots', () => {
    expect(told({ RootStore: [roots] })).toEqual([]);
    expect(told({ RootStore: [{ ...roots, Count: 101 }] })).toEqual([expect.stringContaining('trusts 101 roots')]);
    expect(told({ RootStore: [{ ...roots, Twice: ['CN=A'] }] })).toEqual([expect.stringContaining('twice: `CN=A`')]);
    expect(told({ RootStore: [{ ...roots, Misplaced: ['CN=B'] }] })).toEqual([expect.stringContaining('`CN=B`. Move')]);
  });
});

it('partners come with the records that were asked for', () => {
  const answer = (domain: string, found: object) => ({
    Name: `_sipfederationtls._tcp.${domain}`,
    Type: 'SRV',
    Answers: [],
    Failure: null,
    ...found,
  });
  const domains = ['fabrikam.com', 'litwareinc.com', 'adatum.com', 'contoso.net'];
  const objects = {
    CsAllowedDomain: domains.map((Identity) => ({ Identity })),
    DnsAnswer: [
      answer('fabrikam.com', { Answers: ['sip.fabrikam.com'] }),
      answer('litwareinc.com', {}),
      answer('adatum.com', { Failure: 'timeout' }),
    ],
  };
  const text = JSON.stringify({ version: 1, objects });
  const { spec } = readSpec(importSpec(readFound([{ source: 'live.json', text }], undefined).found).text);
  expect(spec.domains?.allowed?.items.map(({ partner }) => partner?.srv?.value)).toEqual([
    'sip.fabrikam.com',
    'none',
    undefined,
    undefined,
  ]);
});

it('what was not captured is not compared', () => {
  expect(findings({ CsBlockedDomain: [{ Identity: 'fabrikam.com' }] })).toEqual([]);
});
