import type { Need, NeedingSettings } from '../catalog/catalog.generated.ts';
import type { Outcomes } from '../cmdlets/outcome.ts';
import type { Spec } from '../spec/model.ts';
import { fieldOf, nounSections } from '../spec/noun-sections.ts';
import { type Code, code } from '../text/message.ts';
import type { Range } from '../text/range.ts';
import type { Grounds } from './grounds.ts';
import { isSomebodyReached } from './partners.ts';

/** What needs a setting, and how messages show it. */
export interface Use {
  readonly at: Range;
  readonly shown: Code;
}

/** What commands make or turn on that needs a setting. */
export function using(outcomes: Outcomes, { noun, parameters }: NeedingSettings): readonly Use[] {
  return [...(outcomes.get(noun)?.objects.values() ?? [])].flatMap(({ by, settings }) => {
    if (parameters) {
      const on = parameters.map((name) => settings.get(name)).find((setting) => setting?.value === true);
      return on ? [{ at: on.at, shown: code(on.written ? `-${on.name} $true` : on.effect.command.cmdlet) }] : [];
    }
    return by?.action === 'create' ? [{ at: by.nameAt, shown: code(by.command.cmdlet) }] : [];
  });
}

/** Whether the spec itself tells of a setting that is needed; for that there are rules of their own. */
export function isStated(spec: Spec, { noun, parameter }: Need, context: Grounds): boolean {
  const configuration = spec.edge?.configuration;
  const section = nounSections.find((one) => one.noun === noun);
  const key = [...(section?.parameters ?? [])].find(([, name]) => name === parameter)?.[0];
  if (configuration === undefined || key === undefined) return false;
  if (fieldOf(configuration, key) !== undefined) return true;
  return parameter === context.catalog.needs.federation.parameter && isSomebodyReached(spec, context);
}

/** Whether the spec tells how the Edge routes. */
export function statesRouting({ edge }: Spec): boolean {
  const { useDefaultRouting, useDnsSrvRouting, defaultRouteFqdn } = edge?.configuration ?? {};
  return [useDefaultRouting, useDnsSrvRouting, defaultRouteFqdn].some((setting) => setting !== undefined);
}
