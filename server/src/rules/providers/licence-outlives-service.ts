import { code, prose, say } from '../../text/message.ts';
import { set } from '../../yaml/edit.ts';
import type { Rule } from '../rule.ts';

export const licenceOutlivesService: Rule = {
  id: 'licence-outlives-service',
  summary: say`A PIC USL that runs longer than the services it is for.`,
  severity: 'info',
  persona: 'auditor',
  facts: ['licences.pic-usl'],

  *check(spec, { catalog }) {
    const expires = spec.licensing?.picUsl?.expires;
    const { name, validUntil } = catalog.licences['pic-usl'];
    if (expires === undefined || validUntil === undefined || expires.value <= validUntil) return;
    yield {
      at: expires.at,
      message: say`The ${prose(name)} runs until ${code(expires.value)} and is worth nothing after ${validUntil}. Claim the credit for the time that was paid beyond that day.`,
      fixes: [
        {
          title: say`Let it end on ${code(validUntil)}, as credited`,
          safety: 'review',
          edits: [set(expires.path, validUntil)],
        },
      ],
    };
  },
};
