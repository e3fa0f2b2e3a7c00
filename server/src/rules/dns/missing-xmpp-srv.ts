import { accessEdgeNames } from '../../deployment/edge.ts';
import { missingXmppSrvs } from '../../deployment/missing-records.ts';
import type { SpecEdit } from '../../edits/fix.ts';
import { each } from '../../spec/model.ts';
import { hostKey } from '../../text/host.ts';
import { code, say } from '../../text/message.ts';
import { append } from '../../yaml/edit.ts';
import type { Rule } from '../rule.ts';

export const missingXmppSrv: Rule = {
  id: 'missing-xmpp-srv',
  summary: say`XMPP partners although no SIP domain has the record by which they connect.`,
  severity: 'error',
  facts: ['records.xmpp-srv', 'records.xmpp-host'],
  misses: ['dns.srv'],

  *check(spec, { catalog }) {
    const partner = each(spec.domains?.xmpp)[0]?.domain;
    for (const { identity, name, port } of missingXmppSrvs(spec, catalog)) {
      const { priority, weight } = catalog.records['xmpp-srv'];
      const { label } = catalog.records['xmpp-host'];
      const target = `${label}.${hostKey(identity.value)}`;
      const hosts = each(spec.dns?.hosts).filter(({ view }) => (view?.value ?? 'public') === 'public');
      const edges = new Set(accessEdgeNames(spec));
      const edge = hosts.find((host) => host.name && edges.has(hostKey(host.name.value)));
      const addresses = each(edge?.addresses).map(({ value }) => value);
      const known = hosts.some((host) => host.name && hostKey(host.name.value) === target);
      const host: SpecEdit[] =
        known || addresses.length === 0 ? [] : [append(['dns', 'hosts'], { name: target, addresses })];
      yield {
        at: identity.at,
        message: say`${code(identity.value)} has no public record ${code(name)}, by which XMPP partners find the Edge and check who calls them. Publish it for each domain whose users chat over XMPP.`,
        related: partner ? [{ at: partner.at, message: say`${code(partner.value)} is reached over XMPP.` }] : [],
        fixes: [
          {
            title: say`Add the record ${code(name)} to ${code('dns')}`,
            safety: 'review',
            edits: [append(['dns', 'srv'], { name, port, target, priority, weight }), ...host],
          },
        ],
      };
    }
  },
};
