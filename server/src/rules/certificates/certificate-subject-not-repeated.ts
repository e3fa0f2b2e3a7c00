import { accessEdgeCertificates, isWildcard } from '../../deployment/edge-certificates.ts';
import { requestCertificate } from '../../edits/certificate-request.ts';
import { each } from '../../spec/model.ts';
import { hostKey, parentOf } from '../../text/host.ts';
import { code, say } from '../../text/message.ts';
import { append } from '../../yaml/edit.ts';
import type { Rule } from '../rule.ts';

export const certificateSubjectNotRepeated: Rule = {
  id: 'certificate-subject-not-repeated',
  summary: say`A certificate whose subject is not among its alternative names, the only ones TLS looks at.`,
  severity: 'warning',
  facts: [],
  misses: ['certificates.*.subjectAlternativeNames'],

  *check(spec, context) {
    for (const certificate of accessEdgeCertificates(spec)) {
      const { name, subject, subjectAlternativeNames } = certificate;
      const stated = new Set(each(subjectAlternativeNames).map(({ value }) => hostKey(value)));
      if (name === undefined || subject === undefined || stated.size === 0 || isWildcard(subject.value)) continue;
      const host = hostKey(subject.value);
      if (stated.has(host) || stated.has(`*.${parentOf(host)}`)) continue;
      yield {
        at: subject.at,
        message: say`${code(subject.value)} is the subject of the certificate ${code(name.value)} but not one of its alternative names, and TLS looks only at those where there are any. Repeat the subject among them.`,
        fixes: [
          {
            title: say`Add ${code(host)} to the alternative names`,
            safety: 'review',
            edits: [
              append([...certificate.path, 'subjectAlternativeNames'], host),
              requestCertificate(certificate, spec, context),
            ],
          },
        ],
      };
    }
  },
};
