import { readSrvName } from '../../deployment/srv-names.ts';
import { each } from '../../spec/model.ts';
import { code, say } from '../../text/message.ts';
import { set } from '../../yaml/edit.ts';
import type { Rule } from '../rule.ts';

export const srvPort: Rule = {
  id: 'srv-port',
  summary: say`An SRV record with a port other than that of its service.`,
  severity: 'error',
  facts: ['records.federation-srv', 'records.xmpp-srv', 'records.client-srv'],

  *check(spec, { catalog }) {
    const ofPartners = [catalog.records['federation-srv'], catalog.records['xmpp-srv']];
    for (const { name, port, view } of each(spec.dns?.srv)) {
      const record = name && readSrvName(catalog, name.value)?.record;
      if (record === undefined || port === undefined || port.value === record.port) continue;
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
