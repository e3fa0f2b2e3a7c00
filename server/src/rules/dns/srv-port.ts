import type { SrvRecord } from '../../catalog/catalog.generated.ts';
import { clientPort } from '../../deployment/client-port.ts';
import { readSrvName } from '../../deployment/srv-names.ts';
import { each, type Leaf } from '../../spec/model.ts';
import { code, say } from '../../text/message.ts';
import { set } from '../../yaml/edit.ts';
import type { Finding, Rule } from '../rule.ts';

export const srvPort: Rule = {
  id: 'srv-port',
  summary: say`An SRV record with a port other than that of its service.`,
  severity: 'error',
  facts: ['records.federation-srv', 'records.xmpp-srv', 'records.client-srv'],

  *check(spec, { catalog }) {
    const ofPartners = [catalog.records['federation-srv'], catalog.records['xmpp-srv']];
    for (const entry of each(spec.dns?.srv)) {
      const { name, port, view } = entry;
      const record = name && readSrvName(catalog, name.value)?.record;
      if (record === undefined || port === undefined) continue;
      const edge = record === catalog.records['client-srv'] ? clientPort(spec, catalog, entry) : undefined;
      if (edge?.stated) {
        if (edge.stated.value !== port.value) yield elsewhere(record, port, edge.stated);
        continue;
      }
      if (port.value === record.port || edge?.usual.includes(port.value)) continue;
      // Partners expect the one port; own clients may have been given another.
      const fixed = ofPartners.some((one) => one === record) && view?.value !== 'internal';
      yield {
        at: port.at,
        severity: fixed ? 'error' : 'warning',
        message: fixed
          ? say`Partners connect to port ${code(port.value)} and find nobody: the Access Edge answers ${code(record.service)} on ${record.port} only. Set the port to ${record.port}.`
          : say`Port ${code(port.value)} is not the usual one of ${code(record.service)}, which is ${record.port}. Whoever follows the record finds nobody unless the server was moved to that port.`,
        fixes: [
          {
            title: say`Set the port to ${record.port}`,
            safety: fixed ? 'safe' : 'review',
            edits: [set(port.path, record.port)],
          },
        ],
      };
    }
  },
};

/** The Edge says on which port it answers clients, and the record names another one. */
function elsewhere({ service }: SrvRecord, port: Leaf<number>, stated: Leaf<number>): Finding {
  return {
    at: port.at,
    severity: 'warning',
    message: say`Clients that follow the record ${code(service)} come to port ${code(port.value)}, and the Edge answers them on ${code(stated.value)}. Make the two the same.`,
    related: [{ at: stated.at, message: say`The port of the Edge stands here.` }],
    fixes: [
      {
        title: say`Set the port to ${stated.value}`,
        safety: 'review',
        edits: [set(port.path, stated.value)],
      },
    ],
  };
}
