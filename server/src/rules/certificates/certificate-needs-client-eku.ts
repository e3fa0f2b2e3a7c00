import { asksForClientUsage, hasClientUsage } from '../../deployment/certificates.ts';
import { accessEdgeCertificates } from '../../deployment/edge-certificates.ts';
import { requestCertificate } from '../../edits/certificate-request.ts';
import { keyRange } from '../../spec/model.ts';
import { code, say } from '../../text/message.ts';
import { append } from '../../yaml/edit.ts';
import type { Rule } from '../rule.ts';

export const certificateNeedsClientEku: Rule = {
  id: 'certificate-needs-client-eku',
  summary: say`An Access Edge certificate without the client usage that an enabled provider asks for.`,
  severity: 'error',
  facts: ['providers.aol'],

  *check(spec, context) {
    const provider = asksForClientUsage(spec, context);
    if (provider === undefined) return;
    for (const certificate of accessEdgeCertificates(spec)) {
      const { name, enhancedKeyUsage } = certificate;
      if (name === undefined || enhancedKeyUsage === undefined || hasClientUsage(certificate) === true) continue;
      yield {
        at: keyRange(enhancedKeyUsage),
        message: say`The certificate ${code(name.value)} has no ${code('client')} usage, and ${code(provider.value)} accepts no connection without it. Request the certificate with both usages.`,
        related: [{ at: provider.at, message: say`This provider asks for it.` }],
        fixes: [
          {
            title: say`Add the ${code('client')} usage to the certificate ${code(name.value)}`,
            safety: 'review',
            edits: [append(enhancedKeyUsage.path, 'client'), requestCertificate(certificate, spec, context)],
          },
        ],
      };
    }
  },
};
