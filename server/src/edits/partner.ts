import type { Catalog } from '../catalog/catalog.generated.ts';
import { isAllowed, type PartnerEntry } from '../deployment/partners.ts';
import type { Located, Spec } from '../spec/model.ts';
import type { AllowedDomain, Partner } from '../spec/spec.generated.ts';
import { code, say } from '../text/message.ts';
import { append, remove, set, type TreeEdit, type Value } from '../yaml/edit.ts';
import type { Fix } from './fix.ts';
import { commandOn } from './object-command.ts';
import { runOnServer } from './server-command.ts';

/** Puts partners that were to be discovered on the allow list, with what is known of them. */
export function moveToAllowed(partners: readonly PartnerEntry[]): readonly TreeEdit[] {
  return partners.flatMap((one) => moved(one, one.partner ? { domain: one.domain.value } : one.domain.value));
}

/** Puts a partner that was to be discovered on the allow list with a pinned server. */
export function moveToAllowedServer(one: PartnerEntry, proxyFqdn: string): readonly TreeEdit[] {
  return moved(one, { domain: one.domain.value, proxyFqdn });
}

function moved({ partner, path }: PartnerEntry, entry: string | Readonly<Record<string, Value>>): readonly TreeEdit[] {
  const value = typeof entry === 'string' || partner === undefined ? entry : { ...entry, partner: plain(partner) };
  return [append(['domains', 'allowed'], value), remove(path)];
}

function plain({
  product,
  hosted,
  srv,
  messagesPerSecond,
  contacts,
  confirmed,
}: Located<Partner>): Readonly<Record<string, Value>> {
  const leaves = { product, hosted, srv, messagesPerSecond, contacts, confirmed };
  return Object.fromEntries(Object.entries(leaves).flatMap(([key, leaf]) => (leaf ? [[key, leaf.value]] : [])));
}

/** Goes round the partner's record: its server is named on the allow list. */
export function pinned(
  entry: PartnerEntry,
  proxyFqdn: string,
  { spec, catalog }: { readonly spec: Spec; readonly catalog: Catalog },
): Fix {
  const verb = isAllowed(entry) ? 'Set' : 'New';
  const command = commandOn(verb, ['domains', 'allowed'], { identity: entry.domain.value, proxyFqdn });
  return {
    title: say`Pin ${code(proxyFqdn)} on the allow list until the partner corrects the record`,
    safety: 'review',
    edits: [
      ...(isAllowed(entry) ? [set([...entry.path, 'proxyFqdn'], proxyFqdn)] : moveToAllowedServer(entry, proxyFqdn)),
      ...runOnServer(spec, catalog, command),
    ],
  };
}

/** Takes the pinned server off an allowed domain, which is made anew for it, so that its SRV record decides again. */
export function unpinned(
  { domain, path, comment, verificationLevel }: Located<AllowedDomain> & PartnerEntry,
  spec: Spec,
  catalog: Catalog,
): Fix {
  const identity = domain.value;
  const values = {
    identity,
    ...(comment ? { comment: comment.value } : {}),
    ...(verificationLevel ? { verificationLevel: verificationLevel.value } : {}),
  };
  return {
    title: say`Remove ${code('proxyFqdn')}, so that ${code(identity)} is found by its SRV record`,
    safety: 'review',
    edits: [
      remove([...path, 'proxyFqdn']),
      ...runOnServer(spec, catalog, commandOn('Remove', path, { identity })),
      ...runOnServer(spec, catalog, commandOn('New', path, values)),
    ],
  };
}
