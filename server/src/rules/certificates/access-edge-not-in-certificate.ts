import { unnamedEdges } from '../../deployment/certificates.ts';
import { namedToo, requestCertificate } from '../../edits/certificate-request.ts';
import { hostKey } from '../../text/host.ts';
import { code, say } from '../../text/message.ts';
import type { Rule } from '../rule.ts';

export const accessEdgeNotInCertificate: Rule = {
  id: 'access-edge-not-in-certificate',
  summary: say`An Edge pool whose certificate does not have the name of its Access Edge.`,
  severity: 'error',
  facts: ['records.access-edge-host'],
  misses: ['certificates.*.subjectAlternativeNames'],

  *check(spec, context) {
    for (const { edge, certificate } of unnamedEdges(spec, context)) {
      if (certificate.name === undefined) continue;
      const name = certificate.name.value;
      yield {
        at: edge.at,
        message: say`${code(edge.value)} is neither subject nor alternative name of the certificate ${code(name)}. Add it: partners that pinned it, and clients, end the TLS handshake.`,
        related: [{ at: certificate.name.at, message: say`This certificate is good for other names only.` }],
        fixes: [
          {
            title: say`Add ${code(edge.value)} to the certificate ${code(name)}`,
            safety: 'review',
            edits: [...namedToo(certificate, hostKey(edge.value)), requestCertificate(certificate, spec, context)],
          },
        ],
      };
    }
  },
};
