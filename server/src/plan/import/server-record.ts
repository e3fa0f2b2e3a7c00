import { type FoundObject, type FoundValue, isListed, isProperties } from './found.ts';
import { text } from './properties.ts';
import { isSpokenOf } from './record-types.ts';

/**
 * A record as `Get-DnsServerResourceRecord` shows it, with the properties that `Resolve-DnsName` gives it; any other object as it is.
 * It names its zone in its `DistinguishedName` alone, where the zone is kept in Active Directory; else the command that showed it did.
 */
export function withLookedUpNames(object: FoundObject): FoundObject {
  const [host, type] = [text(object, 'HostName'), text(object, 'RecordType')];
  const data = object.properties.RecordData;
  if (host === undefined || type === undefined || data === undefined) return withAddress(object);
  const zone = text(object, 'ZoneName') ?? zoneOfPath(text(object, 'DistinguishedName'));
  if (zone === undefined) return object;
  const name = host === '@' ? zone : `${host}.${zone}`;
  // Nobody needs the others, however they are shown.
  if (!isSpokenOf(type)) return { ...object, properties: { Name: name, Type: type }, isBulk: true };
  const told = isListed(data) ? undefined : dataOf(data);
  if (told === undefined) return object;
  const names = Object.entries(told).map(([key, value]) => [NAMES.get(key.toLowerCase()) ?? key, value] as const);
  return { ...object, properties: { Name: name, Type: type, ...Object.fromEntries(names) }, isBulk: true };
}

/** A list shows the address by another name than the object has it. */
function withAddress(object: FoundObject): FoundObject {
  const address = text(object, 'IP4Address') ?? text(object, 'IP6Address');
  return address === undefined ? object : { ...object, properties: { ...object.properties, IPAddress: address } };
}

/** By how the server calls the same. */
const NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ipv4address: 'IPAddress',
    ipv6address: 'IPAddress',
    domainname: 'NameTarget',
    hostnamealias: 'NameHost',
    port: 'Port',
    priority: 'Priority',
    weight: 'Weight',
  }),
);

function dataOf(data: FoundValue): Readonly<Record<string, FoundValue>> | undefined {
  if (typeof data === 'string') return shownData(data);
  if (!isProperties(data)) return undefined;
  const { CimInstanceProperties: pairs } = data;
  // What `ConvertTo-Json` writes of a CIM object: a text for each property.
  const all = isListed(pairs) ? pairs.flatMap((pair) => pairOf(String(pair))) : Object.entries(data);
  const found = Object.fromEntries(all.filter(([name]) => NAMES.has(name.toLowerCase())));
  return Object.keys(found).length > 0 ? withoutDots(found) : undefined;
}

function pairOf(text: string): readonly (readonly [string, string])[] {
  const [, name, value = ''] = /^(\w+) = "?([^"]*)"?/.exec(text) ?? [];
  return name === undefined ? [] : [[name, value]];
}

/** `[0][0][5061][sip.contoso.com.]`, `203.0.113.10` and `webdir.online.lync.com.`, as a table shows them. */
function shownData(shown: string): Readonly<Record<string, FoundValue>> | undefined {
  const [, Priority, Weight, Port, target] = /^\[(\d+)\]\[(\d+)\]\[(\d+)\]\[([^\]]+)\]/.exec(shown) ?? [];
  if (target !== undefined && Priority !== undefined && Weight !== undefined && Port !== undefined)
    return withoutDots({ Priority, Weight, Port, NameTarget: target });
  if (/^[\d.]+$|^[\da-f]*:[\da-f:.]+$/i.test(shown)) return { IPAddress: shown };
  return /^[\w.-]+\.$/.test(shown) ? withoutDots({ NameHost: shown }) : undefined;
}

function withoutDots(values: Readonly<Record<string, FoundValue>>): Readonly<Record<string, FoundValue>> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? value.replace(/\.$/, '') : value]),
  );
}

/** The zone of a record that is kept in Active Directory: `DC=sip,DC=contoso.com,cn=MicrosoftDNS,…`. */
export function zoneOfPath(path = ''): string | undefined {
  return /,DC=([^,]+),cn=MicrosoftDNS/i.exec(path)?.[1];
}
