import type { Catalog, ClientId, MobileClient, RecordNeed } from '../catalog/catalog.generated.ts';
import { each, type Leaf, type Located, type Spec } from '../spec/model.ts';
import type { SipDomain } from '../spec/spec.generated.ts';
import type { Range } from '../text/range.ts';
import { isDiscoveryOff, isRoutedByDefault } from './edge.ts';
import type { Grounds } from './grounds.ts';
import { hostingInUse, hybridProvider, isHybrid, servicesBehind } from './hosting-providers.ts';
import { activeProviders } from './public-providers.ts';

/** A reason for which a SIP domain needs its federation SRV record, with the place in the spec that gives it. */
export interface SrvNeed extends RecordNeed {
  readonly at: Range;
}

/** Says of each SIP domain of the spec why it needs its federation SRV record, in the order of the catalog. */
export function srvNeeds(spec: Spec, context: Grounds): (domain: Located<SipDomain>) => readonly SrvNeed[] {
  const { neededFor } = context.catalog.records['federation-srv'];
  const general = neededFor.map((need) => ({ need, at: whereNeeded(need, spec, context) }));
  return (domain) => {
    return general
      .filter(({ need }) => concerns(need, domain))
      .flatMap(({ need, at = need.reason === 'push' ? wherePushed(spec, context, domain) : undefined }) =>
        at === undefined ? [] : [{ ...need, at }],
      );
  };
}

/** Without users nobody has an address to be looked up; calls to voice mail come in the name of the default domain, though. */
function concerns({ reason }: RecordNeed, { users, isDefault }: Located<SipDomain>): boolean {
  return users?.value !== 0 || (reason === 'hosted-voice-mail' && isDefault?.value === true);
}

function whereNeeded(need: RecordNeed, spec: Spec, context: Grounds): Range | undefined {
  switch (need.reason) {
    case 'discovery':
      return whereDiscovered(spec);
    case 'public-im':
      // A service that ends before the record becomes mandatory never needs it.
      return activeProviders(spec, context).find(({ known }) => known && known.lastDay >= (need.mandatoryFrom ?? ''))
        ?.identity.at;
    case 'hybrid':
      return whereHybrid(spec, context);
    case 'hosted-voice-mail':
      return hostingInUse(spec).find((entry) => servicesBehind(context.catalog, entry).includes('exchange-online-um'))
        ?.identity?.at;
    default:
      return undefined;
  }
}

/** Discovery is on, or partners are to be met by it and nothing says that it is off. Default routing knows none. */
function whereDiscovered(spec: Spec): Range | undefined {
  const { edge, domains } = spec;
  if (isRoutedByDefault(spec) || isDiscoveryOff(spec)) return undefined;
  return edge?.configuration?.enablePartnerDiscovery?.at ?? each(domains?.discovered)[0]?.domain?.at;
}

function whereHybrid(spec: Spec, { catalog }: Pick<Grounds, 'catalog'>): Range | undefined {
  const shared = spec.tenant?.sharedSipAddressSpace;
  if (!isHybrid(spec, catalog)) return undefined;
  return shared?.value ? shared.at : hybridProvider(spec, catalog)?.identity?.at;
}

/** What wakes the domain's mobile clients: those it lists, else any the push services are switched on for. */
function wherePushed(spec: Spec, { catalog }: Pick<Grounds, 'catalog'>, domain: Located<SipDomain>): Range | undefined {
  const { mobileClients } = domain;
  if (mobileClients === undefined) {
    const services = [pushSwitch(spec, 'apple'), pushSwitch(spec, 'microsoft')];
    return services.find((service) => service?.value === true)?.at;
  }
  return each(mobileClients).find(({ value }) => isWokenIn(spec, catalog, { domain, among: [value] }))?.at;
}

/** Whether push notifications wake a client that the domain lists, of those that are asked about. */
export function isWokenIn(
  spec: Spec,
  { clients }: Catalog,
  { domain, among }: { readonly domain: Located<SipDomain>; readonly among: readonly ClientId[] },
): boolean {
  const listed = each(domain.mobileClients).map(({ value }) => value satisfies ClientId);
  const version = domain.mobileClientVersion?.value;
  return among.some((id) => listed.includes(id) && isWoken(spec, clients[id], version));
}

/** An older generation may be in use where its push service is; all of a platform is woken unless its service is off. */
function isWoken(
  spec: Spec,
  { needsPush, pushService }: MobileClient,
  version: SipDomain['mobileClientVersion'],
): boolean {
  const on = pushService && pushSwitch(spec, pushService)?.value;
  const stated = spec.policies?.pushNotification !== undefined;
  if (needsPush === 'all') return on ?? !stated;
  if (needsPush === 'none' || version === 'lync-2013') return false;
  return version === 'lync-2010' ? (on ?? !stated) : on === true;
}

/** Whether a push notification service is on, where the spec says so. */
export function pushSwitch(
  { policies }: Spec,
  service: NonNullable<MobileClient['pushService']>,
): Leaf<boolean> | undefined {
  const push = policies?.pushNotification;
  return service === 'apple' ? push?.enableApplePushNotificationService : push?.enableMicrosoftPushNotificationService;
}
