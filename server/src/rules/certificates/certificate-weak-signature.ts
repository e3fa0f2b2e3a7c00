import { accessEdgeCertificates } from '../../deployment/edge-certificates.ts';
import { hasToBePublic } from '../../deployment/strangers.ts';
import { renewCertificate, requestCertificate } from '../../edits/certificate-request.ts';
import { each } from '../../spec/model.ts';
import { code, say } from '../../text/message.ts';
import { set } from '../../yaml/edit.ts';
import type { Rule } from '../rule.ts';

export const certificateWeakSignature: Rule = {
  id: 'certificate-weak-signature',
  summary: say`A certificate with a signature of a kind that public authorities have given up.`,
  severity: 'warning',
  facts: ['milestones.sha1-not-issued'],

  *check(spec, context) {
    const { date } = context.catalog.milestones['sha1-not-issued'];
    if (context.asOf < date) return;
    const ofAccessEdge = new Set(accessEdgeCertificates(spec));
    for (const certificate of each(spec.certificates)) {
      const { name, issuer, signatureAlgorithm } = certificate;
      // An authority of the organization signs as it likes, and partners who trust it have agreed to that.
      if (name === undefined || signatureAlgorithm?.value !== 'sha1') continue;
      if (issuer?.value === 'private' && !hasToBePublic(certificate, spec, context)) continue;
      const request = ofAccessEdge.has(certificate)
        ? requestCertificate(certificate, spec, context)
        : renewCertificate(certificate, context);
      yield {
        at: signatureAlgorithm.at,
        message: say`${code(name.value)} is signed with ${code(signatureAlgorithm.value)}, which public authorities have not used since ${date} and careful partners refuse. Request it anew, signed with ${code(STRONG)}.`,
        fixes: [
          {
            title: say`Request ${code(name.value)} anew, signed with ${code(STRONG)}`,
            safety: 'review',
            edits: [set(signatureAlgorithm.path, STRONG), request],
          },
        ],
      };
    }
  },
};

const STRONG = 'sha256';
