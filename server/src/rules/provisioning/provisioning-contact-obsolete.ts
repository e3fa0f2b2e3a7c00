import { openRequest } from '../../deployment/provisioning.ts';
import { keyRange } from '../../spec/model.ts';
import { code, say } from '../../text/message.ts';
import { remove } from '../../yaml/edit.ts';
import type { Rule } from '../rule.ts';

export const provisioningContactObsolete: Rule = {
  id: 'provisioning-contact-obsolete',
  summary: say`Contact data in a provisioning request that no longer asks for it.`,
  severity: 'info',
  facts: ['milestones.provisioning-contact-data-dropped', 'milestones.provisioning-site-closed'],

  *check(spec, context) {
    const request = openRequest(spec, context);
    const { date } = context.catalog.milestones['provisioning-contact-data-dropped'];
    const { contact, submitted } = request ?? {};
    if (contact === undefined || (submitted?.value ?? context.asOf) < date) return;
    yield {
      at: keyRange(contact),
      tag: 'unnecessary',
      message: say`The provisioning site has taken no contact data since ${date} and tells nobody by e-mail. Remove the contact, and ask for the status by telephone.`,
      fixes: [{ title: say`Remove ${code('contact')}`, safety: 'review', edits: [remove(contact.path)] }],
    };
  },
};
