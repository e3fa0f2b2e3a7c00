import { each, keyRange } from '../../spec/model.ts';
import { isUnreadable } from '../../spec/unreadable.ts';
import { code, say } from '../../text/message.ts';
import { set } from '../../yaml/edit.ts';
import type { Rule } from '../rule.ts';

export const asOfMissing: Rule = {
  id: 'as-of-missing',
  summary: say`A spec whose verdict depends on the day, without a day.`,
  severity: 'info',
  persona: 'pedantic',
  facts: ['providers', 'milestones.provisioning-site-closed'],

  *check(spec, { asOf, faults }) {
    if (spec.asOf !== undefined || spec.lyncFederation === undefined || isUnreadable(faults, ['asOf'])) return;
    if (each(spec.providers?.public).length === 0 && spec.provisioning === undefined) return;
    yield {
      at: keyRange(spec.lyncFederation),
      message: say`What holds for public providers depends on the day, and this spec is judged anew each day. State the day it is for in ${code('asOf')}, and its report stays the same.`,
      fixes: [{ title: say`Set ${code('asOf')} to ${code(asOf)}`, safety: 'review', edits: [set(['asOf'], asOf)] }],
    };
  },
};
