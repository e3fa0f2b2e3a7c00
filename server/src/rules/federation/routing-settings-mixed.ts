import { defaultRouting, onlyWithDefaultRoute } from '../../deployment/edge.ts';
import type { Fix } from '../../edits/fix.ts';
import { routeByDns } from '../../edits/routing.ts';
import { code, say } from '../../text/message.ts';
import { remove } from '../../yaml/edit.ts';
import type { Rule } from '../rule.ts';

export const routingSettingsMixed: Rule = {
  id: 'routing-settings-mixed',
  summary: say`A setting of one way of routing beside the other way.`,
  severity: 'error',
  facts: [],

  *check(spec, { catalog }) {
    const configuration = spec.edge?.configuration;
    if (configuration === undefined) return;
    const { path, useDnsSrvRouting } = configuration;
    const route = defaultRouting(configuration);
    const without = (key: string): readonly Fix[] => [
      { title: say`Remove ${code(key)}`, safety: 'review', edits: [remove([...path, key])] },
    ];
    if (route && useDnsSrvRouting?.value === true) {
      yield {
        at: useDnsSrvRouting.at,
        message: say`The spec asks for a default route and for DNS SRV routing, and the server does only one of them. Remove the other.`,
        related: [{ at: route.at, message: say`The default route is chosen here.` }],
        fixes: [routeByDns(configuration, spec, catalog), ...without('useDnsSrvRouting')],
      };
      return;
    }
    const wrong = route
      ? ONLY_WITH_DNS.filter((key) => configuration[key] !== undefined && configuration[key]?.value !== false)
      : onlyWithDefaultRoute.filter((key) => key !== 'useDefaultRouting' && configuration[key] !== undefined);
    const chosen = route ?? useDnsSrvRouting;
    for (const key of wrong) {
      const setting = configuration[key];
      if (setting === undefined) continue;
      yield {
        at: setting.at,
        message: route
          ? say`${code(key)} goes only with DNS SRV routing; the server refuses it beside a default route. Remove it, or give up the default route.`
          : say`${code(key)} goes only with a default route; the server refuses it beside DNS SRV routing. Remove it.`,
        related: chosen ? [{ at: chosen.at, message: say`The way of routing is chosen here.` }] : [],
        fixes: without(key),
      };
    }
  },
};

/** Parameters of the cmdlet that go with DNS SRV routing alone; switched off, they say no more than the default. */
const ONLY_WITH_DNS = ['enablePartnerDiscovery', 'discoveredPartnerVerificationLevel', 'beClearingHouse'] as const;
