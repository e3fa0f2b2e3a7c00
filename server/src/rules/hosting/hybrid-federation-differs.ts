import { consumerDomains } from '../../catalog/hosting.ts';
import { discovers } from '../../deployment/edge.ts';
import { isFederationWanted, isTenantOff } from '../../deployment/federation.ts';
import { isHybrid } from '../../deployment/hosting-providers.ts';
import { domainsOfServices } from '../../deployment/partners.ts';
import { type Fix, run } from '../../edits/fix.ts';
import { commandOn } from '../../edits/object-command.ts';
import { openingTenant } from '../../edits/opened-tenant.ts';
import { runOnServer } from '../../edits/server-command.ts';
import { each, keyRange, type Leaf, type List, type Spec } from '../../spec/model.ts';
import { isUnreadable } from '../../spec/unreadable.ts';
import { closestAbove, hostKey } from '../../text/host.ts';
import { code, codes, prose, say } from '../../text/message.ts';
import { append, set } from '../../yaml/edit.ts';
import type { Context, Finding, Rule } from '../rule.ts';

export const hybridFederationDiffers: Rule = {
  id: 'hybrid-federation-differs',
  summary: say`Servers and tenant of a hybrid deployment that do not federate with the same domains.`,
  severity: 'error',
  facts: ['hosting.lync-online'],

  *check(spec, context) {
    const { tenant } = spec;
    if (tenant === undefined || !isHybrid(spec, context.catalog)) return;
    yield* differentSwitches(spec, context);
    if (isTenantOff(spec, context)) return;
    const isRead = (name: ListName) =>
      ![
        [...tenant.path, TENANT_LISTS[name]],
        ['domains', name],
      ].some((path) => isUnreadable(context.faults, path));
    if (isRead('allowed')) {
      const discovery = discoveryOf(spec, context);
      const list = tenant.allowedDomains;
      if (discovery && discovery.value !== (list === undefined)) yield differentMode(spec, context, discovery);
      else if (list) yield* differentLists(spec, context, 'allowed');
    }
    if (isRead('blocked')) yield* differentLists(spec, context, 'blocked');
  },
};

/** Switches that say one thing at the servers and another in the tenant; that federation is off at the servers, another rule says. */
function* differentSwitches(spec: Spec, context: Context): Iterable<Finding> {
  const { edge, tenant } = spec;
  const [here, there] = [edge?.configuration?.allowFederatedUsers, tenant?.allowFederatedUsers];
  const { name } = context.catalog.hosting['lync-online'];
  if (here && isFederationWanted(spec, context) && there?.value === false) {
    yield {
      at: there.at,
      message: say`Federation is off in the tenant and on at the servers, so users in ${prose(name)} reach no partner, while those on the servers do. Set ${code('allowFederatedUsers')} to ${code(true)}.`,
      related: [{ at: here.at, message: say`The servers federate here.` }],
      fixes: [
        {
          title: say`Turn federation on in the tenant`,
          safety: 'review',
          edits: [set(there.path, true), run(commandOn('Set', there.path, { allowFederatedUsers: true }))],
        },
      ],
    };
  }
  const level = edge?.configuration?.discoveredPartnerVerificationLevel;
  const unverified = tenant?.treatDiscoveredPartnersAsUnverified;
  if (level === undefined || unverified === undefined) return;
  if ((level.value === 'AlwaysUnverifiable') !== unverified.value) {
    yield {
      at: unverified.at,
      severity: 'warning',
      message: unverified.value
        ? say`The tenant takes messages of discovered partners only from contacts, and the servers take them from everybody, so the two sides do not reach the same people. Make the settings agree.`
        : say`The servers take messages of discovered partners only from contacts, and the tenant takes them from everybody, so the two sides do not reach the same people. Make the settings agree.`,
      related: [{ at: level.at, message: say`The servers say so here.` }],
      fixes: [
        {
          title: say`Set ${code('treatDiscoveredPartnersAsUnverified')} to ${code(!unverified.value)}`,
          safety: 'review',
          edits: [
            set(unverified.path, !unverified.value),
            run(commandOn('Set', unverified.path, { treatDiscoveredPartnersAsUnverified: !unverified.value })),
          ],
        },
      ],
    };
  }
}

interface Discovery extends Pick<Leaf<boolean>, 'at' | 'path' | 'value'> {
  readonly isStated: boolean;
}

