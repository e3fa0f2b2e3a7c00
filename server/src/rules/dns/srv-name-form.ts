import type { Catalog, SrvRecord } from '../../catalog/catalog.generated.ts';
import { readSrvName } from '../../deployment/srv-names.ts';
import type { Fix } from '../../edits/fix.ts';
import { each, type Leaf, type Spec } from '../../spec/model.ts';
import { schemaAt } from '../../spec/schema.ts';
import { hostKey } from '../../text/host.ts';
import { code, say } from '../../text/message.ts';
import { hasPlaceholder, placeholder } from '../../text/placeholder.ts';
import { set } from '../../yaml/edit.ts';
import type { Rule } from '../rule.ts';

export const srvNameForm: Rule = {
  id: 'srv-name-form',
  summary: say`An SRV record whose name nobody will look up.`,
  severity: 'error',
  facts: ['records.federation-srv', 'records.xmpp-srv', 'records.client-srv'],

  *check(spec, { catalog }) {
    for (const { name, port } of each(spec.dns?.srv)) {
      if (name === undefined || hasPlaceholder(name.value)) continue;
      const read = readSrvName(catalog, name.value);
      if (read?.slip === 'none' || (read === undefined && WELL_FORMED.test(name.value))) continue;
      if (read === undefined) {
        yield {
          at: name.at,
          message: say`${code(name.value)} is not the name of an SRV record. Write a service and a protocol, each with its underscore, then the domain.`,
          fixes: [naming(name, meant(spec, catalog, { written: name.value, port: port?.value }))],
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
const WELL_FORMED = new RegExp(schemaAt(['dns', 'srv', 0, 'name'])?.['x-well-formed'] ?? '', 'u');

/** What the record was probably meant to be: underscores and dots set right, else the record of its port. */
function meant(
  { domains }: Spec,
  { records }: Catalog,
  { written, port }: { readonly written: string; readonly port: number | undefined },
): string {
  const [, service, protocol, domain] =
    /^[_\s]*([a-z-]+)[\s._]+(tcp|udp|tls)[\s._]+([^\s_].*)$/i.exec(written.trim()) ?? [];
  if (service && protocol && domain) return `_${service}._${protocol}.${domain.replace(/\s+/g, '')}`.toLowerCase();
  const known = Object.values(records).filter((one): one is SrvRecord => one.kind === 'srv');
  const record =
    known.find((one) => written.trim().toLowerCase().startsWith(one.service)) ?? known.find((one) => one.port === port);
  const own = each(domains?.sip).flatMap(({ identity }) => (identity ? [hostKey(identity.value)] : []));
  const [only = placeholder('SIP domain'), ...others] = own.filter(
    (one) => own.length === 1 || hostKey(written).endsWith(one),
  );
  const of = others.length === 0 ? only : placeholder('SIP domain');
  return record
    ? `${record.service}.${record.protocol}.${of}`
    : `_${placeholder('service')}._${placeholder('protocol')}.${of}`;
}

function naming({ path }: Leaf<string>, name: string): Fix {
  return { title: say`Call the record ${code(name)}`, safety: 'review', edits: [set(path, name)] };
}
