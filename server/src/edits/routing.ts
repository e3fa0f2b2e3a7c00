import type { Catalog } from '../catalog/catalog.generated.ts';
import { type Configuration, onlyWithDefaultRoute } from '../deployment/edge.ts';
import { each, type Spec } from '../spec/model.ts';
import { say } from '../text/message.ts';
import { remove, rename, set } from '../yaml/edit.ts';
import type { Fix } from './fix.ts';
import { commandOn } from './object-command.ts';
import { runOnServer } from './server-command.ts';

/** Gives up the default route for DNS SRV records; partner discovery stays as it is, or is for those who wait for it. */
export function routeByDns(configuration: Configuration, spec: Spec, catalog: Catalog): Fix {
  const { path, enablePartnerDiscovery } = configuration;
  const discovery = enablePartnerDiscovery?.value ?? each(spec.domains?.discovered).length > 0;
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
      ...runOnServer(
        spec,
        catalog,
        commandOn('Set', path, { useDnsSrvRouting: undefined, enablePartnerDiscovery: discovery }),
      ),
    ],
  };
}
