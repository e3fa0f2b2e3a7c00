import { expect, it } from 'vitest';
import { examine, OPTIONS } from './fixture.ts';

/** What the gateway makes of the settings of a partner: TLS, SASL and dialback, and what is to be found about them. */
const MATRIX = [
  ['Required', 'Required', false, []],
  ['Required', 'Required', true, ['xmpp-dialback-idle']],
  ['Required', 'Optional', true, []],
  ['Required', 'Optional', false, []],
  ['Optional', 'Optional', true, ['xmpp-sasl-without-tls']],
  ['Optional', 'Optional', false, ['xmpp-sasl-without-tls']],
  ['Optional', 'Required', true, ['xmpp-sasl-without-tls']],
  ['Optional', 'Required', false, ['xmpp-sasl-without-tls']],
  ['NotSupported', 'Required', true, ['xmpp-sasl-without-tls']],
  ['NotSupported', 'Optional', true, ['xmpp-sasl-without-tls']],
  ['NotSupported', 'Required', false, ['xmpp-partner-unverifiable']],
  ['NotSupported', 'Optional', false, ['xmpp-partner-unverifiable']],
  ['Required', 'NotSupported', true, []],
  ['Optional', 'NotSupported', true, []],
  ['NotSupported', 'NotSupported', true, ['xmpp-unencrypted']],
  ['Required', 'NotSupported', false, ['xmpp-partner-unverifiable']],
  ['Optional', 'NotSupported', false, ['xmpp-partner-unverifiable']],
  ['NotSupported', 'NotSupported', false, ['xmpp-partner-unverifiable']],
] as const;

it.each(MATRIX)('TLS %s, SASL %s, dialback %s', (tls, sasl, dialback, expected) => {
  const { problems } = examine(
    `
lyncFederation: 1
asOf: 2014-03-01
server: { product: lync-2013 }
edge:
  configuration: { allowFederatedUsers: true, enablePartnerDiscovery: false }
  pools:
    - { fqdn: edge01.corp.contoso.com, accessEdgeFqdn: sip.contoso.com, federation: true, xmpp: true, certificate: access-edge }
domains:
  sip: [contoso.com]
  xmpp:
    - domain: partner.example
      partnerType: Federated
      tlsNegotiation: ${tls}
      saslNegotiation: ${sasl}
      supportDialbackNegotiation: ${dialback}
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
    { ...OPTIONS, persona: 'auditor' },
  );
  const found = problems.map(({ rule }) => rule).filter((rule) => rule !== 'xmpp-partner-untested');
  expect(found).toEqual(expected);
});
