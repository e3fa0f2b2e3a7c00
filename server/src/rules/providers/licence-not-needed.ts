import { requiredOn } from '../../catalog/licences.ts';
import { activeProviders } from '../../deployment/public-providers.ts';
import { each, keyRange } from '../../spec/model.ts';
import { isUnreadable } from '../../spec/unreadable.ts';
import { prose, say } from '../../text/message.ts';
import { remove } from '../../yaml/edit.ts';
import type { Rule } from '../rule.ts';

export const licenceNotNeeded: Rule = {
  id: 'licence-not-needed',
  summary: say`A PIC USL that no enabled provider needs.`,
  severity: 'info',
  persona: 'auditor',
  facts: ['licences.pic-usl', 'providers'],

  *check(spec, { catalog, asOf, faults }) {
    const licence = spec.licensing?.picUsl;
    const { name, validUntil = '' } = catalog.licences['pic-usl'];
    if (licence === undefined || asOf > validUntil || isUnreadable(faults, ['providers', 'public'])) return;
    const active = activeProviders(spec, { catalog, asOf });
    // Nobody knows what a provider asks for that the catalog does not hold.
    const isNeeded = active.some(
      ({ known }) => known === undefined || requiredOn(known, asOf).flat().includes('pic-usl'),
    );
    if (isNeeded || each(spec.providers?.public).length === 0) return;
    yield {
      at: keyRange(licence),
      message: say`No enabled provider of this spec needs the ${prose(name)}. Do not renew it, unless one that needs it is missing here.`,
      fixes: [{ title: say`Remove the licence from the spec`, safety: 'review', edits: [remove(licence.path)] }],
    };
  },
};
