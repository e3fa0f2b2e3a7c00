import { accessEdgeCertificates } from '../../deployment/certificates.ts';
import { cloudAt } from '../../deployment/hosting-providers.ts';
import { activeProviders } from '../../deployment/public-providers.ts';
import { requestCertificate } from '../../edits/certificate-request.ts';
import { each, type Leaf, type Spec } from '../../spec/model.ts';
import { type Code, code, type Message, say } from '../../text/message.ts';
import type { Range } from '../../text/range.ts';
import { set } from '../../yaml/edit.ts';
import type { Context, Rule } from '../rule.ts';

export const certificatePrivateIssuer: Rule = {
  id: 'certificate-private-issuer',
  summary: say`An Access Edge certificate of a private authority, although partners that do not know it connect.`,
  severity: 'warning',
  facts: ['hosting.lync-online', 'providers'],

  *check(spec, context) {
    const strangers = whoConnects(spec, context);
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

/** Those that connect without ever having been asked to trust an authority. */
function whoConnects(spec: Spec, context: Context): { readonly who: Code | Message; readonly at: Range } | undefined {
  const { allowFederatedUsers, enablePartnerDiscovery } = spec.edge?.configuration ?? {};
  if (allowFederatedUsers?.value === false) return undefined;
  const service = serviceInUse(spec, context);
  if (service) return { who: code(service.value), at: service.at };
  return enablePartnerDiscovery?.value === true
    ? { who: say`partners that discover you`, at: enablePartnerDiscovery.at }
    : undefined;
}

function serviceInUse(spec: Spec, context: Context): Leaf<string> | undefined {
  const { catalog } = context;
  const hosted = each(spec.providers?.hosting).find(
    ({ enabled, proxyFqdn }) => enabled?.value === true && cloudAt(catalog, proxyFqdn?.value) !== undefined,
  );
  return activeProviders(spec, context)[0]?.identity ?? hosted?.identity;
}
