import type { Catalog, XmppService, XmppServiceId } from '../catalog/catalog.generated.ts';
import { idsOf } from '../catalog/ids.ts';
import { xmppPartnerDefaults as usual } from '../spec/defaults.generated.ts';
import { each, type Leaf, type Located, type Spec } from '../spec/model.ts';
import type { SipDomain, XmppPartner } from '../spec/spec.generated.ts';
import { isUnreadable } from '../spec/unreadable.ts';
import { hostKey } from '../text/host.ts';
import type { GroundsWithFaults } from './grounds.ts';
import { readSrvName } from './srv-names.ts';
import { serverWithoutXmpp } from './xmpp-gateway.ts';

/**
 * The SIP domains whose users chat with the XMPP partners of the spec: those with an XMPP record. Where none has one,
 * the default domain. Nothing without partners, and where the product has no XMPP of its own.
 */
export function xmppDomains(spec: Spec, catalog: Catalog): readonly Located<SipDomain>[] {
  if (serverWithoutXmpp(spec, catalog)) return [];
  if (each(spec.domains?.xmpp).length === 0) return [];
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

/** The settings of an XMPP partner on which it depends whether the two servers come together. */
export type XmppSettings = Required<
  Pick<
    XmppPartner,
    'partnerType' | 'tlsNegotiation' | 'saslNegotiation' | 'supportDialbackNegotiation' | 'enableKeepAlive'
  >
>;

/** An XMPP partner of the spec with its settings, those not stated as a new partner has them. */
export interface ReadPartner {
  readonly entry: Located<XmppPartner>;
  readonly domain: Leaf<string>;
  readonly settings: XmppSettings;
  /** The public service behind it, where the catalog holds it. */
  readonly service: XmppService | undefined;
}

/** The XMPP partners that can be judged. A server without the gateway has none of these settings: another rule says so. */
export function xmppPartners(
  spec: Spec,
  { catalog, faults }: Pick<GroundsWithFaults, 'catalog' | 'faults'>,
): readonly ReadPartner[] {
  if (serverWithoutXmpp(spec, catalog)) return [];
  return each(spec.domains?.xmpp).flatMap((entry) => {
    const { domain } = entry;
    if (domain === undefined || KEYS.some((key) => isUnreadable(faults, [...entry.path, key]))) return [];
    // What the server holds of the others is not known.
    if (entry.isPart && VERIFYING.some((key) => entry[key] === undefined)) return [];
    const id = xmppServiceOf(catalog, domain.value);
    return [{ entry, domain, settings: settingsOf(entry), service: id && catalog.xmpp[id] }];
  });
}

/** The public XMPP service with this domain, or undefined. */
export function xmppServiceOf(catalog: Catalog, domain: string): XmppServiceId | undefined {
  return idsOf(catalog.xmpp).find((id) => catalog.xmpp[id].domains.some((own) => hostKey(own) === hostKey(domain)));
}

const KEYS = [
  'partnerType',
  'tlsNegotiation',
  'saslNegotiation',
  'supportDialbackNegotiation',
  'enableKeepAlive',
] as const satisfies readonly (keyof XmppSettings)[];

/** The settings by which the two servers know each other, which count together. */
const VERIFYING = ['tlsNegotiation', 'saslNegotiation', 'supportDialbackNegotiation'] as const;

function settingsOf(entry: Located<XmppPartner>): XmppSettings {
  const { partnerType, tlsNegotiation, saslNegotiation, supportDialbackNegotiation, enableKeepAlive } = entry;
  return {
    partnerType: partnerType?.value ?? usual.partnerType,
    tlsNegotiation: tlsNegotiation?.value ?? usual.tlsNegotiation,
    saslNegotiation: saslNegotiation?.value ?? usual.saslNegotiation,
    supportDialbackNegotiation: supportDialbackNegotiation?.value ?? usual.supportDialbackNegotiation,
    enableKeepAlive: enableKeepAlive?.value ?? usual.enableKeepAlive,
  };
}
