import { isSold } from '../../catalog/licences.ts';
import { code, prose, say } from '../../text/message.ts';
import { placeholder } from '../../text/placeholder.ts';
import { remove, set } from '../../yaml/edit.ts';
import type { Rule } from '../rule.ts';

export const licenceNotSold: Rule = {
  id: 'licence-not-sold',
  summary: say`A PIC USL with a purchase date on which it was no longer sold.`,
  severity: 'error',
  facts: ['licences.pic-usl', 'milestones.pic-usl-off-price-list'],

  *check(spec, { catalog }) {
    const licence = spec.licensing?.picUsl;
    const purchased = licence?.purchased;
    if (licence === undefined || purchased === undefined || isSold(catalog, 'pic-usl', purchased.value)) return;
    const { name, notSoldFrom = '' } = catalog.licences['pic-usl'];
    yield {
      at: purchased.at,
      message: say`No ${prose(name)} could be bought or renewed on ${code(purchased.value)}: it left the price list on ${notSoldFrom}. Correct the date; without a licence from before that day, remove it and the providers that need it.`,
      fixes: [
        {
          title: say`Enter the day on which it was bought`,
          safety: 'review',
          edits: [set(purchased.path, placeholder('day of the purchase'))],
        },
        { title: say`Remove the licence from the spec`, safety: 'review', edits: [remove(licence.path)] },
      ],
    };
  },
};
