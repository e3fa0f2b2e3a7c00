import type { Catalog, XmppService, XmppServiceId } from '../catalog/catalog.generated.ts';
import { idsOf } from '../catalog/ids.ts';
import type { Command } from '../cmdlets/command.ts';
import { each, type Leaf, type Located, type Spec } from '../spec/model.ts';
import type { XmppPartner } from '../spec/spec.generated.ts';
import { hostKey } from '../text/host.ts';
import type { Message } from '../text/message.ts';
import { set } from '../yaml/edit.ts';
import { type Context, type Fix, run } from './rule.ts';
import { isUnreadable } from './unreadable.ts';

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
  { catalog, faults }: Pick<Context, 'catalog' | 'faults'>,
): readonly ReadPartner[] {
  const product = spec.server?.product?.value;
  if (product !== undefined && catalog.products[product].xmpp !== 'built-in') return [];
  return each(spec.domains?.xmpp).flatMap((entry) => {
    const { domain } = entry;
    if (domain === undefined || KEYS.some((key) => isUnreadable(faults, [...entry.path, key]))) return [];
    const id = xmppServiceOf(catalog, domain.value);
    return [{ entry, domain, settings: settingsOf(entry), service: id && catalog.xmpp[id] }];
  });
}

/** The public XMPP service with this domain, or undefined. */
export function xmppServiceOf(catalog: Catalog, domain: string): XmppServiceId | undefined {
  return idsOf(catalog.xmpp).find((id) => catalog.xmpp[id].domains.some((own) => hostKey(own) === hostKey(domain)));
}

/** Gives a partner other settings, in the spec and on the server. */
export function resetting({ entry, domain }: ReadPartner, title: Message, settings: Partial<XmppSettings>): Fix {
  const changes = Object.entries(settings);
  const parameters = changes.map(([key, value]) => [key.charAt(0).toUpperCase() + key.slice(1), value]);
  return {
    title,
    safety: 'review',
    edits: [
      ...changes.map(([key, value]) => set([...entry.path, key], value)),
      run('Set-CsXmppAllowedPartner', { Identity: domain.value, ...Object.fromEntries(parameters) }),
    ],
  };
}

/** The parameters that make an XMPP partner anew, as the spec states it, with other additional domains. */
export function creation({ entry, domain }: ReadPartner, additionalDomains: readonly string[]): Command['parameters'] {
  const stated = OWN.flatMap((key) => {
    const value = entry[key]?.value;
    return value === undefined ? [] : [[key.charAt(0).toUpperCase() + key.slice(1), value] as const];
  });
  return {
    Identity: domain.value,
    ...Object.fromEntries(stated),
    ...(additionalDomains.length > 0 && { AdditionalDomains: additionalDomains }),
  };
}

/** What a new partner has, by the reference of New-CsXmppAllowedPartner. */
const DEFAULTS = {
  partnerType: 'PublicUnverified',
  tlsNegotiation: 'Required',
  saslNegotiation: 'Required',
  supportDialbackNegotiation: true,
  enableKeepAlive: true,
} as const satisfies XmppSettings;

const KEYS = [
  'partnerType',
  'tlsNegotiation',
  'saslNegotiation',
  'supportDialbackNegotiation',
  'enableKeepAlive',
] as const satisfies readonly (keyof XmppSettings)[];

/** Keys that are parameters of the partner, in the order of the format. */
const OWN = [...KEYS, 'proxyFqdn', 'connectionLimit', 'description'] as const;

function settingsOf(entry: Located<XmppPartner>): XmppSettings {
  return {
    partnerType: entry.partnerType?.value ?? DEFAULTS.partnerType,
    tlsNegotiation: entry.tlsNegotiation?.value ?? DEFAULTS.tlsNegotiation,
    saslNegotiation: entry.saslNegotiation?.value ?? DEFAULTS.saslNegotiation,
    supportDialbackNegotiation: entry.supportDialbackNegotiation?.value ?? DEFAULTS.supportDialbackNegotiation,
    enableKeepAlive: entry.enableKeepAlive?.value ?? DEFAULTS.enableKeepAlive,
  };
}
