import { type Message, say } from '../../../text/message.ts';
import { type FoundObject, type FoundValue, sourceLine, type Unread } from '../found.ts';

/** The federation settings of a tenant as a resource of Microsoft365DSC, whose names Microsoft Graph has taken over. */
export interface Resource extends Pick<FoundObject, 'source' | 'line' | 'last' | 'placeOf'> {
  readonly properties: Readonly<Record<string, FoundValue>>;
  readonly doubts?: FoundObject['doubts'];
}

/** Several resources as one tenant, which a spec is of. */
interface OneTenant {
  /** Absent where there is no resource. */
  readonly tenant: Resource | undefined;
  /** Those of other tenants than the first. */
  readonly unread: readonly Unread[];
  /** Which of them set the tenant once more. */
  readonly notes: readonly Message[];
}

/** Puts together what sets the tenant of the first resource. */
export function oneTenant([first, ...more]: readonly Resource[]): OneTenant {
  if (first === undefined) return { tenant: undefined, unread: [], notes: [] };
  const again = more.filter((one) => isSame(first, one) !== false);
  return {
    tenant: again.reduce(merged, first),
    unread: more.filter((one) => !again.includes(one)).map(ofAnother),
    notes: again.map((one) => repeated(one, isSame(first, one) === true)),
  };
}

/** Whether two resources name one tenant, or sign in alike; undefined where nothing tells. */
function isSame(a: Resource, b: Resource): boolean | undefined {
  for (const property of ['TenantId', 'Credential']) {
    const [one, other] = [a, b].map((resource) => saidFor(resource, property));
    if (one !== undefined && other !== undefined) return one.toLowerCase() === other.toLowerCase();
  }
  return undefined;
}

function saidFor({ properties }: Resource, property: string): string | undefined {
  const [, value] = Object.entries(properties).find(([name]) => name.toLowerCase() === property.toLowerCase()) ?? [];
  return typeof value === 'string' ? value : undefined;
}

/** What is set later stands, and each property where it is set. */
function merged(before: Resource, after: Resource): Resource {
  const set = new Set(Object.keys(after.properties).map((name) => name.toLowerCase()));
  const isSet = (property: string) => set.has(property.toLowerCase());
  const kept = <T>(of: Readonly<Record<string, T>> = {}) =>
    Object.fromEntries(Object.entries(of).filter(([property]) => !isSet(property)));
  return {
    ...before,
    properties: { ...kept(before.properties), ...after.properties },
    doubts: { ...kept(before.doubts), ...after.doubts },
    placeOf: (property) => (isSet(property) ? (after.placeOf?.(property) ?? after) : before.placeOf?.(property)),
  };
}

function repeated(resource: Resource, isTold: boolean): Message {
  return isTold
    ? say`${sourceLine(resource)}: The same tenant is set once more; where that says otherwise than before, it stands.`
    : say`${sourceLine(resource)}: A tenant is set once more, and nothing tells whether it is another one. It is taken for the same; where that says otherwise than before, it stands.`;
}

function ofAnother(resource: Resource): Unread {
  const { source, line } = resource;
  return {
    source,
    ...(line !== undefined && { line }),
    text: saidFor(resource, 'TenantId') ?? 'TeamsFederationConfiguration',
    reason: say`It is another tenant than the one that is set first. A spec has room for one: import it from a file of its own.`,
  };
}
