import { unnamedXmppDomains } from '../../deployment/certificates.ts';
import { accessEdgeCertificates } from '../../deployment/edge-certificates.ts';
import { namedToo, requestCertificate } from '../../edits/certificate-request.ts';
import { hostKey } from '../../text/host.ts';
import { code, say } from '../../text/message.ts';
import type { Rule } from '../rule.ts';

export const certificateLacksXmppDomain: Rule = {
  id: 'certificate-lacks-xmpp-domain',
  summary: say`A domain that chats over XMPP and is not itself a name of the Access Edge certificate.`,
  severity: 'error',
  facts: ['records.xmpp-srv'],
  misses: ['certificates.*.subjectAlternativeNames'],

  *check(spec, context) {
    const [certificate] = accessEdgeCertificates(spec);
    const unnamed = unnamedXmppDomains(spec, context);
    const partner = spec.domains?.xmpp?.items[0]?.domain;
    if (certificate?.name === undefined || unnamed.length === 0) return;
    const name = certificate.name.value;
    const request = requestCertificate(certificate, spec, context);
    for (const { at, value } of unnamed) {
      yield {
        at,
        message: say`The certificate ${code(name)} does not name ${code(value)} itself, by which XMPP partners tell who calls them. Add the bare domain.`,
        related: [
          { at: certificate.name.at, message: say`This certificate is good for other names only.` },
          ...(partner ? [{ at: partner.at, message: say`${code(partner.value)} is reached over XMPP.` }] : []),
        ],
        fixes: [
          {
            title: say`Add ${code(value)} to the certificate ${code(name)}`,
            safety: 'review',
            edits: [...namedToo(certificate, hostKey(value)), request],
          },
        ],
      };
    }
  },
};
