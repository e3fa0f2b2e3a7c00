import { uncoveredTargets } from '../../deployment/certificates.ts';
import { accessEdgeCertificates } from '../../deployment/edge-certificates.ts';
import { namedToo, requestCertificate } from '../../edits/certificate-request.ts';
import { hostKey } from '../../text/host.ts';
import { code, say } from '../../text/message.ts';
import type { Rule } from '../rule.ts';

export const srvTargetNotInCertificate: Rule = {
  id: 'srv-target-not-in-certificate',
  summary: say`A federation SRV record whose target is not a name of the Access Edge certificate.`,
  severity: 'error',
  facts: ['milestones.srv-target-direct-child'],
  misses: ['certificates.*.subjectAlternativeNames'],

  *check(spec, context) {
    const [certificate] = accessEdgeCertificates(spec);
    const targets = uncoveredTargets(spec, context);
    if (certificate?.name === undefined || targets.length === 0) return;
    const name = certificate.name.value;
    const request = requestCertificate(certificate, spec, context);
    for (const target of targets) {
      yield {
        at: target.at,
        message: say`${code(target.value)} is neither subject nor alternative name of the certificate ${code(name)}, so partners end the TLS handshake. Add the name to the certificate, or point the record to a name it has.`,
        related: [{ at: certificate.name.at, message: say`This certificate is good for other names only.` }],
        fixes: [
          {
            title: say`Add ${code(target.value)} to the certificate ${code(name)}`,
            safety: 'review',
            edits: [...namedToo(certificate, hostKey(target.value)), request],
          },
        ],
      };
    }
  },
};
