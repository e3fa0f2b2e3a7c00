import { catalog, type PortId } from '../../../catalog/catalog.generated.ts';
import { federationSrvs } from '../../../deployment/federation-srv.ts';
import { each } from '../../../spec/model.ts';
import { say } from '../../../text/message.ts';
import { type Link, ON_SERVERS, OVER_SIP } from '../link.ts';

// How partners find and reach the own Edge, and the Edge them.

export const ownRecord: Link = {
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
};

export const ownHost: Link = {
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
};

export const tls: Link = {
  id: 'tls',
  title: say`The two sides have a version of TLS and a cipher suite in common.`,
  ways: ['cloud', 'public'],
  rules: { 'tls-too-old': 'broken', 'cipher-order-refused': 'unknown' },
  isTold: ({ spec }) =>
    each(spec.edge?.pools).some(({ operatingSystem, cipherSuites }) => operatingSystem ?? cipherSuites),
  looks: ['tls-without-common-ground'],
  sources: ['microsoft-365-tls', 'aol-cipher-suites'],
};

export const ports: Link = {
  id: 'ports',
  title: say`The firewall lets federation and the look-up of names through.`,
  ways: OVER_SIP,
  rules: { 'firewall-port-closed': 'unknown', 'access-edge-port-moved': 'broken' },
  subjects: { 'firewall-port-closed': ['federation', 'name-resolution', 'edge-internal-sip'] satisfies PortId[] },
  isTold: ({ spec }) => each(spec.firewall).length > 0,
  looks: ['edge-port-closed', 'public-dns-out-of-reach'],
  sources: ['port-summary', 'edge-ports'],
};

export const route: Link = {
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
};
