import { addDays } from '../../catalog/dates.ts';
import { lifeOf, longestLife } from '../../deployment/certificate-life.ts';
import { hasToBePublic } from '../../deployment/strangers.ts';
import { each } from '../../spec/model.ts';
import { code, say } from '../../text/message.ts';
import { set } from '../../yaml/edit.ts';
import type { Rule } from '../rule.ts';

export const certificateTooLongLived: Rule = {
  id: 'certificate-too-long-lived',
  summary: say`A public certificate with a longer life than authorities grant.`,
  severity: 'error',
  facts: ['lifetimes'],

  *check(spec, context) {
    const { catalog } = context;
    for (const certificate of each(spec.certificates)) {
      const { name, notBefore, notAfter } = certificate;
      if (name === undefined || notBefore === undefined || notAfter === undefined) continue;
      const life = lifeOf(certificate) ?? 0;
      const longest = longestLife(catalog, notBefore.value);
      if (!hasToBePublic(certificate, spec, context) || longest === undefined || life <= longest.days) continue;
      const last = addDays(notBefore.value, longest.days);
      yield {
        at: notAfter.at,
        message: say`The certificate ${code(name.value)} would live for ${life} days, and no public authority issues one for more than ${longest.days} days since ${longest.from}. Plan with ${code(last)} as its last day at the latest.`,
        related: [{ at: notBefore.at, message: say`It begins here.` }],
        fixes: [
          {
            title: say`Let ${code(name.value)} end on ${code(last)}`,
            safety: 'review',
            edits: [set(notAfter.path, last)],
          },
        ],
      };
    }
  },
};
