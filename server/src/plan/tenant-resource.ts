import { nouns } from '../catalog/nouns.ts';
import { isOpenness } from '../catalog/tenant.ts';
import { type CommandValue, refusal } from '../cmdlets/command.ts';
import type { Spec } from '../spec/model.ts';
import { code, codes, say } from '../text/message.ts';
import type { Range } from '../text/range.ts';
import type { Declared } from './declared.ts';
import { kindOf, writtenBy } from './kinds.ts';
import type { Note } from './step.ts';

/** The tenant of a spec as a resource that a drift monitor watches. */
export interface TenantResource {
  readonly settings: readonly Setting[];
  /** What the monitor has no property for, or what nobody could read. */
  readonly notes: readonly Note[];
  /** Why there is none. */
  readonly refusals: readonly Note[];
}

export interface Setting {
  readonly name: string;
  readonly value: CommandValue;
  readonly at: Range | undefined;
}

/** A monitor of tenants. */
export interface Monitor {
  readonly name: string;
  /** The properties of its resource, as its reference names them. */
  readonly properties: ReadonlySet<string>;
}

/** What both monitors have. */
const SHARED = [
  'SharedSipAddressSpace',
  'AllowFederatedUsers',
  'AllowedDomains',
  'BlockedDomains',
  'TreatDiscoveredPartnersAsUnverified',
  'ExternalAccessWithTrialTenants',
  'AllowTeamsConsumer',
  'AllowTeamsConsumerInbound',
  'RestrictTeamsConsumerToExternalUserProfiles',
] as const;

/** By the reference of its releases of 2026: https://microsoft365dsc.com/resources/teams/TeamsFederationConfiguration/. */
export const DSC: Monitor = {
  name: 'Microsoft365DSC',
  properties: new Set([...SHARED, 'BlockAllSubdomains', 'AllowedTrialTenantDomains']),
};

/** By its documentation, with which no real baseline was compared: https://learn.microsoft.com/graph/utcm-teams-resources. */
export const GRAPH: Monitor = { name: 'Microsoft Graph', properties: new Set([...SHARED, 'AllowPublicUsers']) };

/** What a monitor can watch of the tenant that a spec declares. */
export function tenantResource(
  { objects, leftOut }: Declared,
  { tenant: section }: Spec,
  monitor: Monitor,
): TenantResource {
  const tenant = objects.find(({ noun }) => noun === nouns.tenantFederation);
  const kind = kindOf(nouns.tenantFederation);
  if (tenant === undefined || kind === undefined)
    return {
      settings: [],
      notes: [],
      refusals: [{ message: say`It has no ${code('tenant')}, so there is nothing to watch.` }],
    };
  const { values, valuesAt, unread = [], at } = tenant;
  const choice = [...kind.section.parameters.values()].find((name) => writtenBy(kind, name).some(isOpenness)) ?? '';
  const isOpen = values[choice] === undefined && !unread.includes(choice);
  const wanted = Object.entries({ ...values, ...(isOpen && { [choice]: [] }) });
  const settings = wanted.flatMap(([name, value]) =>
    monitor.properties.has(name) ? [{ name, value: value ?? [], at: valuesAt?.[name] ?? at }] : [],
  );
  const unknown = wanted.map(([name]) => name).filter((name) => !monitor.properties.has(name));
  const isClosed = !isOpen && Array.isArray(values[choice]) && values[choice].length === 0;
  const refused = settings.flatMap(({ name, value, at }) => {
    const refused = refusal({ cmdlet: nouns.tenantFederation, parameters: { [name]: value } });
    return refused ? [{ message: refused.text, ...(at && { at }) }] : [];
  });
  return {
    settings,
    notes: [
      ...leftOut.filter(({ at: place }) => section && place && isWithin(place, section)),
      ...(unknown.length > 0
        ? [
            {
              message: say`${monitor.name} has no property for ${codes(unknown)}, so nobody watches that.`,
              ...(at && { at }),
            },
          ]
        : []),
    ],
    refusals: [
      ...(unread.includes(choice) ? [{ message: UNREAD, ...(at && { at }) }] : []),
      ...(isClosed ? [{ message: CLOSED, ...(valuesAt?.[choice] && { at: valuesAt[choice] }) }] : []),
      ...refused,
    ],
  };
}

function isWithin(
  { start, end }: Range,
  { at, keyAt = at }: { readonly at: Range; readonly keyAt?: Range | undefined },
): boolean {
  return start >= Math.min(at.start, keyAt.start) && end <= at.end;
}

/** Releases of 2022 to 2024 open the tenant also where the list is not set. */
const UNREAD = say`What stands for ${code('allowedDomains')} could not be read, and without a list the tenant would be open.`;

/** A resource with an empty list is that of an open tenant. */
const CLOSED = say`An empty ${code('allowedDomains')} lets nobody in, and the same empty list opens the tenant where a monitor has it. Close it with ${code('allowFederatedUsers: false')} and leave the list out.`;
