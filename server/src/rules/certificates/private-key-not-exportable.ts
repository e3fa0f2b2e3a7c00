import { isShared } from '../../deployment/certificates.ts';
import { accessEdgeCertificates } from '../../deployment/edge-certificates.ts';
import { requestCertificate } from '../../edits/certificate-request.ts';
import { code, say } from '../../text/message.ts';
import { set } from '../../yaml/edit.ts';
import type { Rule } from '../rule.ts';

export const privateKeyNotExportable: Rule = {
  id: 'private-key-not-exportable',
  summary: say`A certificate for several Edge Servers whose private key stays on one of them.`,
  severity: 'warning',
  facts: [],

  *check(spec, context) {
    for (const certificate of accessEdgeCertificates(spec)) {
      const { name, privateKeyExportable } = certificate;
      if (name === undefined || privateKeyExportable?.value !== false || !isShared(certificate, spec)) continue;
      yield {
        at: privateKeyExportable.at,
        message: say`The private key of the certificate ${code(name.value)} cannot be exported, so only the Edge Server that requested it can use it. Request it with an exportable key and put the same certificate on every server of the pool.`,
        fixes: [
          {
            title: say`Request the certificate with an exportable key`,
            safety: 'review',
            edits: [set(privateKeyExportable.path, true), requestCertificate(certificate, spec, context)],
          },
        ],
      };
    }
  },
};
