import type { Command } from '../cmdlets/command.ts';
import { KEYS, type ReadPartner, type XmppSettings } from '../deployment/xmpp.ts';
import type { Message } from '../text/message.ts';
import { set } from '../yaml/edit.ts';
import { type Fix, run } from './fix.ts';

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

/** Keys that are parameters of the partner, in the order of the format. */
const OWN = [...KEYS, 'proxyFqdn', 'connectionLimit', 'description'] as const;