/** Whether the servers discover partners; nothing where the spec does not tell. */
function discoveryOf(spec: Spec, { faults }: Context): Discovery | undefined {
  const configuration = spec.edge?.configuration;
  const value = discovers(spec);
  if (configuration === undefined || value === undefined) return undefined;
  const stated = configuration.enablePartnerDiscovery;
  if (stated) return { ...stated, isStated: true };
  const path = [...configuration.path, 'enablePartnerDiscovery'];
  if (isUnreadable(faults, path)) return undefined;
  return { at: keyRange(configuration), path, value, isStated: false };
}

/** One side is open to all domains, the other to those of a list alone. */
function differentMode(spec: Spec, { catalog }: Context, discovery: Discovery): Finding {
  const list = spec.tenant?.allowedDomains;
  const command = commandOn('Set', discovery.path, {
    useDnsSrvRouting: undefined,
    enablePartnerDiscovery: !discovery.value,
  });
  const onServers: Fix = {
    title: discovery.value ? say`Turn partner discovery off` : say`Turn partner discovery on`,
    safety: 'review',
    edits: [set(discovery.path, !discovery.value), ...runOnServer(spec, catalog, command)],
  };
  if (list) {
    return {
      at: keyRange(list),
      message: say`The tenant federates only with the domains of its list, while the servers discover partners, so a partner may reach users on one side and not on the other. Open both sides, or close both.`,
      related: [{ at: discovery.at, message: say`The servers are open here.` }],
      fixes: [openingTenant(list), onServers],
    };
  }
  return {
    at: discovery.at,
    ...(discovery.isStated ? {} : { severity: 'warning' as const }),
    message: say`The servers federate only with allowed domains, while the tenant has no ${code('allowedDomains')} and is open to all, so a partner may reach users on one side and not on the other. Open both sides, or close both.`,
    fixes: [onServers],
  };
}

type ListName = 'allowed' | 'blocked';

const TENANT_LISTS = { allowed: 'allowedDomains', blocked: 'blockedDomains' } as const;

/** Domains that stand on the list of one side and not on that of the other. */
function* differentLists(spec: Spec, context: Context, name: ListName): Iterable<Finding> {
  const { domains, tenant } = spec;
  const tenantKey = TENANT_LISTS[name];
  const here = ownNames(domains?.[name], context);
  const there = each(tenant?.[tenantKey]);
  const covering = new Set(
    name === 'blocked' && tenant?.blockAllSubdomains?.value === true ? there.map(({ value }) => hostKey(value)) : [],
  );
  const onlyHere = without(here, there).filter(({ value }) => closestAbove(value, covering) === '');
  const preset = name === 'allowed' ? consumerDomains(context.catalog) : new Set<string>();
  const onlyThere = without(there, here).filter(({ value }) => !preset.has(hostKey(value)));
  const [missing] = onlyHere;
  if (tenant && missing) {
    const names = onlyHere.map(({ value }) => value);
    yield {
      at: keyRange(tenant[tenantKey] ?? tenant),
      message: say`${code(`domains.${name}`)} has ${codes(names)}, and ${code(tenantKey)} of the tenant has not, so users on the two sides do not reach the same partners. Make the lists the same.`,
      related: [{ at: missing.at, message: say`${code(missing.value)} stands on the list of the servers.` }],
      fixes: [
        {
          title: say`Add ${codes(names)} to the tenant`,
          safety: 'review',
          edits: names.map((value) => append([...tenant.path, tenantKey], value)),
        },
      ],
    };
  }
  for (const { at, value } of onlyThere) {
    yield {
      at,
      message: say`The tenant has ${code(value)} on its list and ${code(`domains.${name}`)} has not, so users on the two sides do not reach the same partners. Make the lists the same.`,
      fixes: [
        {
          title: say`Add ${code(value)} to the servers`,
          safety: 'review',
          edits: [
            append(['domains', name], value),
            ...runOnServer(spec, context.catalog, commandOn('New', ['domains', name], { identity: value })),
          ],
        },
      ],
    };
  }
}

/** The names on a list of the servers, but for those of cloud services, which concern the servers alone. */
function ownNames(list: List<{ domain: string }> | undefined, { catalog }: Context): readonly Leaf<string>[] {
  const services = domainsOfServices(catalog);
  return each(list).flatMap(({ domain }) => (domain && !services.has(hostKey(domain.value)) ? [domain] : []));
}

function without(names: readonly Leaf<string>[], others: readonly Leaf<string>[]): readonly Leaf<string>[] {
  const known = new Set(others.map(({ value }) => hostKey(value)));
  return names.filter(({ value }) => !known.has(hostKey(value)));
}
