import { nouns } from '../../../catalog/nouns.ts';
import { OPEN } from '../../../catalog/tenant.ts';
import { code, type Message, say } from '../../../text/message.ts';
import { type Found, type FoundObject, type FoundValue, isListed, nothingFound } from '../found.ts';
import { oneTenant, type Resource } from './one-tenant.ts';

/**
 * The resources as what the cmdlet would show. What one does not set is not told. An empty list of allowed domains stands for
 * an open tenant, with a word on why that is not certain.
 */
export function fromResources(resources: readonly Resource[], doubtful: Message): Found {
  const { tenant, unread, notes } = oneTenant(resources);
  if (tenant === undefined) return nothingFound;
  const read = objectOf(tenant, doubtful);
  return { ...nothingFound, objects: [read.object], unread, notes: [...notes, ...read.notes] };
}

function objectOf(
  { properties, doubts = {}, ...origin }: Resource,
  doubtful: Message,
): { readonly object: FoundObject; readonly notes: readonly Message[] } {
  const told = Object.entries(properties).filter(([name, value]) => !ASIDE.has(name.toLowerCase()) && value !== null);
  const values = told.map(([name, value]) => [name, isListed(value) ? value.flatMap(apart) : value] as const);
  const emptied = values.find(([name, value]) => /^AllowedDomains$/i.test(name) && isListed(value) && !value.length);
  return {
    object: {
      noun: nouns.tenantFederation,
      properties: { ...Object.fromEntries(values), ...(emptied && { [emptied[0]]: OPEN }) },
      ...origin,
      comments: emptied ? [doubtful] : [],
      doubts,
    },
    notes: emptied ? [say`${code(origin.source)}: ${doubtful}`] : [],
  };
}

/** Exports of 2022 have a list as one text. */
function apart(item: FoundValue): readonly FoundValue[] {
  return typeof item === 'string' ? item.split(/,(?=\s*Domain=)/i) : [item];
}

/** How a resource is told from others, and how it signs in; nobody wants to read the latter again. */
const ASIDE: ReadonlySet<string> = new Set(
  [
    'IsSingleInstance',
    'Ensure',
    'ResourceName',
    'DependsOn',
    'PsDscRunAsCredential',
    'Credential',
    'ApplicationId',
    'ApplicationSecret',
    'TenantId',
    'CertificateThumbprint',
    'CertificatePath',
    'CertificatePassword',
    'ManagedIdentity',
    'AccessTokens',
  ].map((name) => name.toLowerCase()),
);
