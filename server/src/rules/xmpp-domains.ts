import type { Catalog } from '../catalog/catalog.generated.ts';
import { each, type Located, type Spec } from '../spec/model.ts';
import type { SipDomain } from '../spec/spec.generated.ts';
import { hostKey } from '../text/host.ts';
import { readSrvName } from './srv-names.ts';

/**
 * The SIP domains whose users chat with the XMPP partners of the spec: those with an XMPP record. Where none has one,
 * the default domain. Nothing without partners, and where the product has no XMPP of its own.
 */
export function xmppDomains(spec: Spec, catalog: Catalog): readonly Located<SipDomain>[] {
  const product = spec.server?.product?.value;
  if (product !== undefined && catalog.products[product].xmpp !== 'built-in') return [];
  if (each(spec.domains?.xmpp).length === 0 || spec.edge?.configuration?.allowFederatedUsers?.value === false)
    return [];
  const domains = each(spec.domains?.sip).filter(({ users }) => users?.value !== 0);
  const published = xmppRecordDomains(spec, catalog);
  const chatting = domains.filter(({ identity }) => identity && published.has(hostKey(identity.value)));
  if (chatting.length > 0) return chatting;
  const usual = domains.find(({ isDefault }) => isDefault?.value === true) ?? domains[0];
  return usual ? [usual] : [];
}

/** The domains with a public XMPP record, as names compare; also those whose record has a mangled name. */
export function xmppRecordDomains(spec: Spec, catalog: Catalog): ReadonlySet<string> {
  return new Set(
    each(spec.dns?.srv).flatMap(({ name, view }) => {
      const read = name && (view?.value ?? 'public') === 'public' ? readSrvName(catalog, name.value) : undefined;
      return read?.record === catalog.records['xmpp-srv'] ? [read.domain] : [];
    }),
  );
}
