import { typeByTerm } from '../../catalog/types.ts';
import { partnersOneByOne } from '../../deployment/partners.ts';
import { code, prose, say } from '../../text/message.ts';
import { set } from '../../yaml/edit.ts';
import type { Rule } from '../rule.ts';

export const legacyFederationType: Rule = {
  id: 'legacy-federation-type',
  summary: say`A federation type under the name that older servers gave it.`,
  severity: 'info',
  facts: ['types'],

  *check(spec, { catalog }) {
    for (const { partner } of partnersOneByOne(spec)) {
      const stated = partner?.federationType;
      if (stated === undefined) continue;
      const type = typeByTerm(catalog, stated.value);
      if (type?.former === undefined) continue;
      const [product] = type.former.products;
      yield {
        at: stated.at,
        tag: 'deprecated',
        message: say`What ${prose(product ? catalog.products[product].shortName : '')} called ${code(type.former.name)} is ${code(catalog.types[type.id].name.toLowerCase())} since Lync Server. Write ${code(type.id)}.`,
        fixes: [{ title: say`Write ${code(type.id)}`, safety: 'safe', edits: [set(stated.path, type.id)] }],
      };
    }
  },
};
