import { catalog, type SourceId } from '../../catalog/catalog.generated.ts';
import { discovers } from '../../deployment/edge.ts';
import { accessEdgeCertificates, type EdgeCertificate } from '../../deployment/edge-certificates.ts';
import { federationSrvs } from '../../deployment/federation-srv.ts';
import type { RuleId } from '../../rules/ids.generated.ts';
import { each } from '../../spec/model.ts';
import { type Message, say } from '../../text/message.ts';
import type { Alone } from './alone.ts';
import type { Way } from './way.ts';

/** What can be said of a link: that it holds, that it is broken, or that the spec does not tell. */
export type Verdict = 'holds' | 'broken' | 'unknown';

/** One of the things that have to be so for a message to arrive, in the order in which it passes them. */
export interface Link {
  readonly id: string;
  /** What has to be so. */
  readonly title: Message;
  /** The ways on which a message passes it. */
  readonly ways: readonly Way[];
  /** Whether it is passed on such a way at all; always, where nothing is said. */
  isPassed?(alone: Alone): boolean;
  /** The rules that find it broken. An error breaks it; of a warning stands here what it makes of it. */
  readonly rules: Readonly<Partial<Record<RuleId, Verdict | ((alone: Alone) => Verdict)>>>;
  /** Of what a rule finds that looks for more: words of which one has to be in it. */
  readonly mentions?: Readonly<Partial<Record<RuleId, readonly string[]>>>;
  /** Of what its rules find, what stands in the entry of the partner, or what does not; all of it, where nothing is said. */
  readonly where?: 'partner' | 'elsewhere';
  /** Whether the spec says so much of it that nothing found means that nothing is wrong. */
  isTold(alone: Alone): boolean;
  /** Causes of the catalog that say what to look at where the spec does not tell. */
  readonly looks: readonly string[];
  readonly sources: readonly SourceId[];
}

const ON_SERVERS: readonly Way[] = ['record', 'pin', 'cloud', 'default-route', 'public', 'xmpp'];
const OVER_SIP: readonly Way[] = ['record', 'pin', 'cloud', 'default-route', 'public'];
const LISTED: readonly Way[] = ['record', 'pin', 'cloud', 'default-route', 'xmpp'];
const ALL: readonly Way[] = [...ON_SERVERS, 'tenant'];

