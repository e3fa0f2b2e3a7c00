import type { PortId } from '../../../catalog/catalog.generated.ts';
import { each } from '../../../spec/model.ts';
import { say } from '../../../text/message.ts';
import type { Link } from '../link.ts';
import { isAllowedByPolicy } from '../told.ts';

// What only a partner over XMPP needs.

export const xmppGateway: Link = {
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
  subjects: { 'parameter-not-in-version': ['xmpp'] },
  isTold: ({ spec }) => spec.server !== undefined && spec.dns?.srv !== undefined,
  looks: ['xmpp-settings-unsuited', 'xmpp-record-missing'],
  sources: ['setting-up-xmpp', 'removed-in-2019'],
};

export const xmppPorts: Link = {
  id: 'xmpp-ports',
  title: say`The firewall lets XMPP through.`,
  ways: ['xmpp'],
  rules: { 'firewall-port-closed': 'unknown' },
  subjects: { 'firewall-port-closed': ['xmpp', 'xmpp-gateway', 'name-resolution'] satisfies PortId[] },
  isTold: ({ spec }) => each(spec.firewall).length > 0,
  looks: ['xmpp-port-closed'],
  sources: ['port-summary', 'setting-up-xmpp'],
};

export const xmppPolicy: Link = {
  id: 'xmpp-policy',
  title: say`A policy lets users talk over XMPP.`,
  ways: ['xmpp'],
  rules: { 'policy-inert': 'unknown' },
  subjects: { 'policy-inert': ['enableXmppAccess'] },
  isTold: ({ spec }) => isAllowedByPolicy(spec, 'enableXmppAccess'),
  looks: ['xmpp-route-missing'],
  sources: ['setting-up-xmpp', 'set-external-access-policy'],
};
