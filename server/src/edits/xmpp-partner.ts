import type { Command, CommandValue } from '../cmdlets/command.ts';
import type { ReadPartner, XmppSettings } from '../deployment/xmpp.ts';
import { fieldOf, plainValue, sectionAt } from '../spec/noun-sections.ts';
import type { Message } from '../text/message.ts';
import { set } from '../yaml/edit.ts';
import { type Fix, run } from './fix.ts';
import { commandOn } from './object-command.ts';

/** Gives a partner other settings, in the spec and on the server. */
export function resetting({ entry, domain }: ReadPartner, title: Message, settings: Partial<XmppSettings>): Fix {
  return {
    title,
    safety: 'review',
    edits: [
      ...Object.entries(settings).map(([key, value]) => set([...entry.path, key], value)),
      run(commandOn('Set', entry.path, { identity: domain.value, ...settings })),
    ],
  };
}

/** Makes a partner anew as the spec states it, without additional domains; also for another domain with the same settings. */
export function creation({ entry, domain }: ReadPartner, identity = domain.value): Command {
  const values: Record<string, CommandValue> = { identity };
  for (const key of sectionAt(entry.path)?.parameters.keys() ?? []) {
    const field = key === 'domain' || key === 'additionalDomains' ? undefined : fieldOf(entry, key);
    const value = field && plainValue(field);
    if (value !== undefined) values[key] = value;
  }
  return commandOn('New', entry.path, values);
}
