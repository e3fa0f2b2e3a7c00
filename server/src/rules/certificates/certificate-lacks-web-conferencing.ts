import { unnamedConferencing } from '../../deployment/certificates.ts';
import { accessEdgeCertificates } from '../../deployment/edge-certificates.ts';
import { namedToo, requestCertificate } from '../../edits/certificate-request.ts';
import { hostKey } from '../../text/host.ts';
import { code, say } from '../../text/message.ts';
import type { Rule } from '../rule.ts';

export const certificateLacksWebConferencing: Rule = {
  id: 'certificate-lacks-web-conferencing',
  summary: say`A public host of web conferencing that no certificate of the spec names.`,
  severity: 'info',
  persona: 'pedantic',
  facts: ['records.web-conferencing-host'],
  misses: ['certificates.*.subjectAlternativeNames'],

  *check(spec, context) {
    const [certificate] = accessEdgeCertificates(spec);
    const unnamed = unnamedConferencing(spec, context);
    if (certificate?.name === undefined || unnamed.length === 0) return;
    const name = certificate.name.value;
    const request = requestCertificate(certificate, spec, context);
    for (const { at, value } of unnamed) {
      const host = hostKey(value);
      yield {
        at,
        message: say`No certificate of the spec names ${code(value)}, so meetings show no content to people outside. Add the name to ${code(name)}, or add the certificate that has it to the spec.`,
        related: [{ at: certificate.name.at, message: say`This certificate is good for other names only.` }],
        fixes: [
          {
            title: say`Add ${code(host)} to the certificate ${code(name)}`,
            safety: 'review',
            edits: [...namedToo(certificate, host), request],
          },
        ],
      };
    }
  },
};
