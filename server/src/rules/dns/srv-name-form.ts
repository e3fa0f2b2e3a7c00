import { each } from '../../spec/model.ts';
import { code, say } from '../../text/message.ts';
import { set } from '../../yaml/edit.ts';
import type { Rule } from '../rule.ts';
import { readSrvName } from '../srv-names.ts';

export const srvNameForm: Rule = {
  id: 'srv-name-form',
  summary: say`An SRV record whose name nobody will look up.`,
  severity: 'error',
  facts: ['records.federation-srv', 'records.xmpp-srv', 'records.client-srv'],

  *check(spec, { catalog }) {
    for (const { name } of each(spec.dns?.srv)) {
      if (name === undefined) continue;
      const read = readSrvName(catalog, name.value);
      if (read?.slip === 'none' || (read === undefined && WELL_FORMED.test(name.value))) continue;
      if (read === undefined) {
        yield {
          at: name.at,
          message: say`${code(name.value)} is not the name of an SRV record. Write a service and a protocol, each with its underscore, then the domain.`,
        };
        continue;
      }
      yield {
        at: name.at,
        message: say`Nobody looks up ${code(name.value)}: the record is called ${code(read.right)}. Rename it.`,
        fixes: [
          {
            title: say`Rename the record to ${code(read.right)}`,
            safety: read.slip === 'form' ? 'safe' : 'review',
            edits: [set(name.path, read.right)],
          },
        ],
      };
    }
  },
};

/** Services are many: those the catalog does not hold need no more than the form of a name. */
const WELL_FORMED = /^_[^\s.]+\._[^\s.]+(?:\.[^\s.]+)+\.?$/;