/** The chain. */
export const links: readonly Link[] = [
  {
    id: 'federation',
    title: say`Federation is on.`,
    ways: ALL,
    rules: { 'federation-disabled': 'unknown' },
    isTold: ({ way, spec }) =>
      (way === 'tenant' ? spec.tenant : spec.edge?.configuration)?.allowFederatedUsers !== undefined,
    looks: ['federation-off'],
    sources: ['set-access-edge-configuration', 'set-tenant-federation-configuration'],
  },
  {
    id: 'lists',
    title: say`The lists of allowed and blocked domains let the partner through.`,
    ways: LISTED,
    rules: {
      'discovered-partner-unreachable': 'unknown',
      'allowed-and-blocked': 'broken',
      'domain-name-form': 'unknown',
      'own-domain-as-partner': 'broken',
      'subdomain-of-blocked': 'holds',
      'xmpp-domain-ambiguous': 'unknown',
    },
    isTold: ({ way, spec, isNamed }) => way === 'xmpp' || (isNamed && isAllowed(spec)) || discovers(spec) !== undefined,
    looks: ['partner-not-listed', 'partner-blocked'],
    sources: ['allowed-domains', 'planning-federation'],
  },
  {
    id: 'tenant',
    title: say`The tenant lets the partner through, and servers and tenant agree.`,
    ways: ALL,
    isPassed: ({ spec }) => spec.tenant !== undefined,
    rules: {
      'tenant-refuses-partner': 'broken',
      'tenant-allow-list-empty': 'broken',
      'hybrid-federation-differs': 'unknown',
      'hybrid-sharing-one-sided': 'unknown',
      'tenant-domain-not-on-servers': 'broken',
      'tenant-closed-by-one-domain': 'holds',
      'tenant-list-too-long': 'unknown',
    },
    isTold: ({ spec }) => spec.tenant !== undefined,
    looks: ['tenant-list-lacks-partner', 'shared-domain-unclear'],
    sources: ['set-tenant-federation-configuration', 'hybrid-connectivity'],
  },
  {
    id: 'discovery-limits',
    title: say`The partner stays within what a discovered partner may send.`,
    ways: ['record', 'cloud'],
    isPassed: ({ spec }) => !isAllowed(spec),
    rules: { 'discovered-partner-throttled': 'unknown' },
    isTold: ({ entry }) => entry?.partner?.messagesPerSecond !== undefined || entry?.partner?.contacts !== undefined,
    looks: ['discovered-partner-limited'],
    sources: ['planning-federation'],
  },
  {
    id: 'host',
    title: say`The spec knows who hosts the partner.`,
    ways: ['record', 'pin', 'cloud'],
    rules: {
      'hosted-partner-pinned': 'unknown',
      'partner-product-retired': 'holds',
      'federation-type-differs': 'holds',
    },
    isTold: ({ way, entry }) =>
      way === 'cloud' || [entry?.partner?.hosted, entry?.partner?.product, entry?.partner?.srv].some(Boolean),
    looks: ['partner-in-cloud'],
    sources: ['lync-online-federation', 'hybrid-connectivity'],
  },
  {
    id: 'hosting-provider',
    title: say`An enabled hosting provider leads to the cloud of the partner.`,
    ways: ['cloud'],
    rules: {
      'hosted-partner-without-provider': 'broken',
      'hosting-setting-unsuited': 'unknown',
      'provider-identity-clash': 'unknown',
      'hybrid-sharing-one-sided': 'unknown',
    },
    isTold: ({ spec }) => spec.providers?.hosting !== undefined,
    looks: ['partner-in-cloud'],
    sources: ['new-hosting-provider', 'hybrid-connectivity'],
  },
  {
    id: 'public-provider',
    title: say`An enabled public provider leads to the partner, whose service is still there.`,
    ways: ['public'],
    rules: {
      'retired-provider': 'holds',
      'provider-leftover': 'holds',
      'provider-on-unsupported-server': 'broken',
      'provider-proxy-unexpected': 'unknown',
      'provider-identity-clash': 'unknown',
      'name-decoration-missing': 'holds',
    },
    isTold: ({ provider }) => provider?.id !== undefined,
    looks: ['provider-ended', 'address-undecorated'],
    sources: ['public-im-support', 'new-public-provider'],
  },
  {
    id: 'licence',
    title: say`The licences that the public provider asks for are there.`,
    ways: ['public'],
    rules: { 'provider-licence-missing': 'unknown', 'licence-expired': 'unknown', 'licence-not-sold': 'unknown' },
    isTold: ({ spec, provider }) => provider?.isThere === true && spec.licensing !== undefined,
    looks: ['user-without-licence'],
    sources: ['public-im-support'],
  },
  {
    id: 'provisioning',
    title: say`The public provider knows the own domains.`,
    ways: ['public'],
    rules: {
      'provisioning-provider-closed': 'broken',
      'provisioning-incomplete': 'unknown',
      'provisioning-site-closed': 'unknown',
      'provisioning-lead-time': 'holds',
    },
    isTold: ({ spec }) => spec.provisioning !== undefined,
    looks: ['provider-not-provisioned'],
    sources: ['provisioning-guide-2019', 'skype-connectivity'],
  },
  {
    id: 'partner-record',
    title: say`The SRV record of the partner leads to its Access Edge.`,
    ways: ['record'],
    rules: {
      'partner-without-srv': 'broken',
      'partner-srv-wrong-domain': 'unknown',
      'cloud-host-misprinted': 'broken',
    },
    where: 'partner',
    isTold: ({ entry }) => entry?.partner?.srv !== undefined,
    looks: ['partner-without-record', 'partner-record-elsewhere', 'target-without-host'],
    sources: ['dns-summary', 'locating-sip-servers'],
  },
  {
    id: 'pin',
    title: say`The pinned server is the Access Edge of the partner.`,
    ways: ['pin'],
    rules: { 'pinned-proxy-differs': 'unknown', 'partner-pinned': 'holds', 'hosted-partner-pinned': 'unknown' },
    isTold: ({ entry }) => entry?.partner?.srv !== undefined,
    looks: ['pin-outdated', 'pinned-name-unknown'],
    sources: ['allowed-domains'],
  },
  {
    id: 'xmpp-gateway',
    title: say`The XMPP gateway reaches the partner, and the two can verify each other.`,
    ways: ['xmpp'],
    rules: {
      'xmpp-gateway-missing': 'unknown',
      'xmpp-route-missing': 'broken',
      'xmpp-partner-unverifiable': 'broken',
      'xmpp-service-settings': 'unknown',
      'retired-xmpp-service': 'holds',
      'xmpp-survivable-branch': 'unknown',
      'xmpp-unencrypted': 'holds',
      'xmpp-sasl-without-tls': 'holds',
      'missing-xmpp-srv': 'broken',
      'certificate-lacks-xmpp-domain': 'broken',
      'parameter-not-in-version': 'unknown',
    },
    mentions: { 'parameter-not-in-version': ['xmpp'] },
    isTold: ({ spec }) => spec.server !== undefined && spec.dns?.srv !== undefined,
    looks: ['xmpp-settings-unsuited', 'xmpp-record-missing'],
    sources: ['setting-up-xmpp', 'removed-in-2019'],
  },
  {
    id: 'own-record',
    title: say`The own SRV records lead the partner to the own Access Edge.`,
    ways: [...OVER_SIP, 'tenant'],
    rules: {
      'missing-federation-srv': 'broken',
      'srv-name-form': 'unknown',
      'srv-port': 'unknown',
      'srv-target-wrong-domain': 'unknown',
      'srv-failover-by-priority': 'holds',
      'sip-domain-not-public': 'broken',
      'sip-domain-is-host': 'unknown',
      'hybrid-record-in-cloud': 'broken',
      'hybrid-record-internal-missing': 'unknown',
      'cloud-host-misprinted': 'broken',
    },
    where: 'elsewhere',
    // Beside a closed list a partner may have pinned the own Edge, and need no record.
    isTold: ({ spec }) => federationSrvs(spec, catalog).length > 0,
    looks: ['own-record-missing', 'own-record-elsewhere', 'inner-zone-without-record'],
    sources: ['dns-summary', 'dns-requirements'],
  },
  {
    id: 'own-host',
    title: say`The own Access Edge has an address that the internet routes.`,
    ways: ON_SERVERS,
    rules: {
      'srv-target-no-host': 'broken',
      'srv-target-is-alias': 'broken',
      'alias-beside-record': 'unknown',
      'private-address-in-public-zone': 'broken',
      'edge-address-count': 'holds',
    },
    isTold: ({ spec }) => spec.dns?.hosts !== undefined,
    looks: ['address-private', 'client-hosts'],
    sources: ['dns-summary', 'rfc-1918'],
  },
  {
    id: 'certificate-names',
    title: say`The certificate of the own Access Edge has the names that partners connect to.`,
    ways: ON_SERVERS,
    rules: {
      'access-edge-not-in-certificate': 'broken',
      'srv-target-not-in-certificate': 'broken',
      'certificate-lacks-sip-domain': 'broken',
      'certificate-wildcard': 'broken',
      'certificate-subject-not-repeated': 'unknown',
      'certificate-name-twice': 'unknown',
      'certificate-file-unusable': 'unknown',
    },
    isTold: ({ spec }) => certificatesSay(spec, ({ subject, subjectAlternativeNames: names }) => names ?? subject),
    looks: ['own-certificate-name'],
    sources: ['certificate-summary', 'edge-certificates'],
  },
  {
    id: 'certificate-usage',
    title: say`That certificate may be used for what the partner asks of it.`,
    ways: ON_SERVERS,
    rules: { 'certificate-lacks-server-usage': 'broken' },
    isTold: ({ spec }) => certificatesSay(spec, ({ enhancedKeyUsage }) => enhancedKeyUsage),
    looks: ['usage-missing'],
    sources: ['certificate-summary', 'edge-certificates'],
  },
  {
    id: 'certificate-client-usage',
    title: say`That certificate is also for clients, where the public provider wants it.`,
    ways: ['public'],
    isPassed: ({ provider }) => provider?.id === undefined || catalog.providers[provider.id].clientCertificate === true,
    rules: { 'certificate-needs-client-eku': 'broken', 'certificate-client-usage-ending': 'holds' },
    isTold: ({ spec, provider }) =>
      provider?.isThere === true && certificatesSay(spec, ({ enhancedKeyUsage }) => enhancedKeyUsage),
    looks: ['client-usage-missing'],
    sources: ['certificate-summary', 'planning-federation'],
  },
  {
    id: 'certificate-days',
    title: say`That certificate is valid on the day.`,
    ways: ON_SERVERS,
    rules: { 'certificate-expired': 'holds', 'certificate-not-yet-valid': 'broken' },
    isTold: ({ spec }) => certificatesSay(spec, ({ notAfter }) => notAfter),
    looks: ['own-certificate-old'],
    sources: ['certificate-summary'],
  },
  {
    id: 'certificate-issuer',
    title: say`The partner trusts who issued that certificate, and how it is signed.`,
    ways: ON_SERVERS,
    rules: { 'certificate-private-issuer': 'broken', 'certificate-weak-signature': 'unknown' },
    isTold: ({ spec }) => certificatesSay(spec, ({ issuer }) => (issuer?.value === 'public' ? issuer : undefined)),
    looks: ['own-authority-unknown'],
    sources: ['certificate-summary', 'baseline-requirements'],
  },
  {
    id: 'tls',
    title: say`The two sides have a version of TLS and a cipher suite in common.`,
    ways: ['cloud', 'public'],
    rules: { 'tls-too-old': 'broken', 'cipher-order-refused': 'unknown' },
    isTold: ({ spec }) =>
      each(spec.edge?.pools).some(({ operatingSystem, cipherSuites }) => operatingSystem ?? cipherSuites),
    looks: ['tls-without-common-ground'],
    sources: ['microsoft-365-tls', 'aol-cipher-suites'],
  },
  {
    id: 'ports',
    title: say`The firewall lets federation and the look-up of names through.`,
    ways: OVER_SIP,
    rules: { 'firewall-port-closed': 'unknown', 'access-edge-port-moved': 'broken' },
    mentions: { 'firewall-port-closed': portsOf('federation', 'name-resolution', 'edge-internal-sip') },
    isTold: ({ spec }) => each(spec.firewall).length > 0,
    looks: ['edge-port-closed', 'public-dns-out-of-reach'],
    sources: ['port-summary', 'edge-ports'],
  },
  {
    id: 'xmpp-ports',
    title: say`The firewall lets XMPP through.`,
    ways: ['xmpp'],
    rules: { 'firewall-port-closed': 'unknown' },
    mentions: { 'firewall-port-closed': portsOf('xmpp', 'xmpp-gateway', 'name-resolution') },
    isTold: ({ spec }) => each(spec.firewall).length > 0,
    looks: ['xmpp-port-closed'],
    sources: ['port-summary', 'setting-up-xmpp'],
  },
  {
    id: 'policy',
    title: say`A policy lets users talk to such partners.`,
    ways: ALL,
    rules: {
      'policy-missing-for-federation': 'unknown',
      'policy-scope-twice': 'unknown',
      'policy-shadowed': 'holds',
      'policy-not-granted': 'holds',
    },
    isTold: ({ spec }) => statesPolicies(spec),
    looks: ['federation-policy-missing'],
    sources: ['set-external-access-policy', 'external-user-access'],
  },
  {
    id: 'public-policy',
    title: say`A policy lets users talk to public providers.`,
    ways: ['public'],
    rules: { 'policy-missing-for-public-cloud': ({ spec }) => (statesPolicies(spec) ? 'broken' : 'unknown') },
    isTold: ({ spec, provider }) => provider?.isThere === true && statesPolicies(spec),
    looks: ['public-policy-missing'],
    sources: ['set-external-access-policy'],
  },
  {
    id: 'route',
    title: say`The topology routes federation through one Edge pool, and the Edge further on.`,
    ways: ON_SERVERS,
    rules: {
      'federation-pool-missing': 'broken',
      'several-federation-pools': 'broken',
      'default-routing-with-provider': 'broken',
      'routing-incomplete': 'broken',
      'routing-settings-mixed': 'broken',
      'nat-with-hardware-load-balancer': 'unknown',
      'edge-default-overturned': 'unknown',
    },
    isTold: ({ spec }) => each(spec.edge?.pools).length > 0,
    looks: ['federation-off', 'default-route-elsewhere', 'edge-down'],
    sources: ['define-edge-topology', 'set-access-edge-configuration'],
  },
  {
    id: 'partner-side',
    title: say`The partner lets you through, and its servers and certificates are in order.`,
    ways: ALL,
    rules: { 'partner-not-confirmed': 'broken' },
    // Only the partner knows.
    isTold: () => false,
    looks: [
      'partner-refuses-us',
      'partner-edge-down',
      'partner-certificate-name',
      'partner-certificate-old',
      'peer-server-usage',
      'partner-root-unknown',
    ],
    sources: ['planning-federation'],
  },
];

function statesPolicies({ policies }: Alone['spec']): boolean {
  return policies?.externalAccess !== undefined;
}

function isAllowed(spec: Alone['spec']): boolean {
  return each(spec.domains?.allowed).length > 0;
}

function certificatesSay(spec: Alone['spec'], part: (certificate: EdgeCertificate) => unknown): boolean {
  const shown = accessEdgeCertificates(spec);
  return shown.length > 0 && shown.every((one) => part(one) !== undefined);
}

/** Ports as messages name them. */
function portsOf(...ids: readonly (keyof typeof catalog.ports)[]): readonly string[] {
  return ids.map((id) => `(?:TCP|UDP) ${catalog.ports[id].firstPort}`);
}
