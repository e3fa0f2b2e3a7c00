import { defaultRouting } from '../../deployment/edge.ts';
import { routeByDns } from '../../edits/routing.ts';
import { each } from '../../spec/model.ts';
import { code, say } from '../../text/message.ts';
import type { Rule } from '../rule.ts';

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
      fixes: [routeByDns(configuration, spec, catalog)],
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
