import { each, type Leaf } from '../../spec/model.ts';
import { hostKey } from '../../text/host.ts';
import { code, say } from '../../text/message.ts';
import { placeholder } from '../../text/placeholder.ts';
import { set } from '../../yaml/edit.ts';
import type { Rule } from '../rule.ts';

export const certificateNameTwice: Rule = {
  id: 'certificate-name-twice',
  summary: say`Two certificates of one name, of which an Edge pool can mean either.`,
  severity: 'error',
  facts: [],

  *check(spec) {
    const first = new Map<string, Leaf<string>>();
    for (const { name } of each(spec.certificates)) {
      if (name === undefined) continue;
      const key = hostKey(name.value.trim());
      const other = first.get(key);
      if (other === undefined) first.set(key, name);
      else
        yield {
          at: name.at,
          message: say`${code(name.value)} names two certificates, so nobody knows which one an Edge pool uses. Give each a name of its own.`,
          related: [{ at: other.at, message: say`The first one stands here.` }],
          fixes: [
            {
              title: say`Give the second ${code(name.value)} another name`,
              safety: 'review',
              edits: [set(name.path, placeholder('another name of the certificate'))],
            },
          ],
        };
    }
  },
};
