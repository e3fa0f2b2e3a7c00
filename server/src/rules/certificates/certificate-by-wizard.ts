import { asksForClientUsage } from '../../deployment/certificates.ts';
import { accessEdgeCertificates } from '../../deployment/edge-certificates.ts';
import { requestCertificate } from '../../edits/certificate-request.ts';
import { code, say } from '../../text/message.ts';
import { set } from '../../yaml/edit.ts';
import type { Rule } from '../rule.ts';

export const certificateByWizard: Rule = {
  id: 'certificate-by-wizard',
  summary: say`A certificate requested with the wizard, which cannot ask for the usage that a provider needs.`,
  severity: 'info',
  facts: ['providers', 'sources.edge-certificates'],

  *check(spec, context) {
    const provider = asksForClientUsage(spec, context);
    if (provider === undefined) return;
    for (const certificate of accessEdgeCertificates(spec)) {
      const { name, requestedWith } = certificate;
      if (name === undefined || requestedWith?.value !== 'wizard') continue;
      yield {
        at: requestedWith.at,
        message: say`${code(provider.value)} needs a certificate with the ${code('client')} usage, which the wizard cannot ask for. Request ${code(name.value)} with ${code('Request-CsCertificate')} and a template that has it.`,
        related: [{ at: provider.at, message: say`This provider asks for it.` }],
        fixes: [
          {
            title: say`Request ${code(name.value)} with ${code('Request-CsCertificate')}`,
            safety: 'review',
            edits: [set(requestedWith.path, 'cmdlet'), requestCertificate(certificate, spec, context)],
          },
        ],
      };
    }
  },
};
