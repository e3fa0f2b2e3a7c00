import type { Catalog } from '../../catalog/catalog.generated.ts';
import { discovers, isRoutedByDefault } from '../../deployment/edge.ts';
import { discoveredPartners, type PartnerEntry } from '../../deployment/partners.ts';
import type { Fix } from '../../edits/fix.ts';
import { commandOn } from '../../edits/object-command.ts';
import { moveToAllowed } from '../../edits/partner.ts';
import { runOnServer } from '../../edits/server-command.ts';
import { each, keyRange, type Spec } from '../../spec/model.ts';
import { isUnreadable } from '../../spec/unreadable.ts';
import { hostKey } from '../../text/host.ts';
import { type Code, code, type Message, say } from '../../text/message.ts';
import { remove, set } from '../../yaml/edit.ts';
import type { Finding, Rule } from '../rule.ts';

export const discoveredPartnerUnreachable: Rule = {
  id: 'discovered-partner-unreachable',
  summary: say`A partner to be discovered while discovery is off, or although it is blocked.`,
  severity: 'error',
  facts: [],
  misses: ['domains.allowed', 'edge.configuration'],

  *check(spec, { catalog, faults }) {
    const blocked = new Map(each(spec.domains?.blocked).map((entry) => [hostKey(entry.domain?.value ?? ''), entry]));
    const partners = discoveredPartners(spec);
    for (const partner of partners) {
      const block = blocked.get(hostKey(partner.domain.value));
      if (block?.domain === undefined) continue;
      const { at, value } = partner.domain;
      yield {
        at,
        message: say`${code(value)} is on the block list, which wins over discovery, so nobody can talk to it. Remove it from one of the two lists.`,
        related: [{ at: block.domain.at, message: say`${code(block.domain.value)} is blocked here.` }],
        fixes: [
          {
            title: say`Remove ${code(value)} from the block list`,
            safety: 'review',
            edits: [
              remove(block.path),
              ...runOnServer(spec, catalog, commandOn('Remove', block.path, { identity: block.domain.value })),
            ],
          },
          {
            title: say`Remove ${code(value)} from the discovered domains`,
            safety: 'review',
            edits: [remove(partner.path)],
          },
        ],
      };
    }
    const isBlocked = ({ domain }: PartnerEntry) => blocked.has(hostKey(domain.value));
    const path = ['edge', 'configuration', 'enablePartnerDiscovery'];
    if (!isUnreadable(faults, path))
      yield* closed(spec, catalog, { partners, free: partners.filter((partner) => !isBlocked(partner)) });
  },
};

interface Waiting {
  readonly partners: readonly PartnerEntry[];
  /** Those that may be put on the allow list, because they are not on the block list. */
  readonly free: readonly PartnerEntry[];
}

/** One finding for all partners that wait for discovery while it is off. */
function* closed(spec: Spec, catalog: Catalog, { partners, free }: Waiting): Iterable<Finding> {
  const configuration = spec.edge?.configuration;
  const [first] = partners;
  if (configuration === undefined || first === undefined || discovers(spec) || isRoutedByDefault(spec)) return;
  const stated = configuration.enablePartnerDiscovery;
  // The way of routing is not complete without the setting, which another rule asks for.
  if (stated === undefined && configuration.useDnsSrvRouting?.value === true) return;
  const path = [...configuration.path, 'enablePartnerDiscovery'];
  const who = named(partners);
  const open: Fix = {
    title: say`Turn partner discovery on`,
    safety: 'review',
    edits: [
      set(path, true),
      ...runOnServer(
        spec,
        catalog,
        commandOn('Set', path, { useDnsSrvRouting: undefined, enablePartnerDiscovery: true }),
      ),
    ],
  };
  const allow: Fix = {
    title: say`Put ${named(free)} on the allow list`,
    safety: 'review',
    edits: [
      ...moveToAllowed(free),
      ...free.flatMap(({ domain }) =>
        runOnServer(spec, catalog, commandOn('New', ['domains', 'allowed'], { identity: domain.value })),
      ),
    ],
  };
  yield {
    at: stated?.at ?? keyRange(configuration),
    ...(stated === undefined && { severity: 'warning' as const }),
    message: stated
      ? say`Partner discovery is off, so ${who} cannot be reached without an entry in ${code('domains.allowed')}. Allow such partners, or turn discovery on.`
      : say`${code('enablePartnerDiscovery')} is not stated, and where nobody turned discovery on it is off, so ${who} cannot be reached without an entry in ${code('domains.allowed')}. State it, or allow such partners.`,
    related: [{ at: first.domain.at, message: say`${code(first.domain.value)} is to be discovered.` }],
    fixes: free.length === 0 ? [open] : stated ? [allow, open] : [open, allow],
  };
}

function named([first, ...others]: readonly PartnerEntry[]): Code | Message {
  const name = code(first?.domain.value ?? '');
  return others.length === 0 ? name : say`${name} and ${others.length} more`;
}
