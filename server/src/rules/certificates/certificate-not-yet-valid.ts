import { each } from '../../spec/model.ts';
import { code, say } from '../../text/message.ts';
import type { Rule } from '../rule.ts';

export const certificateNotYetValid: Rule = {
  id: 'certificate-not-yet-valid',
  summary: say`A certificate whose first day is still to come.`,
  severity: 'warning',
  facts: [],

  *check(spec, { asOf }) {
    for (const { name, notBefore } of each(spec.certificates)) {
      if (name === undefined || notBefore === undefined || notBefore.value <= asOf) continue;
      yield {
        at: notBefore.at,
        message: say`The certificate ${code(name.value)} is not valid before ${code(notBefore.value)}, and partners end the TLS handshake until then. Keep the one before it on the servers up to that day.`,
      };
    }
  },
};
