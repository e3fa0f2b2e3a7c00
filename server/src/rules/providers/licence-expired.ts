import { requiredOn } from '../../catalog/licences.ts';
import { activeProviders } from '../../deployment/public-providers.ts';
import { switchingOff } from '../../edits/public-provider.ts';
import { code, listed, prose, say } from '../../text/message.ts';
import type { Rule } from '../rule.ts';

export const licenceExpired: Rule = {
  id: 'licence-expired',
  summary: say`A PIC USL that has expired while an enabled provider needs it.`,
  severity: 'error',
  facts: ['licences.pic-usl', 'providers'],

  *check(spec, { catalog, asOf }) {
    const expires = spec.licensing?.picUsl?.expires;
    if (expires === undefined || expires.value >= asOf) return;
    const dependent = activeProviders(spec, { catalog, asOf }).filter(
      ({ known }) => known && requiredOn(known, asOf).some((group) => group.every((id) => id === 'pic-usl')),
    );
    if (dependent.length === 0) return;
    const names = listed(dependent.map(({ identity }) => code(identity.value)));
    yield {
      at: expires.at,
      message: say`The ${prose(catalog.licences['pic-usl'].name)} expired on ${code(expires.value)}, and ${names} may not be used without it. Correct the date if it was extended, or disable the provider.`,
      related: dependent.map(({ identity }) => ({
        at: identity.at,
        message: say`${code(identity.value)} needs the licence.`,
      })),
      fixes: [switchingOff(dependent, spec, catalog)],
    };
  },
};
