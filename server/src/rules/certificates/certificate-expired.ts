import { daysBetween } from '../../catalog/dates.ts';
import { renewalNotice } from '../../deployment/certificate-life.ts';
import { accessEdgeCertificates } from '../../deployment/edge-certificates.ts';
import { renewCertificate, requestCertificate } from '../../edits/certificate-request.ts';
import { each } from '../../spec/model.ts';
import { code, say } from '../../text/message.ts';
import { placeholder } from '../../text/placeholder.ts';
import { set } from '../../yaml/edit.ts';
import type { Rule } from '../rule.ts';

export const certificateExpired: Rule = {
  id: 'certificate-expired',
  summary: say`A certificate that has expired, or soon will.`,
  severity: 'error',
  facts: ['limits.certificate-renewal-notice', 'limits.certificate-renewal-share'],

  *check(spec, context) {
    const { asOf } = context;
    const ofAccessEdge = new Set(accessEdgeCertificates(spec));
    for (const certificate of each(spec.certificates)) {
      const { name, notAfter } = certificate;
      if (name === undefined || notAfter === undefined) continue;
      const left = daysBetween(asOf, notAfter.value);
      if (left > renewalNotice(certificate, context)) continue;
      const request = ofAccessEdge.has(certificate)
        ? requestCertificate(certificate, spec, context)
        : renewCertificate(certificate, context);
      yield {
        at: notAfter.at,
        severity: left < 0 ? 'error' : 'warning',
        message:
          left < 0
            ? say`The certificate ${code(name.value)} expired on ${code(notAfter.value)}, so partners end the TLS handshake. Renew it with all its names.`
            : say`The certificate ${code(name.value)} expires on ${code(notAfter.value)}; from the next day on partners end the TLS handshake. Renew it with all its names by then.`,
        fixes: [
          {
            title: say`Request the certificate ${code(name.value)} anew with all its names`,
            safety: 'review',
            edits: [set(notAfter.path, placeholder('last day of the new certificate')), request],
          },
        ],
      };
    }
  },
};
