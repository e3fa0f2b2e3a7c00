import { daysBetween } from '../../catalog/dates.ts';
import { each } from '../../spec/model.ts';
import { code, say } from '../../text/message.ts';
import type { Rule } from '../rule.ts';

export const certificateExpired: Rule = {
  id: 'certificate-expired',
  summary: say`A certificate that has expired, or soon will.`,
  severity: 'error',
  facts: ['limits.certificate-renewal-notice'],

  *check(spec, { catalog, asOf }) {
    const notice = catalog.limits['certificate-renewal-notice'].value;
    for (const { name, notAfter } of each(spec.certificates)) {
      if (name === undefined || notAfter === undefined) continue;
      const left = daysBetween(asOf, notAfter.value);
      if (left > notice) continue;
      yield {
        at: notAfter.at,
        severity: left < 0 ? 'error' : 'warning',
        message:
          left < 0
            ? say`The certificate ${code(name.value)} expired on ${code(notAfter.value)}, and whoever connects ends the TLS handshake. Renew it with all its names.`
            : say`The certificate ${code(name.value)} expires on ${code(notAfter.value)}, and whoever connects later ends the TLS handshake. Renew it with all its names before that day has passed.`,
      };
    }
  },
};
