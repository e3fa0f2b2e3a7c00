import { openRequest, provisionedBy } from '../../deployment/provisioning.ts';
import { code, say } from '../../text/message.ts';
import type { Rule } from '../rule.ts';

export const provisioningLeadTime: Rule = {
  id: 'provisioning-lead-time',
  summary: say`A provisioning request that the providers may not have carried out yet.`,
  severity: 'info',
  persona: 'auditor',
  facts: [
    'limits.provisioning-time',
    'limits.provisioning-time-2019',
    'milestones.provisioning-contact-data-dropped',
    'milestones.provisioning-site-closed',
  ],

  *check(spec, context) {
    const submitted = openRequest(spec, context)?.submitted;
    if (submitted === undefined) return;
    const ready = provisionedBy(context, submitted.value);
    if (context.asOf >= ready) return;
    yield {
      at: submitted.at,
      message: say`A request of ${code(submitted.value)} may take until ${ready}, and contacts of the providers stay out of reach until then. Plan for that day.`,
    };
  },
};
