import { accessEdgeCertificates } from '../../deployment/edge-certificates.ts';
import { requestCertificate } from '../../edits/certificate-request.ts';
import { each, keyRange } from '../../spec/model.ts';
import { isPartlyUnreadable } from '../../spec/unreadable.ts';
import { code, say } from '../../text/message.ts';
import { append } from '../../yaml/edit.ts';
import type { Rule } from '../rule.ts';

export const certificateLacksServerUsage: Rule = {
  id: 'certificate-lacks-server-usage',
  summary: say`An Access Edge certificate that may not be used as a server's.`,
  severity: 'error',
  facts: [],

  *check(spec, context) {
    for (const certificate of accessEdgeCertificates(spec)) {
      const { enhancedKeyUsage: usage, name } = certificate;
      if (usage === undefined || name === undefined || each(usage).some(({ value }) => value === 'server')) continue;
      if (isPartlyUnreadable(context.faults, usage.path)) continue;
      yield {
        at: keyRange(usage),
        message: say`The certificate ${code(name.value)} may not be used as a server's, so nobody who connects to the Edge accepts it. Order it with the usage ${code('server')}.`,
        fixes: [
          {
            title: say`Add the usage ${code('server')}`,
            safety: 'review',
            edits: [append(usage.path, 'server'), requestCertificate(certificate, spec, context)],
          },
        ],
      };
    }
  },
};
