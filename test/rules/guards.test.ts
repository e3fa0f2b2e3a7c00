import { describe, expect, it } from 'vitest';
import { inEnglish } from '../../server/src/text/message.ts';
import { examine } from './fixture.ts';

/** What looks wrong and is right: complete specs in which nothing at all may be found. */
const guards: readonly (readonly [guard: string, spec: string])[] = [
  [
    'an SRV record of any priority and weight',
    `
lyncFederation: 1
asOf: 2014-03-01
server: { product: lync-2013, cumulativeUpdate: 5 }
edge:
  configuration: { allowFederatedUsers: true, enablePartnerDiscovery: true }
  pools:
    - { fqdn: edge01.corp.contoso.com, accessEdgeFqdn: sip.contoso.com, federation: true, certificate: access-edge }
domains:
  sip: [contoso.com, fabrikam.com]
policies:
  externalAccess:
    - { identity: global, enableFederationAccess: true }
dns:
  srv:
    - { name: _sipfederationtls._tcp.contoso.com, port: 5061, target: sip.contoso.com, priority: 65535, weight: 0 }
    - { name: _sipfederationtls._tcp.fabrikam.com, port: 5061, target: sip.fabrikam.com, priority: 0, weight: 65535 }
  hosts:
    - { name: sip.contoso.com, addresses: [203.0.113.10] }
    - { name: sip.fabrikam.com, addresses: [203.0.113.10] }
certificates:
  - { name: access-edge, subject: sip.contoso.com, subjectAlternativeNames: [sip.contoso.com, sip.fabrikam.com] }
`,
  ],
  [
    'a partner whose record points to Microsoft 365',
    `
lyncFederation: 1
asOf: 2018-01-01
server: { product: sfb-2015 }
edge:
  configuration: { allowFederatedUsers: true, enablePartnerDiscovery: false }
domains:
  sip: [contoso.com]
  allowed:
    - domain: fabrikam.com
      partner: { hosted: true, srv: sipfed.online.lync.com }
    - domain: litwareinc.com
      partner: { srv: SIPFED.online.lync.com. }
providers:
  hosting:
    - identity: LyncOnline
      proxyFqdn: sipfed.online.lync.com
      enabled: true
      enabledSharedAddressSpace: false
      hostsOCSUsers: false
      isLocal: false
      verificationLevel: UseSourceVerification
policies:
  externalAccess:
    - { identity: global, enableFederationAccess: true }
`,
  ],
  [
    'an allowed partner server without a record of its own',
    `
lyncFederation: 1
asOf: 2014-03-01
server: { product: lync-2013 }
edge:
  configuration: { allowFederatedUsers: true, enablePartnerDiscovery: false }
domains:
  sip: [contoso.com]
  allowed:
    - { domain: fabrikam.com, proxyFqdn: edge.fabrikam.net }
policies:
  externalAccess:
    - { identity: global, enableFederationAccess: true }
cmdlets:
  - New-CsAllowedDomain -Identity fabrikam.com -ProxyFqdn edge.fabrikam.net
`,
  ],
  [
    'public providers that are not enabled',
    `
lyncFederation: 1
asOf: 2026-01-01
server: { product: sfb-se }
edge:
  configuration: { allowFederatedUsers: true, enablePartnerDiscovery: false }
domains:
  sip: [contoso.com]
  allowed: [fabrikam.com]
providers:
  public:
    - { identity: AIM, enabled: false }
    - { identity: Yahoo!, enabled: false }
    - { identity: Skype, proxyFqdn: federation.messenger.msn.com, enabled: false }
policies:
  externalAccess:
    - { identity: global, enableFederationAccess: true, enablePublicCloudAccess: false }
`,
  ],
  [
    'a certificate without the bare domain where there is no XMPP',
    `
lyncFederation: 1
asOf: 2014-03-01
server: { product: lync-2013 }
edge:
  configuration: { allowFederatedUsers: true, enablePartnerDiscovery: true }
  pools:
    - { fqdn: edge01.corp.contoso.com, accessEdgeFqdn: sip.contoso.com, federation: true, certificate: access-edge }
domains:
  sip: [contoso.com]
policies:
  externalAccess:
    - { identity: global, enableFederationAccess: true }
dns:
  srv:
    - { name: _sipfederationtls._tcp.contoso.com, port: 5061, target: sip.contoso.com }
  hosts:
    - { name: sip.contoso.com, addresses: [203.0.113.10] }
certificates:
  - name: access-edge
    subject: sip.contoso.com
    subjectAlternativeNames: [sip.contoso.com]
    enhancedKeyUsage: [server]
    issuer: public
`,
  ],
  [
    'web conferencing on another certificate than the Access Edge',
    `
lyncFederation: 1
asOf: 2014-03-01
server: { product: lync-2013 }
edge:
  configuration: { allowFederatedUsers: true, enablePartnerDiscovery: true }
  pools:
    - { fqdn: edge01.corp.contoso.com, accessEdgeFqdn: sip.contoso.com, federation: true, certificate: access-edge }
domains:
  sip: [contoso.com]
providers:
  public:
    - { identity: AOL, enabled: true }
policies:
  externalAccess:
    - { identity: global, enableFederationAccess: true, enablePublicCloudAccess: true }
dns:
  srv:
    - { name: _sipfederationtls._tcp.contoso.com, port: 5061, target: sip.contoso.com }
  hosts:
    - { name: sip.contoso.com, addresses: [203.0.113.10] }
    - { name: webcon.contoso.com, addresses: [203.0.113.11] }
certificates:
  - name: web-conferencing
    subject: webcon.contoso.com
    subjectAlternativeNames: [webcon.contoso.com]
    enhancedKeyUsage: [server]
  - name: access-edge
    subject: sip.contoso.com
    subjectAlternativeNames: [sip.contoso.com]
    enhancedKeyUsage: [server, client]
licensing:
  standardCal: true
`,
  ],
  [
    'an SRV record that stays published while discovery is off',
    `
lyncFederation: 1
asOf: 2018-01-01
server: { product: sfb-2015 }
edge:
  configuration: { allowFederatedUsers: true, enablePartnerDiscovery: false }
domains:
  sip: [contoso.com]
  allowed: [fabrikam.com]
policies:
  externalAccess:
    - { identity: global, enableFederationAccess: true }
dns:
  srv:
    - { name: _sipfederationtls._tcp.contoso.com, port: 5061, target: sip.contoso.com }
  hosts:
    - { name: sip.contoso.com, addresses: [203.0.113.10] }
`,
  ],
  [
    'names that differ in case and trailing dot alone',
    `
lyncFederation: 1
asOf: 2014-03-01
server: { product: lync-2013 }
edge:
  configuration: { allowFederatedUsers: true, enablePartnerDiscovery: true }
  pools:
    - { fqdn: edge01.corp.contoso.com, accessEdgeFqdn: SIP.contoso.com., federation: true, certificate: Access-Edge }
domains:
  sip: [Contoso.com, bücher.example.]
  allowed: [fabrikam.com, FABRIKAM.net.]
  blocked: [Spam.example.]
policies:
  externalAccess:
    - { identity: Global, enableFederationAccess: true }
dns:
  srv:
    - { name: _SipFederationTLS._TCP.contoso.COM., port: 5061, target: sip.CONTOSO.com. }
    - { name: _sipfederationtls._tcp.xn--bcher-kva.example, port: 5061, target: sip.bücher.example }
  hosts:
    - { name: sip.contoso.com, addresses: [203.0.113.10] }
    - { name: SIP.xn--bcher-kva.example., addresses: [203.0.113.10] }
certificates:
  - { name: access-edge, subject: Sip.Contoso.com., subjectAlternativeNames: [SIP.CONTOSO.COM, sip.bücher.example] }
`,
  ],
  [
    'booleans of the runbook written as numbers or as the Shell does',
    `
lyncFederation: 1
asOf: 2018-01-01
server: { product: sfb-2015 }
edge:
  configuration: { allowFederatedUsers: true, enablePartnerDiscovery: false }
domains:
  sip: [contoso.com]
providers:
  public:
    - identity: Skype
      proxyFqdn: federation.messenger.msn.com
      enabled: true
      nameDecorationRoutingDomain: msn.com
      nameDecorationExcludedDomainList: [msn.com, outlook.com, live.com, hotmail.com]
policies:
  externalAccess:
    - { identity: global, enableFederationAccess: true, enablePublicCloudAccess: true }
dns:
  srv:
    - { name: _sipfederationtls._tcp.contoso.com, port: 5061, target: sip.contoso.com }
licensing:
  standardCal: true
cmdlets:
  - Set-CsAccessEdgeConfiguration -AllowFederatedUsers 1 -EnablePartnerDiscovery 0 -UseDnsSrvRouting
  - New-CsPublicProvider -Identity Skype -ProxyFqdn federation.messenger.msn.com -NameDecorationRoutingDomain msn.com -NameDecorationExcludedDomainList "msn.com,outlook.com,live.com,hotmail.com" -Enabled $TRUE
  - Set-CsPublicProvider -Identity AIM -Enabled 0
  - Set-CsPublicProvider -Identity "Yahoo!" -Enabled $false
`,
  ],
  [
    'a hybrid domain that points to the Edge of the servers although all its users are online',
    `
lyncFederation: 1
asOf: 2018-01-01
server: { product: sfb-2015 }
edge:
  configuration: { allowFederatedUsers: true, enablePartnerDiscovery: true }
  pools:
    - { fqdn: edge01.corp.contoso.com, accessEdgeFqdn: sip.contoso.com, federation: true, certificate: access-edge }
domains:
  sip:
    - identity: contoso.com
    - identity: fabrikam.com
      users: 300
providers:
  hosting:
    - identity: Office365
      proxyFqdn: sipfed.online.lync.com
      enabled: true
      enabledSharedAddressSpace: true
      hostsOCSUsers: true
      isLocal: false
      verificationLevel: UseSourceVerification
      autodiscoverUrl: https://webdir.online.lync.com/Autodiscover/AutodiscoverService.svc/root
policies:
  externalAccess:
    - { identity: global, enableFederationAccess: true }
tenant: { sharedSipAddressSpace: true, allowFederatedUsers: true }
dns:
  srv:
    - { name: _sipfederationtls._tcp.contoso.com, port: 5061, target: sip.contoso.com }
    - { name: _sipfederationtls._tcp.fabrikam.com, port: 5061, target: sip.fabrikam.com }
  hosts:
    - { name: sip.contoso.com, addresses: [203.0.113.10] }
    - { name: sip.fabrikam.com, addresses: [203.0.113.10] }
certificates:
  - { name: access-edge, subject: sip.contoso.com, subjectAlternativeNames: [sip.contoso.com, sip.fabrikam.com] }
`,
  ],
  [
    'AOL as an allowed partner server after its public service',
    `
lyncFederation: 1
asOf: 2014-07-01
server: { product: lync-2013 }
edge:
  configuration: { allowFederatedUsers: true, enablePartnerDiscovery: false }
domains:
  sip: [contoso.com]
  allowed:
    - { domain: aol.com, proxyFqdn: federation.aol.example }
policies:
  externalAccess:
    - { identity: global, enableFederationAccess: true }
`,
  ],
  [
    'licensed AOL and Yahoo! before their last day comes near',
    `
lyncFederation: 1
asOf: 2014-03-31
server: { product: lync-2013 }
edge:
  configuration: { allowFederatedUsers: true, enablePartnerDiscovery: false }
  pools:
    - { fqdn: edge01.corp.contoso.com, accessEdgeFqdn: sip.contoso.com, federation: true, certificate: access-edge }
domains:
  sip: [contoso.com]
providers:
  public:
    - { identity: AOL, enabled: true }
    - { identity: Yahoo!, enabled: true }
policies:
  externalAccess:
    - { identity: global, enableFederationAccess: true, enablePublicCloudAccess: true }
certificates:
  - name: access-edge
    subject: sip.contoso.com
    subjectAlternativeNames: [sip.contoso.com]
    enhancedKeyUsage: [server, client]
licensing:
  standardCal: true
  picUsl: { users: 200, purchased: 2012-08-31, expires: 2014-08-31 }
`,
  ],
  [
    'a new deployment that has no provider to remove',
    `
lyncFederation: 1
asOf: 2015-03-09
server: { product: lync-2013, cumulativeUpdate: 5 }
edge:
  configuration: { allowFederatedUsers: true, enablePartnerDiscovery: true }
domains:
  sip: [contoso.com]
providers:
  public:
    - identity: Skype
      proxyFqdn: federation.messenger.msn.com
      enabled: true
      nameDecorationRoutingDomain: msn.com
      nameDecorationExcludedDomainList: [msn.com, outlook.com, live.com, hotmail.com]
policies:
  externalAccess:
    - { identity: global, enableFederationAccess: true, enablePublicCloudAccess: true }
dns:
  srv:
    - { name: _sipfederationtls._tcp.contoso.com, port: 5061, target: sip.contoso.com }
licensing:
  standardCal: true
cmdlets:
  - New-CsPublicProvider -Identity Skype -ProxyFqdn federation.messenger.msn.com -NameDecorationRoutingDomain msn.com -NameDecorationExcludedDomainList "msn.com,outlook.com,live.com,hotmail.com" -Enabled $true
`,
  ],
  [
    'an XMPP partner of the type Federated that does SASL over TLS without dialback',
    `
lyncFederation: 1
asOf: 2014-03-01
server: { product: lync-2013 }
edge:
  configuration: { allowFederatedUsers: true, enablePartnerDiscovery: false }
  pools:
    - { fqdn: edge01.corp.contoso.com, accessEdgeFqdn: sip.contoso.com, federation: true, certificate: access-edge }
domains:
  sip: [contoso.com]
  xmpp:
    - domain: partner.example
      partnerType: Federated
      tlsNegotiation: Required
      saslNegotiation: Required
      supportDialbackNegotiation: false
policies:
  externalAccess:
    - { identity: global, enableFederationAccess: true, enableXmppAccess: true }
dns:
  srv:
    - { name: _xmpp-server._tcp.contoso.com, port: 5269, target: xmpp.contoso.com }
  hosts:
    - { name: xmpp.contoso.com, addresses: [203.0.113.10] }
certificates:
  - { name: access-edge, subject: sip.contoso.com, subjectAlternativeNames: [sip.contoso.com, contoso.com] }
`,
  ],
  [
    'hosted voice mail that shares the address space and hosts no users',
    `
lyncFederation: 1
asOf: 2014-03-01
server: { product: lync-2013 }
edge:
  configuration: { allowFederatedUsers: true, enablePartnerDiscovery: false }
domains:
  sip: [contoso.com]
providers:
  hosting:
    - identity: ExchangeOnline
      proxyFqdn: exap.um.outlook.com
      enabled: true
      enabledSharedAddressSpace: true
      hostsOCSUsers: false
      isLocal: false
      verificationLevel: UseSourceVerification
policies:
  externalAccess:
    - { identity: global, enableFederationAccess: true }
dns:
  srv:
    - { name: _sipfederationtls._tcp.contoso.com, port: 5061, target: sip.contoso.com }
  hosts:
    - { name: sip.contoso.com, addresses: [203.0.113.10] }
`,
  ],
  [
    'targets with IPv6 addresses, alone or beside IPv4 ones',
    `
lyncFederation: 1
asOf: 2018-01-01
server: { product: sfb-2015 }
edge:
  configuration: { allowFederatedUsers: true, enablePartnerDiscovery: true }
domains:
  sip: [contoso.com, fabrikam.com]
policies:
  externalAccess:
    - { identity: global, enableFederationAccess: true }
dns:
  srv:
    - { name: _sipfederationtls._tcp.contoso.com, port: 5061, target: sip.contoso.com }
    - { name: _sipfederationtls._tcp.fabrikam.com, port: 5061, target: sip.fabrikam.com }
  hosts:
    - { name: sip.contoso.com, addresses: ['2001:db8::10'] }
    - { name: sip.fabrikam.com, addresses: [203.0.113.10, '2001:db8::10'] }
`,
  ],
];

describe('nothing is found in', () => {
  it.each(guards)('%s', (_, spec) => {
    expect(examine(spec).problems.map(({ rule, message }) => `${rule}: ${inEnglish(message)}`)).toEqual([]);
  });
});
