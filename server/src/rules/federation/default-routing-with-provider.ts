import type { Command } from '../../cmdlets/command.ts';
import { each, type Located } from '../../spec/model.ts';
import type { AccessEdgeConfiguration } from '../../spec/spec.generated.ts';
import { code, say } from '../../text/message.ts';
import { remove, rename, set } from '../../yaml/edit.ts';
import type { Fix, Rule, SpecEdit } from '../rule.ts';
import { runOnServer } from '../server-command.ts';

export const defaultRoutingWithProvider: Rule = {
  id: 'default-routing-with-provider',
  summary: say`A default route beside public or hosting providers, which it rules out.`,
  severity: 'error',
  facts: [],

  *check(spec, { catalog }) {
    const configuration = spec.edge?.configuration;
    const setting = configuration && defaultRouting(configuration);
    if (configuration === undefined || setting === undefined) return;
    const providers = [...each(spec.providers?.public), ...each(spec.providers?.hosting)];
    const enabled = providers.filter((provider) => provider.enabled?.value === true);
    const [first, ...others] = (enabled.length > 0 ? enabled : providers).flatMap(({ identity }) => identity ?? []);
    if (first === undefined) return;
    const related = [first, ...others].map(({ at, value }) => ({
      at,
      message: say`${code(value)} stands beside the default route.`,
    }));
    const found = {
      at: setting.at,
      related,
      fixes: [byDns(configuration, (command) => runOnServer(spec, catalog, command))],
    };
    if (enabled.length === 0) {
      const message = say`The server takes a default route only once all providers are removed, disabled ones such as ${code(first.value)} too. Remove them, or route by DNS SRV records.`;
      yield { ...found, severity: 'info', message };
      return;
    }
    const who = others.length === 0 ? code(first.value) : say`${code(first.value)} and ${others.length} more`;
    const message = say`With a default route the Edge can have no providers, so ${who} cannot be used. Route by DNS SRV records instead.`;
    yield { ...found, message };
  },
};

/** The setting that chooses the default route; one that is only prepared beside DNS routing chooses nothing. */
function defaultRouting({ useDefaultRouting, useDnsSrvRouting, defaultRouteFqdn }: Configuration) {
  if (useDefaultRouting !== undefined) return useDefaultRouting.value ? useDefaultRouting : undefined;
  return useDnsSrvRouting?.value === true ? undefined : defaultRouteFqdn;
}

/** Parameters of the cmdlet that go with a default route alone. */
const ONLY_WITH_DEFAULT_ROUTE = [
  'useDefaultRouting',
  'defaultRouteFqdn',
  'isPublicProvider',
  'verificationLevel',
] as const;

function byDns(configuration: Configuration, run: (command: Command) => readonly SpecEdit[]): Fix {
  const { path, enablePartnerDiscovery } = configuration;
  const discovery = enablePartnerDiscovery?.value ?? false;
  const present = ONLY_WITH_DEFAULT_ROUTE.filter((key) => configuration[key] !== undefined);
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
      ...run({
        cmdlet: 'Set-CsAccessEdgeConfiguration',
        parameters: { UseDnsSrvRouting: undefined, EnablePartnerDiscovery: discovery },
      }),
    ],
  };
}

type Configuration = Located<AccessEdgeConfiguration>;
