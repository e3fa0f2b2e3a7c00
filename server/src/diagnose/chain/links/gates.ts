import { discovers } from '../../../deployment/edge.ts';
import { say } from '../../../text/message.ts';
import { ALL, LISTED, type Link } from '../link.ts';
import { isAllowedByPolicy, isOnAllowList } from '../told.ts';

// What lets messages through on our side.

export const federation: Link = {
  id: 'federation',
  title: say`Federation is on.`,
  ways: ALL,
  rules: { 'federation-disabled': 'unknown' },
  isTold: ({ way, spec }) =>
    (way === 'tenant' ? spec.tenant : spec.edge?.configuration)?.allowFederatedUsers !== undefined,
  looks: ['federation-off'],
  sources: ['set-access-edge-configuration', 'set-tenant-federation-configuration'],
};

export const lists: Link = {
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
  isTold: ({ way, spec, isNamed }) =>
    way === 'xmpp' || (isNamed && isOnAllowList(spec)) || discovers(spec) !== undefined,
  looks: ['partner-not-listed', 'partner-blocked'],
  sources: ['allowed-domains', 'planning-federation'],
};

export const tenant: Link = {
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
};

export const discoveryLimits: Link = {
  id: 'discovery-limits',
  title: say`The partner stays within what a discovered partner may send.`,
  ways: ['record', 'cloud'],
  isPassed: ({ spec }) => !isOnAllowList(spec),
  rules: { 'discovered-partner-throttled': 'unknown' },
  isTold: ({ entry }) => entry?.partner?.messagesPerSecond !== undefined || entry?.partner?.contacts !== undefined,
  looks: ['discovered-partner-limited'],
  sources: ['planning-federation'],
};

export const policy: Link = {
  id: 'policy',
  title: say`A policy lets users talk to such partners.`,
  ways: ALL,
  rules: {
    'policy-missing-for-federation': 'unknown',
    'policy-scope-twice': 'unknown',
    'policy-shadowed': 'holds',
    'policy-not-granted': 'holds',
  },
  isTold: ({ spec }) => isAllowedByPolicy(spec, 'enableFederationAccess'),
  looks: ['federation-policy-missing'],
  sources: ['set-external-access-policy', 'external-user-access'],
};
