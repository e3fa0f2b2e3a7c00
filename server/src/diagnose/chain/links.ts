import type { Link } from './link.ts';
import { certificateDays, certificateIssuer, certificateNames, certificateUsage } from './links/certificates.ts';
import { ownHost, ownRecord, ports, route, tls } from './links/edge.ts';
import { host, hostingProvider, partnerRecord, partnerSide, pin } from './links/far-side.ts';
import { discoveryLimits, federation, lists, policy, tenant } from './links/gates.ts';
import { certificateClientUsage, licence, provisioning, publicPolicy, publicProvider } from './links/public-im.ts';
import { xmppGateway, xmppPolicy, xmppPorts } from './links/xmpp.ts';

/** All that has to be so, in the order in which a message passes it. */
export const links: readonly Link[] = [
  federation,
  lists,
  tenant,
  discoveryLimits,
  host,
  hostingProvider,
  publicProvider,
  licence,
  provisioning,
  partnerRecord,
  pin,
  xmppGateway,
  ownRecord,
  ownHost,
  certificateNames,
  certificateUsage,
  certificateClientUsage,
  certificateDays,
  certificateIssuer,
  tls,
  ports,
  xmppPorts,
  policy,
  publicPolicy,
  xmppPolicy,
  route,
  partnerSide,
];
