import { say } from '../../../text/message.ts';
import { ALL, type Link } from '../link.ts';

// Where the partner is, and what only the partner can set right.

export const host: Link = {
  id: 'host',
  title: say`The spec knows who hosts the partner.`,
  ways: ['record', 'pin', 'cloud'],
  rules: {
    'hosted-partner-pinned': 'unknown',
    'partner-product-retired': 'holds',
    'federation-type-differs': 'holds',
    'discovery-without-hosting-provider': 'holds',
  },
  isTold: ({ way, entry }) =>
    way === 'cloud' || [entry?.partner?.hosted, entry?.partner?.product, entry?.partner?.srv].some(Boolean),
  looks: ['partner-in-cloud'],
  sources: ['lync-online-federation', 'hybrid-connectivity'],
};

export const hostingProvider: Link = {
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
};

export const partnerRecord: Link = {
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
};

export const pin: Link = {
  id: 'pin',
  title: say`The pinned server is the Access Edge of the partner.`,
  ways: ['pin'],
  rules: { 'pinned-proxy-differs': 'unknown', 'partner-pinned': 'holds', 'hosted-partner-pinned': 'unknown' },
  isTold: ({ entry }) => entry?.partner?.srv !== undefined,
  looks: ['pin-outdated', 'pinned-name-unknown'],
  sources: ['allowed-domains'],
};

export const partnerSide: Link = {
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
};
