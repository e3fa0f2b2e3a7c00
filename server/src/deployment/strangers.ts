import { each, type Located, type Spec } from '../spec/model.ts';
import type { Certificate } from '../spec/spec.generated.ts';
import { type Code, code, type Message, prose, say } from '../text/message.ts';
import type { Range } from '../text/range.ts';
import { accessEdgeCertificates } from './edge-certificates.ts';
import { isFederationOff } from './federation.ts';
import type { Grounds } from './grounds.ts';
import { cloudAt, cloudsAwaited } from './hosting-providers.ts';
import { activeProviders } from './public-providers.ts';

/** Those that connect without ever having been asked to trust an authority, and what lets them. */
export interface Strangers {
  readonly who: Code | Message;
  readonly at: Range;
}

/** Who connects and knows none but public authorities; nothing where all partners can be asked to trust another one. */
export function strangersOf(spec: Spec, context: Grounds): Strangers | undefined {
  if (isFederationOff(spec, context)) return undefined;
  const { catalog } = context;
  const { enablePartnerDiscovery } = spec.edge?.configuration ?? {};
  const hosted = each(spec.providers?.hosting).find(
    ({ enabled, proxyFqdn }) => enabled?.value === true && cloudAt(catalog, proxyFqdn?.value) !== undefined,
  );
  const service = activeProviders(spec, context)[0]?.identity ?? hosted?.identity;
  if (service) return { who: code(service.value), at: service.at };
  const [awaited] = cloudsAwaited(spec, catalog);
  if (awaited) return { who: prose(catalog.hosting[awaited.id].name), at: awaited.at };
  return enablePartnerDiscovery?.value === true
    ? { who: say`partners that discover you`, at: enablePartnerDiscovery.at }
    : undefined;
}

/** Whether a certificate comes from a public authority, or has to, because strangers connect to where it is shown. */
export function hasToBePublic(certificate: Located<Certificate>, spec: Spec, context: Grounds): boolean {
  if (certificate.issuer?.value === 'public') return true;
  return (
    certificate.issuer?.value === 'private' &&
    accessEdgeCertificates(spec).includes(certificate) &&
    strangersOf(spec, context) !== undefined
  );
}
