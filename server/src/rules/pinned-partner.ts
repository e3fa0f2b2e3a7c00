import type { Catalog } from '../catalog/catalog.generated.ts';
import type { Spec } from '../spec/model.ts';
import { code, say } from '../text/message.ts';
import { set } from '../yaml/edit.ts';
import { isAllowed, moveToAllowedServer, type PartnerEntry } from './partner-entries.ts';
import type { Fix } from './rule.ts';
import { runOnServer } from './server-command.ts';

/** Goes round the partner's record: its server is named on the allow list. */
export function pinned(
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
