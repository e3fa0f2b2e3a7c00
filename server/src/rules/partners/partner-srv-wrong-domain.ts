import type { Catalog } from '../../catalog/catalog.generated.ts';
import type { Spec } from '../../spec/model.ts';
import { hostKey } from '../../text/host.ts';
import { code, say } from '../../text/message.ts';
import { set } from '../../yaml/edit.ts';
import { isAcceptedTarget } from '../federation-srv.ts';
import {
  allowedPartners,
  discoveredPartners,
  hostedBy,
  isAllowed,
  moveToAllowedServer,
  type PartnerEntry,
} from '../partner-entries.ts';
import { isRoutedByDefault } from '../routing.ts';
import type { Fix, Rule } from '../rule.ts';
import { runOnServer } from '../server-command.ts';

export const partnerSrvWrongDomain: Rule = {
  id: 'partner-srv-wrong-domain',
  summary: say`A partner whose SRV record points outside the partner's own domain.`,
  severity: 'error',
  facts: ['records.federation-srv', 'milestones.srv-target-direct-child', 'hosting.lync-online'],

  *check(spec, { catalog, asOf }) {
    if (isRoutedByDefault(spec)) return;
    const { date } = catalog.milestones['srv-target-direct-child'];
    for (const entry of [...allowedPartners(spec), ...discoveredPartners(spec)]) {
      const { domain, partner, proxyFqdn } = entry;
      const srv = partner?.srv;
      // A pinned partner's record is not looked up.
      if (srv === undefined || proxyFqdn || hostedBy(catalog, partner)) continue;
      if (isAcceptedTarget(catalog, srv.value, hostKey(domain.value))) continue;
      const deeper = hostKey(srv.value).endsWith(`.${hostKey(domain.value)}`);
      const [target, of] = [code(srv.value), code(domain.value)];
      const isName = /\.\p{L}[^.:]*\.?$/u.test(srv.value);
      yield {
        at: srv.at,
        severity: deeper && asOf < date ? 'warning' : 'error',
        message:
          deeper && asOf < date
            ? say`${target} lies more than one label below ${of}: an Edge with a strict check refuses such a record, and from ${date} on Microsoft rules it out. Ask the partner to point it to a host directly under the domain.`
            : say`${target} does not stand directly under ${of}, so your Edge refuses it as the partner's server. Ask the partner to correct the record; until then, only a pinned ${code('proxyFqdn')} helps.`,
        fixes: isName ? [pin(entry, hostKey(srv.value), { spec, catalog })] : [],
      };
    }
  },
};

/** Goes round the record: the partner's server is named on the allow list. */
function pin(
  entry: PartnerEntry,
  proxyFqdn: string,
  { spec, catalog }: { readonly spec: Spec; readonly catalog: Catalog },
): Fix {
  const cmdlet = isAllowed(entry) ? 'Set-CsAllowedDomain' : 'New-CsAllowedDomain';
  const parameters = { Identity: entry.domain.value, ProxyFqdn: proxyFqdn };
  return {
    title: say`Pin ${code(proxyFqdn)} on the allow list until the partner corrects the record`,
    safety: 'review',
    edits: [
      ...(isAllowed(entry) ? [set([...entry.path, 'proxyFqdn'], proxyFqdn)] : moveToAllowedServer(entry, proxyFqdn)),
      ...runOnServer(spec, catalog, { cmdlet, parameters }),
    ],
  };
}
