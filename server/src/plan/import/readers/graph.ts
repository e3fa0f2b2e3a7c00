import { code, type Message, say } from '../../../text/message.ts';
import { type Found, isListed, isProperties } from '../found.ts';
import { itemsOf, type Placed, parseJson, placesOf, valueIn } from './json-text.ts';
import type { Resource } from './one-tenant.ts';
import type { NamedText, Reader } from './reader.ts';
import { fromResources } from './resource.ts';

/**
 * Snapshots, baselines and monitors of Tenant Configuration Management in Microsoft Graph. Unverified: its documentation
 * names the properties, which are those of Microsoft365DSC, and shows the form with resources of other services; no sample with this resource was seen.
 */
export const graph: Reader = {
  format: 'graph',
  about: say`a snapshot, a baseline or a monitor of Tenant Configuration Management in Microsoft Graph`,
  gives: say`the tenant: the properties of ${code('microsoft.teams.federationConfiguration')}, read as they are documented`,
  takes: ({ text }) => /^\s*[{[]/.test(text) && TYPE.test(text),
  read: (file) => fromGraph(file),
};

const TYPE = /"microsoft\.teams\.federationConfiguration"/i;
const UNVERIFIED = say`The settings of the tenant are read as Microsoft documents a snapshot; nobody has compared that with a real one. Look at them in the tenant.`;

const EITHER = say`An empty ${code('AllowedDomains')} is read as open to all. Whether a tenant whose list was emptied, and that reaches nobody, looks otherwise is not documented.`;

function fromGraph({ text, source }: NamedText): Found | Message | undefined {
  const all = parseJson(text, source);
  if (all === undefined || 'fault' in all) return all?.fault;
  const found = [...resourcesIn(all)].map(
    (one): Resource => ({ properties: one.properties, source, ...placesOf(one) }),
  );
  if (found.length > 0) {
    const read = fromResources(found, EITHER);
    const notes = [say`${code(source)}: ${UNVERIFIED}`, ...(read.notes ?? [])];
    return { ...read, comments: [UNVERIFIED], notes };
  }
  if (valueIn(all, 'resourceLocation').value !== null)
    return say`${code(source)} is the job of a snapshot and not what it found: get what its ${code('resourceLocation')} leads to.`;
  return say`${code(source)} names ${code('microsoft.teams.federationConfiguration')} and shows none of its properties: take a snapshot.`;
}

/** The properties of all resources of the type, however deep a baseline or a list of answers holds them. */
function* resourcesIn(all: Placed): Iterable<Placed & Pick<Resource, 'properties'>> {
  const { value } = all;
  if (isListed(value)) for (const item of itemsOf(all)) yield* resourcesIn(item);
  if (!isProperties(value)) return;
  const { resourceType, properties } = value;
  if (typeof resourceType === 'string' && TYPE.test(`"${resourceType}"`) && isProperties(properties))
    yield { ...valueIn(all, 'properties'), properties };
  else for (const key of Object.keys(value)) yield* resourcesIn(valueIn(all, key));
}
