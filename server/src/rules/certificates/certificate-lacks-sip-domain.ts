import { unnamedDomains } from '../../deployment/certificates.ts';
import { accessEdgeCertificates } from '../../deployment/edge-certificates.ts';
import { isFederationOff } from '../../deployment/federation.ts';
import { bestTarget } from '../../deployment/federation-srv.ts';
import { namedToo, requestCertificate } from '../../edits/certificate-request.ts';
import { code, say } from '../../text/message.ts';
import type { Rule } from '../rule.ts';

export const certificateLacksSipDomain: Rule = {
  id: 'certificate-lacks-sip-domain',
  summary: say`A SIP domain of which the Access Edge certificate names no host.`,
  severity: 'error',
  facts: ['records.access-edge-host', 'hosting.lync-online'],
  misses: ['certificates.*.subjectAlternativeNames'],

  *check(spec, context) {
    const { catalog } = context;
    if (isFederationOff(spec, context)) return;
    const [certificate] = accessEdgeCertificates(spec);
    const unnamed = unnamedDomains(spec, context);
    if (certificate?.name === undefined || unnamed.length === 0) return;
    const name = certificate.name.value;
    const request = requestCertificate(certificate, spec, context);
    for (const identity of unnamed) {
      const host = bestTarget(spec, catalog, identity.value);
      yield {
        at: identity.at,
        message: say`The certificate ${code(name)} names no host of ${code(identity.value)}, so partners end the TLS handshake when they connect for that domain. Add ${code(host)}.`,
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
