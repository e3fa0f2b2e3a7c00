import { accessEdgeCertificates } from '../../deployment/edge-certificates.ts';
import { strangersOf } from '../../deployment/strangers.ts';
import { requestCertificate } from '../../edits/certificate-request.ts';
import { code, say } from '../../text/message.ts';
import { set } from '../../yaml/edit.ts';
import type { Rule } from '../rule.ts';

export const certificatePrivateIssuer: Rule = {
  id: 'certificate-private-issuer',
  summary: say`An Access Edge certificate of a private authority, although partners that do not know it connect.`,
  severity: 'warning',
  facts: ['hosting.lync-online', 'providers'],

  *check(spec, context) {
    const strangers = strangersOf(spec, context);
    if (strangers === undefined) return;
    for (const certificate of accessEdgeCertificates(spec)) {
      const { name, issuer } = certificate;
      if (name === undefined || issuer?.value !== 'private') continue;
      yield {
        at: issuer.at,
        message: say`The certificate ${code(name.value)} comes from a private authority, and ${strangers.who} will not trust it: the TLS handshake fails. Use one from a public authority.`,
        related: [{ at: strangers.at, message: say`This lets them connect.` }],
        fixes: [
          {
            title: say`Request the certificate from a public authority`,
            safety: 'review',
            edits: [set(issuer.path, 'public'), requestCertificate(certificate, spec, context)],
          },
        ],
      };
    }
  },
};
