import type { Fix } from '../../edits/fix.ts';
import { keyRange } from '../../spec/model.ts';
import { code, say } from '../../text/message.ts';
import { remove } from '../../yaml/edit.ts';
import type { Rule } from '../rule.ts';

export const provisioningSiteClosed: Rule = {
  id: 'provisioning-site-closed',
  summary: say`A provisioning request for a site that has been shut.`,
  severity: 'warning',
  facts: ['milestones.provisioning-site-closed'],

  *check({ provisioning }, { catalog, asOf }) {
    const { date } = catalog.milestones['provisioning-site-closed'];
    if (provisioning === undefined || asOf < date) return;
    const fix: Fix = {
      title: say`Remove ${code('provisioning')}`,
      safety: 'review',
      edits: [remove(provisioning.path)],
    };
    const found = { at: keyRange(provisioning), tag: 'deprecated', fixes: [fix] } as const;
    const { submitted } = provisioning;
    if (submitted !== undefined && submitted.value < date) {
      const message = say`This request was sent before the provisioning site shut on ${date} and has no effect any more. Remove it.`;
      yield { ...found, severity: 'info', message };
      return;
    }
    const message = say`The provisioning site was shut on ${date}: there is nowhere to send this request, and nothing to provision. Remove it, and publish a federation SRV record for each SIP domain.`;
    yield { ...found, message };
  },
};
