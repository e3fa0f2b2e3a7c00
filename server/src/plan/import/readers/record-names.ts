import { zoneOfPath } from '../server-record.ts';
import type { ListedRecord } from './record-words.ts';

/** Makes the names of a list full; undefined for one where nobody says below which domain it is. */
export type FullName = (record: ListedRecord) => string | undefined;

/** How the names of a list are full. `home` is the domain that the list does not name itself. */
export function fullNames(listed: readonly ListedRecord[], home: string | undefined): FullName {
  const hosts = listed.map((record) => written(record).toLowerCase().replace(SERVICE, ''));
  const isInFull = hosts.every((host) => host.includes('.'));
  const domains = new Set(
    listed.flatMap((record, i) => {
      const [name, host = ''] = [written(record).toLowerCase(), hosts[i]];
      return name === host ? host.slice(host.indexOf('.') + 1) : host;
    }),
  );
  return (record) => {
    const [name, said] = [written(record), zoneSaid(record)];
    const zone = said ?? home;
    if (name.endsWith('.')) return name.slice(0, -1);
    if (/^(?:@?|\(.*\))$/.test(name)) return zone;
    if (zone === undefined) return HAS_DOMAIN.test(name) ? name : undefined;
    const isFull = isBelow(name, zone) || (said === undefined && isInFull && isDomainOf(domains, name));
    return isFull ? name : `${name}.${zone}`;
  };
}

/** The domain that a record names itself. */
export function zoneSaid({ values: { zone, path } }: ListedRecord): string | undefined {
  return (zone ?? zoneOfPath(path))?.replace(/\.$/, '') || undefined;
}

/** A name as it is written: with a dot at its end where it is known to be in full. */
export function written({ values: { fullName, name = '' } }: ListedRecord): string {
  return fullName === undefined ? name : `${fullName.replace(/\.$/, '')}.`;
}

/** What stands before the host in the name of a service. */
const SERVICE = /^(?:_[^.]+\.)+/;
/** A dot behind the service. */
const HAS_DOMAIN = /^(?:_[^.]+\.)*[^_.][^.]*\./;

function isBelow(name: string, zone: string): boolean {
  return `.${name}`.toLowerCase().endsWith(`.${zone.toLowerCase()}`);
}

/** Whether a name can be one in full: of two labels, such as `sip.eu`, that is one which others are below. */
function isDomainOf(domains: ReadonlySet<string>, name: string): boolean {
  const labels = name.split('.');
  return labels.length > 2 || domains.has(name.toLowerCase());
}
