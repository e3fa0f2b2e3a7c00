import type { Catalog } from '../catalog/catalog.generated.ts';
import type { Leaf, Located, Spec } from '../spec/model.ts';
import type { AccessEdgeConfiguration } from '../spec/spec.generated.ts';
import { say } from '../text/message.ts';
import { remove, rename, set } from '../yaml/edit.ts';
import type { Fix } from './rule.ts';
import { runOnServer } from './server-command.ts';

/** The setting that chooses the default route; one that is only prepared beside DNS routing chooses nothing. */
export function defaultRouting({
  useDefaultRouting,
  useDnsSrvRouting,
  defaultRouteFqdn,
}: Configuration): Leaf<boolean> | Leaf<string> | undefined {
  if (useDefaultRouting !== undefined) return useDefaultRouting.value ? useDefaultRouting : undefined;
  return useDnsSrvRouting?.value === true ? undefined : defaultRouteFqdn;
}

/** Whether the spec sends all federated traffic over a default route, so that no partner's records are looked up. */
export function isRoutedByDefault({ edge }: Spec): boolean {
  return edge?.configuration !== undefined && defaultRouting(edge.configuration) !== undefined;
}

/** Parameters of the cmdlet that go with a default route alone. */
export const onlyWithDefaultRoute = [
  'useDefaultRouting',
  'defaultRouteFqdn',
  'isPublicProvider',
  'verificationLevel',
] as const;

/** Gives up the default route for DNS SRV records; partner discovery stays as it is, or off. */
export function routeByDns(configuration: Configuration, spec: Spec, catalog: Catalog): Fix {
  const { path, enablePartnerDiscovery } = configuration;
  const discovery = enablePartnerDiscovery?.value ?? false;
  const present = onlyWithDefaultRoute.filter((key) => configuration[key] !== undefined);
  // One of the keys makes way for the new one, so that the section is never left empty in between.
  const [renamed, ...removed] = configuration.useDnsSrvRouting ? [undefined, ...present] : present;
  return {
    title: say`Route by DNS SRV records`,
    safety: 'review',
    edits: [
      ...removed.flatMap((key) => (key ? remove([...path, key]) : [])),
      ...(renamed
        ? [rename([...path, renamed], 'useDnsSrvRouting'), set([...path, renamed], true)]
        : [set([...path, 'useDnsSrvRouting'], true)]),
      set([...path, 'enablePartnerDiscovery'], discovery),
      ...runOnServer(spec, catalog, {
        cmdlet: 'Set-CsAccessEdgeConfiguration',
        parameters: { UseDnsSrvRouting: undefined, EnablePartnerDiscovery: discovery },
      }),
    ],
  };
}

type Configuration = Located<AccessEdgeConfiguration>;
